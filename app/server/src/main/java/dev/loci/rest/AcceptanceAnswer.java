package dev.loci.rest;

import java.util.List;

import dev.loci.ingest.Acceptance;
import dev.loci.ingest.Acceptance.Kept;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Job;
import dev.loci.memory.JobId;

/**
 * What was kept.
 *
 * @param episodeIds one for each message, in order
 * @param episodes the same, with whether it was there already
 */
record AcceptanceAnswer(JobId jobId, Job.Status status, List<EpisodeId> episodeIds, List<Kept> episodes) {

	static AcceptanceAnswer of(Acceptance acceptance) {
		return new AcceptanceAnswer(acceptance.jobId(), acceptance.status(),
				acceptance.episodes().stream().map(Kept::id).toList(), acceptance.episodes());
	}

}
