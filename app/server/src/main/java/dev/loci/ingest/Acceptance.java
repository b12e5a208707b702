package dev.loci.ingest;

import java.util.List;

import dev.loci.memory.EpisodeId;
import dev.loci.memory.Job;
import dev.loci.memory.JobId;

/**
 * What became of a submission: kept, and worked on by this job.
 *
 * @param episodes one for each part, in their order
 */
public record Acceptance(JobId jobId, Job.Status status, List<Kept> episodes) {

	/**
	 * The episode of one part.
	 *
	 * @param duplicate whether it was there already
	 */
	public record Kept(EpisodeId id, boolean duplicate) {
	}

}
