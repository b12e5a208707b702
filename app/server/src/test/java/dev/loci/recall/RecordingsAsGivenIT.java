package dev.loci.recall;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociIT;
import dev.loci.Tell;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a recording tells is what the caller has read, whatever has become of it since.
 */
@LociIT
class RecordingsAsGivenIT {

	private final Api api;

	private final Driver driver;

	private final Tell tell;

	RecordingsAsGivenIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
		this.tell = new Tell(this.api, "demo");
	}

	@Test
	void callsEntitiesWhatTheyWereCalledThen() {
		call("Alice", "2020");
		Answer alice = recall("my flat", "\"include\": [\"entities\"]");
		call("Ann", "2022");
		Answer ann = recall("my flat", "\"include\": [\"entities\"]");
		call("Anna", "2023");

		assertThat(alice.at("/items").findValuesAsString("text")).first().asString().startsWith("Alice");
		assertThat(ann.at("/items").findValuesAsString("text")).first().asString().startsWith("Ann");
		for (Answer given : List.of(alice, ann)) {
			assertThat(recording(given).at("/items").findValuesAsString("text"))
				.isEqualTo(given.at("/items").findValuesAsString("text"));
		}
	}

	@Test
	void namesWhoAFactWasAboutAsItWasNamedThen() {
		call("Alice", "2020");
		this.api.post("/spaces/demo/facts",
				"""
						{"facts": [{"subject": {"externalId": "self"}, "predicate": "LIVES_IN", "object": {"name": "Berlin"}}]}""");
		Answer given = recall("Berlin", "\"include\": [\"facts\"], \"filters\": {\"predicates\": [\"LIVES_IN\"]}");
		call("Ann", "2022");

		assertThat(given.at("/items/0/subject/name").isMissingNode()).isFalse();
		assertThat(recording(given).at("/items/0/subject")).isEqualTo(given.at("/items/0/subject"));
	}

	@Test
	void tellsOfItsContextWhatWasAskedAndCarried() {
		for (String text : List.of("I book trips.", "I book long trips.")) {
			this.api.send("PUT", "/spaces/demo/blocks/persona", "{\"text\": \"%s\"}".formatted(text));
		}
		this.api.send("PUT", "/spaces/demo/blocks/rules", "{\"text\": \"%s\"}".formatted("Ask first. ".repeat(100)));
		this.tell.facts("Alice LIVES_IN Paris 2018..");

		Answer given = recall("Alice", "\"tokenBudget\": 200");
		this.api.send("PUT", "/spaces/demo/blocks/persona", "{\"text\": \"I book flights.\"}");

		JsonNode kept = recording(given);
		assertThat(kept.at("/request/tokenBudget").asInt()).isEqualTo(200);
		assertThat(kept.at("/tokens")).isEqualTo(given.at("/tokens"));
		assertThat(kept.at("/blocks")).singleElement().satisfies((block) -> {
			assertThat(block.at("/label").asString()).isEqualTo("persona");
			assertThat(block.at("/version").asInt()).isEqualTo(2);
			assertThat(this.api.get("/spaces/demo/blocks/persona?knownAt=" + block.at("/recordedFrom").asString())
				.at("/text")
				.asString()).isEqualTo("I book long trips.");
		});
		this.api.delete("/spaces/demo/blocks/persona");
		assertThat(recording(given).at("/blocks")).isEmpty();
	}

	@Test
	void tellsOfNoContextWhereNoneWasAskedFor() {
		this.api.send("PUT", "/spaces/demo/blocks/persona", "{\"text\": \"I book trips.\"}");
		this.tell.facts("Alice LIVES_IN Paris 2018..");

		JsonNode kept = recording(recall("Alice", "\"limit\": 3"));

		assertThat(kept.at("/request/tokenBudget").isMissingNode()).isTrue();
		assertThat(kept.at("/tokens").isNull()).isTrue();
		assertThat(kept.at("/blocks")).isEmpty();
	}

	@Test
	void areFoundByAMemoryPageByPageAndOnceEach() {
		this.api.post("/spaces/demo/episodes?wait=PT20S",
				"{\"text\": \"%s\"}".formatted("Whales sing in the deep sea. ".repeat(400)));
		String episode = this.api.get("/spaces/demo/episodes").at("/items/0/id").asString();
		String fact = this.tell.facts("Whales LIVES_IN Sea 2018..").at("/results/0/fact/id").asString();
		List<String> all = IntStream.range(0, 5)
			.mapToObj((i) -> recall("Whales in the sea " + i, "\"limit\": 20").at("/recallId").asString())
			.toList()
			.reversed();

		for (String memory : List.of("factId=" + fact, "episodeId=" + episode)) {
			Answer first = this.api.get("/recalls?limit=3&" + memory);
			Answer second = this.api.get("/recalls?limit=3&" + memory + "&cursor=" + first.at("/next").asString());
			assertThat(Stream.of(first, second)
				.flatMap((page) -> page.at("/items").findValuesAsString("recallId").stream())).as(memory)
				.isEqualTo(all);
			assertThat(second.at("/next").isNull()).isTrue();
		}
		assertThat(this.driver
			.executableQuery(
					"MATCH (:Recall)-[gave:GAVE]->(p:Passage) RETURN count(gave) > count(DISTINCT gave.recall) AS many")
			.execute()
			.records()
			.getFirst()
			.get("many")
			.asBoolean()).as("several passages of one episode").isTrue();
	}

	private void call(String name, String since) {
		Answer answer = this.api.post("/spaces/demo/facts",
				"""
						{"facts": [{"subject": {"name": "User", "externalId": "self", "type": "Person"}, "predicate": "HAS_NAME",
						  "value": "%s", "validFrom": "%s"}]}"""
					.formatted(name, since));
		assertThat(answer.at("/results/0/statementId").isNull()).as(answer.response().body()).isFalse();
	}

	private Answer recall(String query, String more) {
		Answer answer = this.api.post("/spaces/demo/recall", "{\"query\": \"%s\", %s}".formatted(query, more));
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
		return answer;
	}

	private JsonNode recording(Answer recall) {
		Answer answer = this.api.get("/recalls/" + recall.at("/recallId").asString());
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
		return answer.json();
	}

}
