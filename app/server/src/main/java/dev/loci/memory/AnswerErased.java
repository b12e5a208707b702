package dev.loci.memory;

/**
 * A request was sent again, and what was answered to it has been erased since.
 */
public final class AnswerErased extends MemoryException {

	private final String key;

	public AnswerErased(String key) {
		super("What the request with the Idempotency-Key " + key + " told has been erased");
		this.key = key;
	}

	public String key() {
		return this.key;
	}

}
