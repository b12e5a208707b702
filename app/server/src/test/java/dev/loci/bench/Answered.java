package dev.loci.bench;

import java.util.List;

import dev.loci.bench.Conversation.Asked;

/**
 * A question and the turns that one way of looking has brought for it.
 *
 * @param turns their ids, best first
 */
record Answered(Asked question, List<String> turns) {

	/** How much of the evidence is among the first ones. */
	double share(int first) {
		return (double) found(first) / this.question.evidence().size();
	}

	/** Whether all of it is. */
	double all(int first) {
		return (found(first) == this.question.evidence().size()) ? 1 : 0;
	}

	/** The same, and the higher the better: 1 if nothing stands before the evidence. */
	double gain(int first) {
		double gain = 0;
		double best = 0;
		for (int i = 0; i < first; i++) {
			double worth = 1 / (Math.log(i + 2) / Math.log(2));
			gain += (i < this.turns.size() && this.question.evidence().contains(this.turns.get(i))) ? worth : 0;
			best += (i < this.question.evidence().size()) ? worth : 0;
		}
		return gain / best;
	}

	private long found(int first) {
		return this.turns.stream().limit(first).filter(this.question.evidence()::contains).count();
	}

}
