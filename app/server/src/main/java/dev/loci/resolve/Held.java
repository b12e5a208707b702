package dev.loci.resolve;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.loci.memory.FactId;
import dev.loci.memory.Rank;
import dev.loci.memory.Statement;
import dev.loci.memory.StatementId;
import org.neo4j.driver.Value;

/**
 * A fact as the database holds it in one version.
 *
 * @param number of the version
 * @param recordedFrom since when it is believed in this version
 * @param supports the statements that assert it
 * @param ends the statements that end it
 */
record Held(FactId id, int number, Instant recordedFrom, Version version, Collection<StatementId> supports,
		Collection<StatementId> ends) {

	static final Comparator<Held> IN_ORDER = Comparator.comparing((Held held) -> held.version().validFrom())
		.thenComparing(Held::id);

	static Held of(Value node) {
		return new Held(FactId.of(node.get("id").asString()), node.get("version").asInt(),
				node.get("recordedFrom").asZonedDateTime().toInstant(), Version.of(node),
				node.get("supports").asList((id) -> StatementId.of(id.asString())),
				node.get("ends").asList((id) -> StatementId.of(id.asString())));
	}

	/** The same as the rules of time see it. */
	Believed believed(Map<StatementId, Claimed> statements) {
		return new Believed(this.id, new Run(this.version.state(), this.version.from(), this.version.to(),
				this.version.basis(), byAge(this.supports, statements), byAge(this.ends, statements)));
	}

	private static List<StatementId> byAge(Collection<StatementId> ids, Map<StatementId, Claimed> statements) {
		return ids.stream()
			.map(statements::get)
			.filter(Objects::nonNull)
			.map(Claimed::statement)
			.sorted(Comparator.comparing((Statement statement) -> statement.rank(), Rank.byAge())
				.thenComparing(Statement::id))
			.map(Statement::id)
			.toList();
	}

}
