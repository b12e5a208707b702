package dev.loci.ingest;

import dev.loci.extract.Extraction.Usage;
import dev.loci.graph.Cypher;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.Job;

/**
 * What a step of a job has cost, whether or not anything came of it.
 */
record Cost(Usage usage, Job.Millis millis) {

	private static final Cypher ADD_COST = Cypher.named("ingest/add_cost");

	/** Returns whether the worker still has the lease: else nothing is added. */
	boolean addTo(Claim claim, Transaction tx) {
		Parameters parameters = claim.parameters()
			.and("calls", this.usage.calls())
			.and("promptTokens", this.usage.promptTokens())
			.and("completionTokens", this.usage.completionTokens())
			.and("embedMillis", this.millis.embed())
			.and("extractMillis", this.millis.extract())
			.and("resolveMillis", this.millis.resolve())
			.and("judgeMillis", this.millis.judge());
		return tx.first(ADD_COST, parameters, (row) -> row.get("added").asBoolean()).isPresent();
	}

}
