package dev.loci.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.loci.memory.StatementId;

/**
 * How many statements facts and runs of the same state have in common, by their places in
 * the two lists.
 */
final class Overlaps {

	private final Map<Integer, Map<Integer, Integer>> ofFact = new HashMap<>();

	private final Map<Integer, Map<Integer, Integer>> ofRun = new HashMap<>();

	Overlaps(List<Believed> facts, List<Run> runs) {
		Map<StatementId, List<Integer>> supporting = new HashMap<>();
		for (int run = 0; run < runs.size(); run++) {
			for (StatementId id : runs.get(run).supports()) {
				supporting.computeIfAbsent(id, (key) -> new ArrayList<>()).add(run);
			}
		}
		for (int fact = 0; fact < facts.size(); fact++) {
			for (StatementId id : facts.get(fact).run().supports()) {
				for (int run : supporting.getOrDefault(id, List.of())) {
					if (facts.get(fact).run().state().equals(runs.get(run).state())) {
						count(this.ofFact, fact, run);
						count(this.ofRun, run, fact);
					}
				}
			}
		}
	}

	private static void count(Map<Integer, Map<Integer, Integer>> shares, int one, int other) {
		shares.computeIfAbsent(one, (key) -> new HashMap<>()).merge(other, 1, Integer::sum);
	}

	Map<Integer, Integer> ofFact(int fact) {
		return this.ofFact.getOrDefault(fact, Map.of());
	}

	Map<Integer, Integer> ofRun(int run) {
		return this.ofRun.getOrDefault(run, Map.of());
	}

}
