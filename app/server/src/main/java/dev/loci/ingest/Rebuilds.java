package dev.loci.ingest;

import dev.loci.graph.Cypher;
import dev.loci.graph.Parameters;
import dev.loci.graph.Spaces;
import dev.loci.memory.Job;
import dev.loci.memory.JobId;
import dev.loci.memory.Scope;
import dev.loci.memory.SpaceNotFound;

import org.springframework.stereotype.Component;

/**
 * Takes requests to believe anew all that was claimed in a space: that is a job like
 * others, done in its turn.
 */
@Component
public class Rebuilds {

	private static final Cypher BEGIN_REBUILD = Cypher.named("ingest/begin_rebuild");

	private final Spaces spaces;

	private final Jobs jobs;

	private final Worker worker;

	Rebuilds(Spaces spaces, Jobs jobs, Worker worker) {
		this.spaces = spaces;
		this.jobs = jobs;
		this.worker = worker;
	}

	/** The job that will do it: the one that waits already, if there is one. */
	public Job begin(Scope scope) {
		if (this.spaces.key(scope).isEmpty()) {
			throw new SpaceNotFound(scope);
		}
		JobId job = this.spaces.write(scope,
				(tx, space) -> tx.single(BEGIN_REBUILD,
						Parameters.with("tenant", scope.tenant())
							.and("space", space.key())
							.and("now", space.now())
							.and("job", JobId.next()),
						(row) -> JobId.of(row.get("job").asString())));
		this.worker.wake();
		return this.jobs.get(scope.tenant(), job);
	}

}
