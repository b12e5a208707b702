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

	static final Cost NONE = new Cost(Usage.NONE, new Job.Millis(0, 0, 0, 0));

	static Cost ofReading(Usage usage, long millis) {
		return new Cost(usage, new Job.Millis(0, millis, 0, 0));
	}

	static Cost ofJudging(Usage usage, long millis) {
		return new Cost(usage, new Job.Millis(0, 0, 0, millis));
	}

	/** The same, and what came after it. */
	Cost and(long embedMillis, long resolveMillis) {
		return new Cost(this.usage, new Job.Millis(this.millis.embed() + embedMillis, this.millis.extract(),
				this.millis.resolve() + resolveMillis, this.millis.judge()));
	}

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
