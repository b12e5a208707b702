package dev.loci.ingest;

import dev.loci.extract.Extractors;
import dev.loci.graph.Parameters;
import dev.loci.memory.Job;
import dev.loci.memory.JobId;
import dev.loci.memory.Scope;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * A space that this worker has to itself for a while, and the job to do in it.
 *
 * @param space its key
 * @param fence which claim of the space this is: whoever has a lower one is outdated
 * @param extract who shall read what was said there; as it is set for all, if absent
 * @param job none, if the space has nothing more to do
 * @param attempts how often it was begun, this time included
 * @param cutOffs how often it was held until a lease ran out, since it got on last: that
 * is no failure of the job
 */
record Claim(Scope scope, String space, Extractors.@Nullable Mode extract, long fence, @Nullable JobId job,
		Job.Kind kind, int attempts, int cutOffs) {

	static Claim of(Record row) {
		return new Claim(new Scope(row.get("tenant").asString(), row.get("name").asString()),
				row.get("space").asString(),
				row.get("extract").isNull() ? null : Extractors.Mode.valueOf(row.get("extract").asString()),
				row.get("fence").asLong(), row.get("job").isNull() ? null : JobId.of(row.get("job").asString()),
				Job.Kind.valueOf(row.get("kind").asString(Job.Kind.INGEST.name())), row.get("attempts").asInt(0),
				row.get("cutOffs").asInt(0));
	}

	Parameters parameters() {
		return Parameters.with("tenant", this.scope.tenant())
			.and("space", this.space)
			.and("fence", this.fence)
			.and("job", this.job);
	}

	/**
	 * Whether it has failed or was cut off before. What it gets done then is done: what
	 * comes after it has all its attempts before it, in another turn.
	 */
	boolean isRepeated() {
		return this.attempts > 1 || this.cutOffs > 0;
	}

	Job.Status statusAfterFailure(int maxAttempts) {
		return (this.attempts < maxAttempts) ? Job.Status.RETRYING : Job.Status.FAILED;
	}

}
