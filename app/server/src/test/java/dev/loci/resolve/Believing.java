package dev.loci.resolve;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.loci.Api;
import dev.loci.Api.Answer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tells a space about people and where they live, and looks at what it believes.
 */
class Believing {

	final Api api;

	private final String space;

	private final Map<String, String> ids = new TreeMap<>();

	private int day;

	Believing(Api api, String space) {
		this.api = api;
		this.space = space;
	}

	/** {@code "Alice LIVES_IN Paris 2018"}, each a day later than the one before. */
	List<JsonNode> tell(String... statements) {
		List<String> facts = new ArrayList<>();
		for (String statement : statements) {
			List<String> words = Pattern.compile(" ").splitAsStream(statement).toList();
			String type = words.get(1).equals("LIVES_IN") ? "Place" : "Person";
			this.day++;
			facts.add("""
					{"subject": {"name": "%s", "type": "Person"}, "predicate": "%s",
					 "object": {"name": "%s", "type": "%s"}, %s "observedAt": "%s"}""".formatted(words.get(0),
					words.get(1), words.get(2), type,
					(words.size() > 3) ? "\"validFrom\": \"" + words.get(3) + "\"," : "",
					Instant.parse("2024-01-01T00:00:00Z").plus(Duration.ofDays(this.day))));
		}
		Answer answer = this.api.post("/spaces/" + this.space + "/facts",
				"{\"facts\": [" + String.join(", ", facts) + "]}");
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
		List<JsonNode> results = answer.at("/results").valueStream().toList();
		assertThat(results).noneMatch((result) -> result.at("/outcome").asString().equals("REJECTED"));
		for (int i = 0; i < statements.length; i++) {
			remember(results.get(i).at("/fact/subject"));
			remember(results.get(i).at("/fact/object"));
		}
		return results;
	}

	private void remember(JsonNode entity) {
		if (entity.has("id")) {
			this.ids.putIfAbsent(entity.at("/name").asString(), entity.at("/id").asString());
		}
	}

	/** The first id that a name had. */
	String id(String name) {
		return Objects.requireNonNull(this.ids.get(name), name);
	}

	Answer merge(String kept, String gone) {
		return this.api.post("/entities/" + id(kept) + "/merge", "{\"other\": \"%s\"}".formatted(id(gone)));
	}

	Answer undo(Answer merge) {
		return this.api.send("POST", "/merges/" + merge.at("/mergeId").asString() + "/undo", null);
	}

	/** All that is believed, each with its id. */
	List<String> facts() {
		return facts("");
	}

	List<String> facts(String query) {
		Answer answer = this.api.get("/spaces/" + this.space + "/facts?limit=200" + query);
		assertThat(answer.status()).isEqualTo(200);
		return answer.at("/items")
			.valueStream()
			.map((fact) -> fact.at("/id").asString() + " " + line(fact))
			.sorted()
			.toList();
	}

	/** The one that somebody or something is the object of. */
	Optional<String> factAbout(String object) {
		return facts().stream()
			.filter((fact) -> fact.contains(" " + object + " "))
			.map((fact) -> fact.substring(0, 36))
			.findFirst();
	}

	/** All that is believed, without ids. */
	List<String> beliefs() {
		return facts().stream().map((fact) -> fact.substring(37)).sorted().toList();
	}

	/**
	 * What is believed of somebody, slot by slot:
	 * {@code "LIVES_IN: Paris 2018..2020, Berlin 2020.."}.
	 */
	List<String> timeline(String name) {
		return timeline(name, "");
	}

	List<String> timeline(String name, String query) {
		return this.api.get("/entities/" + id(name) + "/timeline" + query)
			.at("/slots")
			.valueStream()
			.map((slot) -> slot.at("/predicate").asString() + ": "
					+ slot.at("/facts")
						.valueStream()
						.filter((fact) -> !fact.at("/status").asString().equals("DROPPED"))
						.map((fact) -> fact.at("/object/name").asString() + times(fact))
						.collect(Collectors.joining(", ")))
			.filter((line) -> !line.endsWith(": "))
			.toList();
	}

	String clock() {
		return this.api.get("/spaces/" + this.space + "/facts").at("/knownAt").asString();
	}

	private static String line(JsonNode fact) {
		return fact.at("/subject/name").asString() + " " + fact.at("/predicate").asString() + " "
				+ fact.at("/object/name").asString() + times(fact) + " by "
				+ fact.at("/evidence").findValuesAsString("statementId");
	}

	private static String times(JsonNode fact) {
		return " " + year(fact.at("/validFrom")) + ".." + year(fact.at("/validTo"));
	}

	private static String year(JsonNode moment) {
		return moment.isNull() ? "" : moment.asString().replaceAll("(-01-01)?T00:00:00Z$", "");
	}

}
