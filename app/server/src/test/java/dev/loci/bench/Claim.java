package dev.loci.bench;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.List;
import java.util.Map;

import dev.loci.bench.Sentences.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A sentence as the service would claim and believe it, for its own queries.
 */
record Claim(Sentence sentence, String fact, String statementId, String episode, String person, String thing,
		ZonedDateTime observedAt) {

	private static final ZonedDateTime STILL = ZonedDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000, ZoneOffset.UTC);

	/**
	 * With the episode that it becomes itself, as it was told without one.
	 */
	Map<String, @Nullable Object> statement(int position, float[] meaning) {
		Map<String, @Nullable Object> properties = shown();
		properties.putAll(Map.of("id", this.statementId, "turned", false, "subjectSaid", this.person, "objectSaid",
				this.thing, "time", "STATE", "polarity", "ASSERT", "authority", "AGENT", "observedAt", this.observedAt,
				"position", position));
		properties.put("concernedUntil", this.observedAt);
		properties.putAll(Map.of("hash", "%064x".formatted(this.sentence.number()), "suggestion", false, "said",
				this.sentence.topic().predicate(), "subjectMention", this.sentence.person().toLowerCase(Locale.ROOT),
				"objectMention", this.sentence.thing().toLowerCase(Locale.ROOT), "episodeId", this.episode, "alone",
				true));
		Map<String, @Nullable Object> said = new LinkedHashMap<>(Map.of("id", this.episode, "kind", "STATEMENT",
				"content", this.sentence.text(), "owner", "", "metadata", "{}", "occurredAt", this.observedAt));
		Map<String, @Nullable Object> statement = new LinkedHashMap<>();
		statement.put("properties", properties);
		statement.put("embedding", meaning);
		statement.put("quote", null);
		statement.put("episode", said);
		return statement;
	}

	Map<String, @Nullable Object> version() {
		Map<String, @Nullable Object> properties = shown();
		properties.putAll(Map.of("about",
				this.sentence.person() + " " + this.sentence.topic().predicate().replace('_', ' ') + " "
						+ this.sentence.thing(),
				"validTo", STILL, "expiresAt", STILL, "agentId", "", "sessionId", "", "top", this.statementId));
		return Map.of("id", this.fact, "version", 1, "cause", this.statementId, "properties", properties);
	}

	Map<String, @Nullable Object> edge() {
		return Map.of("fact", this.fact, "type", this.sentence.topic().predicate(), "subject", this.person, "object",
				this.thing, "predicate", this.sentence.topic().predicate(), "owner", "", "validFrom", this.observedAt,
				"validTo", STILL);
	}

	/** What a statement and the fact that it makes both show. */
	private Map<String, @Nullable Object> shown() {
		String predicate = this.sentence.topic().predicate();
		Map<String, @Nullable Object> shown = new LinkedHashMap<>();
		shown.put("slot", predicate + "|" + this.person + "|" + this.thing + "|");
		shown.put("state", "holds");
		shown.put("subject", this.person);
		shown.put("subjectName", this.sentence.person());
		shown.put("subjectType", "Person");
		shown.put("object", this.thing);
		shown.put("objectName", this.sentence.thing());
		shown.put("objectType", this.sentence.topic().type());
		shown.put("predicate", predicate);
		shown.put("type", predicate);
		shown.put("text", this.sentence.text());
		shown.put("kind", this.sentence.topic().kind());
		shown.put("validFrom", this.observedAt);
		shown.put("validFromPrecision", "INSTANT");
		shown.put("basis", "OBSERVED");
		shown.put("confidence", 1.0);
		shown.put("owner", "");
		shown.put("metadata", "{}");
		shown.put("tags", List.of());
		return shown;
	}

}
