package dev.loci.recall;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.loci.Api;
import dev.loci.LociIT;
import dev.loci.Tell;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Each arm finds what no other one does.
 */
@LociIT
class RecallArmsIT {

	private final Api api;

	private final Tell tell;

	RecallArmsIT(@LocalServerPort int port) {
		this.api = new Api(port);
		this.tell = new Tell(this.api, "demo");
	}

	@Test
	void giveWhatIsKnownOfAFact() {
		String id = this.api
			.post("/spaces/demo/facts",
					"""
							{"facts": [{"subject": {"name": "Zed", "type": "Person"}, "predicate": "LIVES_IN", "object": {"name": "Oslo"},
							            "text": "Zed has found a home in Oslo.", "validFrom": "2020-03", "expiresAt": "2999-01-01T00:00:00Z",
							            "confidence": 0.7, "agentId": "a-1", "metadata": {"channel": "web"}}]}""")
			.at("/results/0/fact/id")
			.asString();
		JsonNode fact = this.api.get("/facts/" + id).json();

		JsonNode item = recall("Where does Zed live?", "facts", "").get(0);

		for (String name : List.of("id", "version", "text", "subject", "predicate", "confidence", "agentId", "metadata",
				"validFrom", "recordedFrom", "status")) {
			assertThat(item.at("/" + name)).as(name).isEqualTo(fact.at("/" + name)).isNotEqualTo(fact.at("/nothing"));
		}
		assertThat(item.at("/evidence/0/statementId").asString())
			.isEqualTo(fact.at("/evidence/0/statementId").asString())
			.isNotEmpty();
	}

	@Test
	void findFactsAboutWhomTheQuestionNames() {
		this.tell.facts("Zed OWNS Yacht 2020..; Zed SPEAKS Latin 2010..");

		JsonNode items = recall("Zed?", "facts", "");

		assertThat(items.valueStream().map((item) -> item.at("/why/entity/rank").asInt())).containsExactly(1, 2);
	}

	@Test
	void findWhatWhomTheQuestionNamesHasToDoWithWhomTheCallerNames() {
		this.tell.facts("Zed WORKS_AT Acme 2015..; Bob WORKS_AT Acme 2015..; Zed SPEAKS Latin 2010..");

		JsonNode items = recall("Since when does Zed work?", "facts", ", \"filters\": {\"entities\": [\"Acme\"]}");

		assertThat(item(items, "Zed works at Acme.").at("/why/entity/rank").asInt()).isEqualTo(1);
		assertThat(item(items, "Bob works at Acme.").at("/why/entity").isMissingNode()).isTrue();
		assertThat(texts(items)).hasSize(2);
	}

	@Test
	void findEntitiesByMeaningHoweverFewAreGiven() {
		this.tell.facts("Zed OWNS Teapot; Coffee LOCATED_IN Kitchen; Breakfast LOCATED_IN Kitchen");

		JsonNode items = recall("What does Zed drink for breakfast?", "entities", ", \"limit\": 1");

		assertThat(items).hasSize(1);
		assertThat(items.get(0).at("/why/vector/rank").asInt()).isPositive();
		assertThat(recall("What does Zed drink for breakfast?", "entities", ", \"limit\": 10").get(0))
			.isEqualTo(items.get(0));
	}

	@Test
	void findWhatIsOneStepFurther() {
		this.tell.facts("Alice REPORTS_TO Bob 2020..; Bob LIVES_IN Lisbon 2018..; Carol LIVES_IN Oslo 2018..");

		JsonNode lisbon = item(recall("Where does the manager of Alice live?", "facts", ""), "Bob lives in Lisbon.");

		assertThat(lisbon.at("/why/graph/path").valueStream().map((step) -> step.at("/label").asString()))
			.containsExactly("Alice", "Alice reports to Bob.", "Bob");
		assertThat(lisbon.at("/why/entity").isMissingNode()).isTrue();
	}

	/** So many others mean the same that the vectors of these are not looked at. */
	@Test
	void findWhatIsNotAmongTheNearest() {
		this.tell.facts(IntStream.range(0, 200)
			.mapToObj((i) -> "Person" + i + " LIVES_IN Town" + i)
			.collect(Collectors.joining("; ")));
		this.api.post("/spaces/demo/facts",
				"""
						{"facts": [{"subject": {"externalId": "z", "name": "Zed"}, "predicate": "SPEAKS", "object": {"name": "Latin"}},
						           {"subject": {"externalId": "z", "name": "Grandpa"}, "predicate": "KNOWS", "object": {"name": "Yves"}},
						           {"subject": {"name": "Yves"}, "predicate": "OWNS", "object": {"name": "Yacht"}}]}""");

		JsonNode found = recall("Where is Grandpa at home?", "facts", ", \"limit\": 20");

		JsonNode latin = item(found, "Zed speaks Latin.");
		assertThat(latin.at("/why/vector/rank").isMissingNode()).as(latin.toString()).isTrue();
		assertThat(latin.at("/why/entity/rank").isMissingNode()).isFalse();
		JsonNode yacht = item(found, "Yves owns Yacht.");
		assertThat(yacht.at("/why/vector/rank").isMissingNode()).as(yacht.toString()).isTrue();
		assertThat(yacht.at("/why/graph/rank").isMissingNode()).isFalse();
	}

