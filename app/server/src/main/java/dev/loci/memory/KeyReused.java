package dev.loci.memory;

/**
 * An Idempotency-Key came a second time with another request.
 */
public final class KeyReused extends MemoryException {

	private final String key;

	public KeyReused(String key) {
		super("The Idempotency-Key " + key + " was used for another request");
		this.key = key;
	}

	public String key() {
		return this.key;
	}

}
