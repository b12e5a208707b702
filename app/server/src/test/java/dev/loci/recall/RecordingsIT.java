package dev.loci.recall;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociIT;
import dev.loci.Tell;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was given can be looked up later, from either end, and judged.
 */
@LociIT
class RecordingsIT {

	private final Api api;

	private final Driver driver;

	private final Recordings recordings;

	private final MeterRegistry meters;

	private final Tell tell;

	RecordingsIT(@LocalServerPort int port, @Autowired Driver driver, @Autowired Recordings recordings,
			@Autowired MeterRegistry meters) {
		this.api = new Api(port);
		this.driver = driver;
		this.recordings = recordings;
		this.meters = meters;
		this.tell = new Tell(this.api, "demo");
	}

	@Test
	void tellsWhatWasAskedWhatWasGivenAndWhy() {
		this.api.post("/spaces/demo/episodes?wait=PT20S",
				"{\"messages\": [{\"role\": \"user\", \"content\": \"Alice loves Paris.\"}]}");
		this.tell.facts("Alice LIVES_IN Paris 2018..");

		Answer given = this.api.post("/spaces/demo/recall",
				"""
						{"query": "Where does Alice live?", "limit": 7, "history": true, "validAt": "2020-01-01T00:00:00Z", "explain": true,
						 "filters": {"entities": [], "metadata": {}}, "responseId": "answer-1"}""");
		JsonNode kept = recording(given);

		assertThat(kept.at("/recallId")).isEqualTo(given.at("/recallId"));
		assertThat(kept.at("/space").asString()).isEqualTo("demo");
		assertThat(kept.at("/query").asString()).isEqualTo("Where does Alice live?");
		assertThat(kept.at("/responseId").asString()).isEqualTo("answer-1");
		assertThat(kept.at("/request/limit").asInt()).isEqualTo(7);
		assertThat(kept.at("/request/history").asBoolean()).isTrue();
		assertThat(kept.at("/request/include").toString()).contains("facts", "episodes");
		assertThat(kept.at("/validAt")).isEqualTo(given.at("/validAt"));
		assertThat(kept.at("/knownAt")).isEqualTo(given.at("/knownAt"));
		assertThat(Instant.parse(kept.at("/askedAt").asString())).isBetween(Instant.now().minusSeconds(60),
				Instant.now());
		assertThat(kept.at("/items")).hasSize(given.at("/items").size()).hasSizeGreaterThan(1);
		for (int i = 0; i < kept.at("/items").size(); i++) {
			JsonNode item = kept.at("/items/" + i);
			JsonNode was = given.at("/items/" + i);
			assertThat(item.at("/rank").asInt()).isEqualTo(i + 1);
			for (String field : List.of("kind", "id", "version", "passageId", "text", "score", "why")) {
				assertThat(item.at("/" + field)).as(field).isEqualTo(was.at("/" + field));
			}
		}
		assertThat(kept.at("/gone").asInt()).isZero();
	}

	@Test
	void recordsTheReasonsOfThoseWhoDidNotAskForThem() {
		this.tell.facts("Alice LIVES_IN Paris 2018..");

		Answer given = recall("Alice");

		assertThat(given.at("/items/0/why").isMissingNode()).isTrue();
		assertThat(recording(given).at("/items/0/why/fused").isMissingNode()).isFalse();
	}

	@Test
	void givesTheVersionThatWasGivenAfterTheFactHasChanged() {
		String fact = this.tell.facts("Alice LIVES_IN Paris 2018..").at("/results/0/fact/id").asString();
		Answer given = recall("Alice");
		this.api.send("PATCH", "/facts/" + fact, "{\"text\": \"Alice resides in Paris.\"}");
		Answer later = recall("Alice");
		this.api.post("/facts/" + fact + "/retract", "{}");
		this.api.post("/spaces/demo/rebuild", "{\"from\": \"statements\"}");
		awaitJobs();

		assertThat(item(recording(given), fact)).containsEntry("version", 1)
			.containsEntry("text", "Alice lives in Paris.");
		assertThat(item(recording(later), fact)).containsEntry("version", 2)
			.containsEntry("text", "Alice resides in Paris.");
		assertThat(ids(list("factId=" + fact))).containsExactly(id(later), id(given));
	}

	@Test
	void recordsWhatWasAskedWhereNothingIs() {
		Answer given = recall("Is anybody there?");

		JsonNode kept = recording(given);

		assertThat(kept.at("/query").asString()).isEqualTo("Is anybody there?");
		assertThat(kept.at("/given").asInt()).isZero();
		this.tell.facts("Alice LIVES_IN Paris 2018..");
		this.api.delete("/spaces/demo");
		assertThat(this.api.get("/recalls/" + id(given)).status()).isEqualTo(404);
	}

