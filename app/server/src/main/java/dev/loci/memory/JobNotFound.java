package dev.loci.memory;

/**
 * There is no such job in this tenant.
 */
public final class JobNotFound extends MemoryException {

	private final JobId id;

	public JobNotFound(JobId id) {
		super("There is no job " + id);
		this.id = id;
	}

	public JobId id() {
		return this.id;
	}

}
