package dev.loci.memory;

/**
 * There is no such episode in this tenant.
 */
public final class EpisodeNotFound extends MemoryException {

	private final EpisodeId id;

	public EpisodeNotFound(EpisodeId id) {
		super("There is no episode " + id);
		this.id = id;
	}

	public EpisodeId id() {
		return this.id;
	}

}
