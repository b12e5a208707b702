package dev.loci.ingest;

import dev.loci.graph.Parameters;
import dev.loci.memory.Job;
import dev.loci.memory.JobId;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * A space that this worker has to itself for a while, and the job to do in it.
 *
 * @param fence which claim of the space this is: whoever has a lower one is outdated
 * @param job none, if the space has nothing more to do
 */
record Claim(String tenant, String space, long fence, @Nullable JobId job, int attempts) {

	static Claim of(Record row) {
		return new Claim(row.get("tenant").asString(), row.get("space").asString(), row.get("fence").asLong(),
				row.get("job").isNull() ? null : JobId.of(row.get("job").asString()), row.get("attempts").asInt(0));
	}

	Parameters parameters() {
		return Parameters.with("tenant", this.tenant)
			.and("space", this.space)
			.and("fence", this.fence)
			.and("job", this.job);
	}

	Job.Status statusAfterFailure(int maxAttempts) {
		return (this.attempts < maxAttempts) ? Job.Status.RETRYING : Job.Status.FAILED;
	}

}