	@Test
	void keepsNothingOfWhatIsErasedButItsNumber() {
		String episode = this.api.post("/spaces/demo/episodes", "{\"text\": \"Ann lives in Quuxville.\"}")
			.at("/episodeIds/0")
			.asString();
		String fact = this.api.post("/spaces/demo/facts", """
				{"facts": [{"subject": {"name": "Ann"}, "predicate": "LIVES_IN", "object": {"name": "Quuxville"},
				  "episodeId": "%s"}]}""".formatted(episode)).at("/results/0/fact/id").asString();
		String other = this.tell.facts("Ann WORKS_AT Acme 2020..").at("/results/0/fact/id").asString();
		Answer given = recall("Where does Ann live?");
		Stream.of(episode, fact, other).forEach((memory) -> feedback(id(given), memory, true));

		this.api.delete("/episodes/" + episode);

		JsonNode kept = recording(given);
		assertThat(kept.at("/given").asInt()).isEqualTo(given.at("/items").size());
		assertThat(kept.at("/gone").asInt()).isEqualTo(3);
		assertThat(kept.toString()).doesNotContain("Quux").contains("Acme");
		assertThat(feedback(id(given), fact, true).status()).isEqualTo(422);
		assertThat(count("MATCH (u:Feedback) RETURN count(u) AS n")).isOne();
		assertThat(this.driver
			.executableQuery(
					"MATCH (n) WHERE any(key IN keys(n) WHERE toStringOrNull(n[key]) CONTAINS 'Quux') RETURN n")
			.execute()
			.records()).isEmpty();
	}

	@Test
	void goesWithItsSpace() {
		String fact = this.tell.facts("Alice LIVES_IN Paris 2018..").at("/results/0/fact/id").asString();
		new Tell(this.api, "other").facts("Bob LIVES_IN Oslo 2018..");
		String recall = id(recall("Alice", "a-1"));
		feedback(recall, fact, true);
		String stays = id(this.api.post("/spaces/other/recall", "{\"query\": \"Bob\"}"));
		// Still waiting to be recorded when the space goes.
		String last = id(recall("Alice", "a-1"));

		this.api.delete("/spaces/demo");

		assertThat(this.api.get("/recalls/" + recall).status()).isEqualTo(404);
		assertThat(this.api.get("/recalls/" + last).status()).isEqualTo(404);
		assertThat(ids(list(""))).containsExactly(stays);
		assertThat(count("MATCH (n) WHERE n:Recall OR n:Feedback RETURN count(n) AS n")).isOne();
	}

	@Test
	void forgetsWhatWasAskedTooLongAgo() {
		String fact = this.tell.facts("Alice LIVES_IN Paris 2018..").at("/results/0/fact/id").asString();
		List<String> all = IntStream.range(0, 3).mapToObj((i) -> id(recall("Alice"))).toList();
		feedback(all.getFirst(), fact, true);
		this.driver.executableQuery("""
				MATCH (r:Recall) WHERE r.id <> $id SET r.askedAt = datetime() - duration('P31D')""")
			.withParameters(Map.of("id", all.get(2)))
			.execute();

		this.recordings.forgetOld();

		assertThat(ids(list(""))).containsExactly(all.get(2));
		assertThat(feedback(all.get(2), fact, true).at("/use/helpful").asInt()).isEqualTo(2);
	}

	@Test
	void isNoWriteOfTheSpace() {
		this.tell.facts("Alice LIVES_IN Paris 2018..");
		Answer first = recall("Alice");

		feedback(id(first), first.at("/items/0/id").asString(), true);

		assertThat(recall("Alice").at("/knownAt")).isEqualTo(first.at("/knownAt"));
	}

	@Test
	void countsWhatItKeeps() {
		double before = this.meters.counter("loci.recordings", "outcome", "kept").count();

		this.api.get("/recalls/" + id(recall("Alice")));

		assertThat(this.meters.counter("loci.recordings", "outcome", "kept").count()).isGreaterThan(before);
		assertThat(this.api.get("/actuator/prometheus").response().body()).contains("loci_recordings_waiting");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			'', 400
			128, 200
			129, 400
			NUL, 400
			""")
	void takesAResponseIdOfSomeLength(String length, int status) {
		String id = length.equals("NUL") ? "a\\u0000" : length.isEmpty() ? "" : "x".repeat(Integer.parseInt(length));

		assertThat(recall("Alice", id).status()).isEqualTo(status);
	}

	private Answer recall(String query) {
		return this.api.post("/spaces/demo/recall", "{\"query\": \"%s\"}".formatted(query));
	}

	private Answer recall(String query, String responseId) {
		return this.api.post("/spaces/demo/recall",
				"{\"query\": \"%s\", \"responseId\": \"%s\"}".formatted(query, responseId));
	}

	private JsonNode recording(Answer recall) {
		Answer answer = this.api.get("/recalls/" + id(recall));
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
		return answer.json();
	}

	private Answer list(String query) {
		Answer answer = this.api.get("/recalls?" + query);
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
		return answer;
	}

	private Answer feedback(String recall, String memory, boolean helpful) {
		return this.api.post("/recalls/" + recall + "/feedback",
				"{\"memoryId\": \"%s\", \"helpful\": %s}".formatted(memory, helpful));
	}

	private void awaitJobs() {
		while (this.api.get("/jobs")
			.at("/items")
			.findValuesAsString("status")
			.stream()
			.anyMatch((s) -> !s.equals("DONE"))) {
			Thread.onSpinWait();
		}
	}

	private static Map<String, Object> item(JsonNode recording, String id) {
		JsonNode item = recording.at("/items")
			.valueStream()
			.filter((each) -> each.at("/id").asString().equals(id))
			.findFirst()
			.orElseThrow();
		return Map.of("version", item.at("/version").asInt(0), "text", item.at("/text").asString(), "helpful",
				item.at("/helpful").asBoolean(false));
	}

	private static String id(Answer recall) {
		return recall.at("/recallId").asString();
	}

	private static List<String> ids(Answer list) {
		return list.at("/items").findValuesAsString("recallId");
	}

	private long count(String query) {
		return this.driver.executableQuery(query).execute().records().getFirst().get("n").asLong();
	}

}
