package dev.loci.recall;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Parameters;
import dev.loci.memory.Authority;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Fact;
import dev.loci.memory.FactId;
import dev.loci.memory.FactNotFound;
import dev.loci.memory.Polarity;
import dev.loci.memory.StatementId;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

import org.springframework.stereotype.Component;

/**
 * How a fact came to be what it is: all of its versions, and the statements behind them.
 */
@Component
public class History {

	private static final Cypher VERSIONS = Cypher.named("recall/versions");

	private static final Cypher STATEMENTS = Cypher.named("recall/statements_of_fact");

	private static final Cypher DECISIONS = Cypher.named("recall/decisions_of_fact");

	private static final int MOST_STATEMENTS = 1_000;

	private final Graph graph;

	private final Facts facts;

	History(Graph graph, Facts facts) {
		this.graph = graph;
		this.facts = facts;
	}

	/** All that was known of a fact up to a moment. */
	public Seen<Chronicle> of(String tenant, FactId id, AsOf asOf) {
		Sight sight = this.facts.sight(tenant, id, asOf);
		Parameters parameters = Parameters.with("space", sight.view().generation())
			.and("id", id)
			.and("knownAt", sight.knownAt());
		Chronicle chronicle = this.graph.read((tx) -> Chronicle.of(id,
				tx.list(VERSIONS, parameters, (row) -> version(row, sight)), tx.list(STATEMENTS,
						parameters.and("limit", MOST_STATEMENTS + 1), (row) -> behind(row, sight.knownAt())),
				tx.list(DECISIONS, parameters, History::decided)));
		if (chronicle.versions().isEmpty()) {
			throw new FactNotFound(id);
		}
		return new Seen<>(chronicle, sight.validAt(), sight.knownAt());
	}

	private Version version(Record row, Sight sight) {
		return new Version(FactRows.fact(row.get("fact"), sight.validAt(), sight.knownAt()),
				row.get("fact").get("cause").asString(null),
				row.get("supersededBy").asList((id) -> FactId.of(id.asString())));
	}

	private static Behind behind(Record row, Instant knownAt) {
		Value statement = row.get("statement");
		Instant until = FactRows.moment(row.get("recordedTo"));
		return new Behind(StatementId.of(statement.get("id").asString()), Role.valueOf(row.get("role").asString()),
				Polarity.valueOf(statement.get("polarity").asString()), statement.get("text").asString(),
				statement.get("said").asString(), Authority.valueOf(statement.get("authority").asString()),
				statement.get("agentId").asString(null), FactRows.moment(statement.get("observedAt")),
				optional(statement.get("validFrom")), optional(statement.get("validTo")),
				EpisodeId.of(statement.get("episodeId").asString()), statement.get("quote").asString(null),
				FactRows.moment(row.get("recordedFrom")), knownAt.isBefore(until) ? null : until);
	}

	private static Decided decided(Record row) {
		Value decision = row.get("decision");
		return new Decided(decision.get("id").asString(), decision.get("kind").asString(),
				decision.get("verdict").asString(null), decision.get("reason").asString(null),
				decision.get("by").asString(null), FactRows.moment(decision.get("at")));
	}

	private static @Nullable Instant optional(Value value) {
		return value.isNull() ? null : FactRows.moment(value);
	}

	/**
	 * A fact through time.
	 *
	 * @param versions the oldest first
	 * @param statements in the order in which they were observed
	 * @param more whether there are more that support it, observed before these
	 * @param decisions in the order in which they were made
	 */
	public record Chronicle(FactId id, List<Version> versions, List<Behind> statements, boolean more,
			List<Decided> decisions) {

		/**
		 * Makes one of what was read.
		 * @param statements the last first, one more than are told
		 */
		static Chronicle of(FactId id, List<Version> versions, List<Behind> statements, List<Decided> decisions) {
			return new Chronicle(id, versions,
					statements.stream()
						.limit(MOST_STATEMENTS)
						.toList()
						.reversed()
						.stream()
						.sorted(Comparator.comparing(Behind::observedAt))
						.toList(),
					statements.size() > MOST_STATEMENTS, decisions);
		}

	}

	/**
	 * One version, and why it is there.
	 *
	 * @param cause the statement or the decision that made it
	 * @param supersededBy facts that began where it ended
	 */
	public record Version(Fact fact, @Nullable String cause, List<FactId> supersededBy) {
	}

	/**
	 * A decision on who is who that has changed the fact, or an opinion on a statement
	 * that speaks against it.
	 *
	 * @param id of the decision, or of the suggestion
	 * @param verdict what a model thinks of the suggestion
	 * @param by the model; absent for a person
	 */
	public record Decided(String id, String kind, @Nullable String verdict, @Nullable String reason,
			@Nullable String by, Instant at) {
	}

	/** What a statement does to a fact. */
	public enum Role {

		SUPPORTS, ENDS, DROPS

	}

	/**
	 * A statement behind a fact, and since when and until when it counted.
	 *
	 * @param said the predicate as it was written
	 */
	public record Behind(StatementId statementId, Role role, Polarity polarity, String text, String said,
			Authority authority, @Nullable String agentId, Instant observedAt, @Nullable Instant validFrom,
			@Nullable Instant validTo, EpisodeId episodeId, @Nullable String quote, Instant recordedFrom,
			@Nullable Instant recordedTo) {
	}

}
