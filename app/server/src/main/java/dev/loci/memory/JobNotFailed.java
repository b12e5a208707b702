package dev.loci.memory;

/**
 * Only a job that has failed can be tried again.
 */
public final class JobNotFailed extends MemoryException {

	private final JobId id;

	public JobNotFailed(JobId id, Job.Status status) {
		super("Job " + id + " has not failed: it is " + status);
		this.id = id;
	}

	public JobId id() {
		return this.id;
	}

}
