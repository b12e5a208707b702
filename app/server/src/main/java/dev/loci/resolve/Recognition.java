package dev.loci.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import dev.loci.graph.Cypher;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;

/**
 * Knows statements again that are sent once more. What came before from the same evidence
 * stands for what comes now, wherever it belongs by now: a decision may have moved it.
 */
final class Recognition {

	private static final Cypher KNOWN = Cypher.named("resolve/statements_known");

	private Recognition() {
	}

	/** The same by their positions, with those that are known as they are kept. */
	static Map<Integer, Claimed> of(Transaction tx, String space, Map<Integer, Claimed> claimed) {
		List<String> identities = claimed.values().stream().map(Claimed::identity).filter(Objects::nonNull).toList();
		if (identities.isEmpty()) {
			return claimed;
		}
		Map<String, Claimed> known = new HashMap<>();
		tx.list(KNOWN, Parameters.with("space", space).and("identities", identities),
				(row) -> Claimed.of(row.get("statement")))
			.forEach((each) -> known.put(Objects.requireNonNull(each.identity()), each));
		Map<Integer, Claimed> recognised = new TreeMap<>();
		claimed.forEach((position, each) -> recognised.put(position,
				(each.identity() != null) ? known.getOrDefault(each.identity(), each) : each));
		return recognised;
	}

}
