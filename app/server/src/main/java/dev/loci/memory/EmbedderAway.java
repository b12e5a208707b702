package dev.loci.memory;

/**
 * A model that reads for the memory gives nothing at the moment: the one for vectors, or
 * the cross-encoder.
 */
public final class EmbedderAway extends MemoryException {

	public EmbedderAway(String model, Throwable cause) {
		super(model + " does not answer: " + cause.getMessage(), cause);
	}

}
