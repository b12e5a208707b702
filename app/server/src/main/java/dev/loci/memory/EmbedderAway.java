package dev.loci.memory;

/**
 * The embedding model gives no vectors at the moment.
 */
public final class EmbedderAway extends MemoryException {

	public EmbedderAway(Throwable cause) {
		super("The embedding model does not answer", cause);
	}

}
