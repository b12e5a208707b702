package dev.loci.memory;

/**
 * A decision on who is who that means nothing: a merge of an entity with itself, a split
 * that moves nothing.
 */
public final class DecisionRefused extends MemoryException {

	public DecisionRefused(String reason) {
		super(reason);
	}

}
