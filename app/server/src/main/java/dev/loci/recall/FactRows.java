package dev.loci.recall;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import dev.loci.graph.MetadataJson;
import dev.loci.memory.Basis;
import dev.loci.memory.Entity;
import dev.loci.memory.EntityId;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Fact;
import dev.loci.memory.Fact.Evidence;
import dev.loci.memory.Fact.Status;
import dev.loci.memory.Fact.Visibility;
import dev.loci.memory.FactId;
import dev.loci.memory.Moments;
import dev.loci.memory.Precision;
import dev.loci.memory.Predicate;
import dev.loci.memory.StatementId;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.value.Uncoercible;

/**
 * Reads facts from rows of the database, as they look from two moments.
 */
final class FactRows {

	private FactRows() {
	}

	static Fact fact(Value row, Instant validAt, Instant knownAt) {
		Instant recordedTo = moment(row.get("recordedTo"));
		Instant validFrom = moment(row.get("validFrom"));
		Instant validTo = moment(row.get("validTo"));
		Instant expiresAt = moment(row.get("expiresAt"));
		boolean believed = knownAt.isBefore(recordedTo);
		return new Fact(FactId.of(word(row.get("id"))), row.get("version").asInt(),
				Objects.requireNonNull(ref(row, "subject")), row.get("predicate").asString(), ref(row, "object"),
				row.get("value").isNull() ? null : row.get("value").asObject(), word(row.get("text")),
				Predicate.Kind.valueOf(row.get("kind").asString()), Moments.told(validFrom), Moments.told(validTo),
				Basis.valueOf(row.get("basis").asString()), precision(row.get("validFromPrecision")),
				precision(row.get("validToPrecision")), moment(row.get("recordedFrom")), believed ? null : recordedTo,
				believed ? Status.at(validAt, validFrom, validTo, expiresAt) : Status.DROPPED,
				row.get("confidence").asDouble(),
				row.get("agentId").asString().isEmpty() ? null : row.get("agentId").asString(),
				row.get("owner").asString().isEmpty() ? Visibility.SPACE : Visibility.AGENT, Moments.told(expiresAt),
				MetadataJson.of(row), evidence(row.get("evidence")),
				row.get("mergedInto").isNull() || believed ? null : FactId.of(row.get("mergedInto").asString()));
	}

	static Entity.@Nullable Ref ref(Value row, String end) {
		return row.get(end).isNull() ? null : new Entity.Ref(EntityId.of(row.get(end).asString()),
				row.get(end + "Name").asString(), row.get(end + "Type").asString(null));
	}

	private static List<Evidence> evidence(Value rows) {
		return rows.isNull() ? List.of()
				: rows.asList(Function.identity())
					.stream()
					.filter((row) -> !row.get("statement").isNull() && !row.get("episode").isNull())
					.map(FactRows::one)
					.toList();
	}

	private static Evidence one(Value row) {
		return new Evidence(StatementId.of(row.get("statement").asString()),
				EpisodeId.of(row.get("episode").asString()), row.get("quote").asString(null));
	}

	private static @Nullable Precision precision(Value value) {
		return value.isNull() ? null : Precision.valueOf(value.asString());
	}

	/** The driver reads a text that is not there as a word. */
	static String word(Value value) {
		if (value.isNull()) {
			throw new Uncoercible("NULL", "Java String");
		}
		return value.asString();
	}

	static Instant moment(Value value) {
		return value.asZonedDateTime().toInstant();
	}

}
