package dev.loci.ingest;

import dev.loci.extract.Extractors;
import dev.loci.graph.Cypher;
import dev.loci.graph.Parameters;
import dev.loci.graph.Spaces;
import dev.loci.memory.InvalidInput;
import dev.loci.memory.Job;
import dev.loci.memory.JobId;
import dev.loci.memory.Scope;
import dev.loci.memory.SpaceNotFound;

import org.springframework.stereotype.Component;

/**
 * Takes requests to believe anew all that was claimed in a space, as it was claimed or as
 * it is read now: that is a job like others, done in its turn.
 */
@Component
public class Rebuilds {

	private static final Cypher BEGIN_REBUILD = Cypher.named("ingest/begin_rebuild");

	private final Spaces spaces;

	private final SpaceReading reading;

	private final Extractors extractors;

	private final Jobs jobs;

	private final Worker worker;

	Rebuilds(Spaces spaces, SpaceReading reading, Extractors extractors, Jobs jobs, Worker worker) {
		this.spaces = spaces;
		this.reading = reading;
		this.extractors = extractors;
		this.jobs = jobs;
		this.worker = worker;
	}

	/** The job that will do it: the one that waits already, if there is one. */
	public Job fromStatements(Scope scope) {
		return begin(scope, Job.Kind.REBUILD);
	}

	/**
	 * The same for a job that reads all episodes anew.
	 * @throws InvalidInput if nobody reads there
	 */
	public Job fromEpisodes(Scope scope) {
		if (this.extractors.of(this.reading.of(scope).orElse(null)).isEmpty()) {
			throw new InvalidInput("from", "needs somebody who reads: that is switched off for this space");
		}
		return begin(scope, Job.Kind.REREAD);
	}

	private Job begin(Scope scope, Job.Kind kind) {
		String key = this.spaces.key(scope).orElseThrow(() -> new SpaceNotFound(scope));
		JobId job = this.spaces
			.writeTo(scope, key,
					(tx, space) -> tx.single(BEGIN_REBUILD,
							Parameters.with("tenant", scope.tenant())
								.and("space", space.key())
								.and("now", space.now())
								.and("kind", kind)
								.and("job", JobId.next()),
							(row) -> JobId.of(row.get("job").asString())))
			.orElseThrow(() -> new SpaceNotFound(scope));
		this.worker.wake();
		return this.jobs.get(scope.tenant(), job);
	}

}
