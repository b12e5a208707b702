package dev.loci.resolve;

import java.util.List;
import java.util.stream.Stream;

import dev.loci.graph.Cypher;
import dev.loci.graph.OpenSpace;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.SuggestionId;
import dev.loci.resolve.Population.Doubt;

/**
 * What waits for the decision of a model or a person.
 */
public final class Suggestions {

	private static final Cypher STORE = Cypher.named("resolve/store_suggestions");

	private Suggestions() {
	}

	static void store(Transaction tx, String tenant, OpenSpace space, List<Doubt> doubts) {
		if (doubts.isEmpty()) {
			return;
		}
		tx.run(STORE,
				Parameters.with("tenant", tenant)
					.and("space", space.generation())
					.and("now", space.now())
					.and("pairs", doubts.stream().map(Suggestions::pair).toList()));
	}

	private static Parameters pair(Doubt doubt) {
		List<String> pair = Stream.of(doubt.fresh().id.toString(), doubt.like().entity().toString()).sorted().toList();
		return Parameters.with("id", SuggestionId.next())
			.and("pair", String.join("|", pair))
			.and("one", pair.getFirst())
			.and("other", pair.getLast())
			.and("score", doubt.like().score())
			.and("reason", doubt.like().reason());
	}

}