	@Test
	void countWhatOnlyLastedThenHalfAlsoWhereTheCallerNamesSomebody() {
		this.tell
			.facts("Alice SPEAKS Latin 2010..; Alice LIVES_IN Berlin 2023-05-10..; Bob LIVES_IN Oslo 2023-05-11..");

		JsonNode all = recall("What changed in May 2023?", "facts", "");
		JsonNode hers = recall("What changed in May 2023?", "facts", ", \"filters\": {\"entities\": [\"Alice\"]}");

		assertThat(texts(hers)).hasSize(2);
		for (String text : List.of("Alice speaks Latin.", "Alice lives in Berlin.")) {
			assertThat(item(hers, text).at("/why/time/score").asDouble())
				.isCloseTo(item(all, text).at("/why/time/score").asDouble(), within(1e-6));
		}
	}

	@Test
	void findWhatHeldInTheTimeThatIsAskedAbout() {
		this.tell.facts("Alice LIVES_IN Paris 2015..2019; Alice LIVES_IN Berlin 2020..");

		assertThat(texts(recall("Where did Alice live in 2017?", "facts", ""))).startsWith("Alice lives in Paris.");
		assertThat(item(recall("Where did Alice live in 2017?", "facts", ""), "Alice lives in Paris.").at("/status")
			.asString()).isEqualTo("ENDED");
		assertThat(texts(recall("Where does Alice live?", "facts", ""))).containsExactly("Alice lives in Berlin.");
		assertThat(texts(recall("Where did Alice live in 2017?", "facts", ", \"validAt\": \"2021-01-01T00:00:00Z\"")))
			.containsExactly("Alice lives in Berlin.");
	}

	@Test
	void findWhatWasSaidInTheTimeThatIsAskedAbout() {
		say("s-1", "2023-05-08T10:00:00Z", "We had soup.");
		say("s-2", "2023-09-08T10:00:00Z", "We had soup.");

		JsonNode first = recall("What did we have in September 2023?", "episodes", "").get(0);

		assertThat(first.at("/occurredAt").asString()).startsWith("2023-09-08");
		assertThat(first.at("/why/time/points").asDouble()).isEqualTo(2);
	}

	@Test
	void findAnAnswerByTheQuestionBeforeIt() {
		say("s-1", "2023-05-08T10:00:00Z", "Which instrument does your daughter play?", "The oboe.",
				"Nice weather today, is it not?", "Lovely.");

		List<String> texts = texts(recall("Which instrument does the daughter play?", "episodes", ""));

		assertThat(texts.subList(0, 2)).contains("The oboe.");
	}

	@Test
	void giveAFactAndItsMessageAsOne() {
		this.api.send("PATCH", "/spaces/demo", "{\"extract\": \"local\"}");
		say("s-1", "2023-05-08T10:00:00Z", "I live in Berlin.", "The weather is nice.");

		JsonNode items = this.api
			.post("/spaces/demo/recall", "{\"query\": \"Where do I live?\", \"include\": [\"facts\", \"episodes\"]}")
			.at("/items");

		assertThat(items.get(0).at("/kind").asString()).isEqualTo("fact");
		assertThat(items.get(0).at("/said/text").asString()).isEqualTo("I live in Berlin.");
		assertThat(texts(items)).doesNotContain("I live in Berlin.");
	}

	@Test
	void findEntities() {
		this.tell.facts("Alice LIVES_IN Berlin 2020..; Bob FRIEND_OF Alice");

		assertThat(texts(recall("Who is Alice?", "entities", "")).getFirst()).isEqualTo("Alice (Person)");
	}

	@Test
	void areAskedForTheWholeNameOrItsWords() {
		this.tell.facts("Müller_&_Söhne OWNS Yacht 2020..; Ann KNOWS Bob");

		assertThat(texts(recall("What belongs to Müller?", "facts", "")).getFirst()).contains("Yacht");
	}

	private JsonNode recall(String query, String kind, String more) {
		return this.api
			.post("/spaces/demo/recall",
					"{\"query\": \"" + query + "\", \"explain\": true, \"include\": [\"" + kind + "\"]" + more + "}")
			.at("/items");
	}

	private void say(String session, String when, String... contents) {
		for (String content : contents) {
			assertThat(this.api
				.post("/spaces/demo/episodes?wait=PT30S",
						"{\"messages\": [{\"role\": \"user\", \"content\": \"" + content + "\", \"occurredAt\": \""
								+ when + "\"}], \"sessionId\": \"" + session + "\"}")
				.status()).isEqualTo(200);
		}
	}

	private static List<String> texts(JsonNode items) {
		return items.valueStream().map((item) -> item.at("/text").asString()).toList();
	}

	private static JsonNode item(JsonNode items, String text) {
		return items.valueStream().filter((item) -> item.at("/text").asString().equals(text)).findFirst().orElseThrow();
	}

}
