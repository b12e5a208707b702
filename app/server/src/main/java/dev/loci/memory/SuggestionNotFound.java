package dev.loci.memory;

/**
 * There is no such suggestion in this tenant.
 */
public final class SuggestionNotFound extends MemoryException {

	private final SuggestionId id;

	public SuggestionNotFound(SuggestionId id) {
		super("There is no suggestion " + id);
		this.id = id;
	}

	public SuggestionId id() {
		return this.id;
	}

}
