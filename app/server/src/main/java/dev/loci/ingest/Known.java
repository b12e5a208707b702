package dev.loci.ingest;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.loci.graph.Cypher;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Job;
import dev.loci.memory.JobId;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * A message that was accepted before, and the job that works or worked on it.
 */
record Known(EpisodeId id, @Nullable JobId job, Job.Status status) {

	/** What is still worked on counts for more than what has ended, then the newer. */
	static final Comparator<Known> BY_JOB = Comparator
		.comparing((Known known) -> known.job() != null && !known.status().isFinal())
		.thenComparing((known) -> String.valueOf(known.job()));

	private static final Cypher KNOWN_EPISODES = Cypher.named("ingest/known_episodes");

	/** By their identities, those of these parts that are there already. */
	static Map<String, Known> among(Transaction tx, String space, List<Prepared> parts) {
		List<String> identities = parts.stream().map(Prepared::identity).toList();
		Map<String, Known> known = new HashMap<>();
		tx.list(KNOWN_EPISODES, Parameters.with("space", space).and("identities", identities), (row) -> {
			Value job = row.get("job");
			return known.put(row.get("identity").asString(),
					new Known(EpisodeId.of(row.get("id").asString()),
							job.isNull() ? null : JobId.of(job.get("id").asString()),
							job.isNull() ? Job.Status.DONE : Job.Status.valueOf(job.get("status").asString())));
		});
		return known;
	}

}
