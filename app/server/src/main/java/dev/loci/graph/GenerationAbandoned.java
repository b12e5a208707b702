package dev.loci.graph;

/**
 * A generation that was being built has been given up: something that it was made of has
 * changed, so that another one must be begun.
 */
public final class GenerationAbandoned extends RuntimeException {

	public GenerationAbandoned(String generation) {
		super("The generation " + generation + " has been given up");
	}

}
