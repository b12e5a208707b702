package dev.loci.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.loci.graph.Cypher;
import dev.loci.graph.OpenSpace;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.Basis;
import dev.loci.memory.Fingerprint;
import dev.loci.memory.Outcome;
import dev.loci.memory.Statement;
import dev.loci.memory.StatementId;
import dev.loci.memory.SuggestionId;
import dev.loci.resolve.Population.Doubt;
import org.jspecify.annotations.Nullable;

/**
 * Stores what a request leaves open. What was decided once is not asked again: a pair is
 * known by its ids, a claim by what it says.
 */
final class Doubts {

	private static final Cypher STORE_PAIRS = Cypher.named("resolve/store_suggestions");

	private static final Cypher STORE_CLAIMS = Cypher.named("resolve/store_doubted");

	private Doubts() {
	}

	/** Entities that may be one. */
	static void storePairs(Transaction tx, String tenant, OpenSpace space, List<Doubt> doubts) {
		if (!doubts.isEmpty()) {
			tx.run(STORE_PAIRS, parameters(tenant, space).and("pairs", doubts.stream().map(Doubts::pair).toList()));
		}
	}

	/** Statements that are too weak to be believed, or that others speak against. */
	static void storeClaims(Transaction tx, String tenant, OpenSpace space, Map<Integer, Claimed> claimed,
			Map<Integer, Resolved> results, Set<StatementId> contested) {
		List<Parameters> claims = new ArrayList<>();
		claimed.forEach((position, statement) -> {
			Resolved resolved = results.get(position);
			StatementId id = (resolved != null) ? resolved.statement() : null;
			if (resolved == null || id == null) {
				return;
			}
			if (resolved.outcome() instanceof Outcome.Suggested) {
				claims.add(claim(Suggestion.Kind.WEAK, id, statement, "said with little confidence"));
			}
			else if (contested.contains(id)) {
				claims.add(claim(Suggestion.Kind.CONTESTED, id, statement,
						(resolved.outcome() instanceof Outcome.Outranked outranked) ? outranked.reason()
								: "another state is believed for that time"));
			}
		});
		if (!claims.isEmpty()) {
			tx.run(STORE_CLAIMS, parameters(tenant, space).and("claims", claims));
		}
	}

	private static Parameters parameters(String tenant, OpenSpace space) {
		return Parameters.with("tenant", tenant).and("space", space.generation()).and("now", space.now());
	}

	private static Parameters pair(Doubt doubt) {
		List<String> pair = Stream.of(doubt.fresh().toString(), doubt.like().entity().toString()).sorted().toList();
		return Parameters.with("id", SuggestionId.next())
			.and("pair", String.join("|", pair))
			.and("one", pair.getFirst())
			.and("other", pair.getLast())
			.and("score", doubt.like().score())
			.and("reason", doubt.like().reason());
	}

	private static Parameters claim(Suggestion.Kind kind, StatementId id, Claimed claimed, String reason) {
		Statement statement = claimed.statement();
		@Nullable Object from = (statement.basis() == Basis.STATED) ? statement.from() : null;
		return Parameters.with("id", SuggestionId.next())
			.and("kind", kind)
			.and("statement", id)
			.and("pair",
					Fingerprint.of(kind, statement.slot(), statement.polarity(), statement.state(), from,
							statement.to()))
			.and("score", claimed.confidence())
			.and("reason", reason);
	}

}
