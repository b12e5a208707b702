package dev.loci.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.Beliefs;
import dev.loci.LociIT;
import dev.loci.Portrait;
import dev.loci.Tell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is told or erased while all is read anew is not lost, nor kept.
 */
@LociIT
class ReextractionTroubleIT {

	private final Api api;

	private final Driver driver;

	ReextractionTroubleIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
	}

	@BeforeEach
	void readHere() {
		read("demo", "local");
	}

	@AfterEach
	void whatIsBelievedIsSound() {
		Beliefs.areSound(this.driver);
		assertThat(this.driver.executableQuery("MATCH (s:Space) WHERE s.building IS NOT NULL RETURN s.name AS name")
			.execute()
			.records()).isEmpty();
	}

	@Test
	void readsNothingThatWasErased() {
		sayALot("demo");
		String smolensk = say("demo", "Alice", "2024-06-01T10:00:00Z", "I moved to Smolensk.").at("/id").asString();
		rebuild("demo");
		this.api.delete("/episodes/" + episodeOf(smolensk));

		rebuild("demo");

		assertThat(this.driver
			.executableQuery(
					"MATCH (n) WHERE any(key IN keys(n) WHERE toStringOrNull(n[key]) CONTAINS 'Smolensk') RETURN n")
			.execute()
			.records()).isEmpty();
	}

	@Test
	void losesNothingThatIsToldMeanwhile() {
		read("once", "local");
		for (String space : List.of("demo", "once")) {
			IntStream.range(0, 8).forEach((i) -> sayALot(space, 10 * i));
		}
		AtomicInteger told = new AtomicInteger();
		Thread writer = Thread.ofVirtual().start(() -> {
			while (told.get() < 20) {
				tellMore("demo", told.getAndIncrement());
			}
		});

		for (int i = 0; i < 3; i++) {
			assertThat(rebuild("demo").at("/status").asString()).isEqualTo("DONE");
		}
		await().atMost(Duration.ofMinutes(3)).until(() -> !writer.isAlive());
		IntStream.range(0, 20).forEach((i) -> tellMore("once", i));
		await().atMost(Duration.ofMinutes(3))
			.until(() -> this.api.get("/jobs?status=DONE&limit=200").at("/items").size() >= 2 * (8 * 9 + 20) + 3);

		assertThat(Portrait.ofBeliefs(this.driver, "demo"))
			.containsExactlyElementsOf(Portrait.ofBeliefs(this.driver, "once"));
	}

	@Test
	void isRefusedWhereNobodyReads() {
		read("demo", "off");
		sayALot("demo");

		assertThat(this.api.post("/spaces/demo/rebuild", "{\"from\": \"episodes\"}").status()).isEqualTo(400);
	}

	private void tellMore(String space, int i) {
		new Tell(this.api, space)
			.facts("N%d LIVES_IN Town%d %d.. said 2025-01-%02d".formatted(i % 6, i % 4, 1990 + i, i + 1));
		Answer answer = this.api.post("/spaces/" + space + "/episodes", """
				{"messages": [{"id": "more-%d", "role": "user", "name": "N%d", "content": "I live in Town%d.",
				               "occurredAt": "2025-02-%02dT10:00:00Z"}]}""".formatted(i, i % 6, i % 3, i + 1));
		assertThat(answer.status()).isEqualTo(202);
	}

	private void sayALot(String space) {
		sayALot(space, 0);
	}

	private void sayALot(String space, int later) {
		String[][] lines = { { "Alice", "I live in Paris." }, { "Alice", "My sister Ana lives in Porto." },
				{ "Bob", "I work at Acme." }, { "Bob", "I like coffee." }, { "Alice", "I work at Globex." },
				{ "Alice", "I moved to Berlin in March." }, { "Bob", "I no longer like coffee." },
				{ "Bob", "I married Carol in 2015." }, { "Carol", "Do you live in Rome?" } };
		for (int i = 0; i < lines.length; i++) {
			say(space, lines[i][0], "202%d-04-%02dT10:%02d:00Z".formatted(4 + later / 50, i + 1, later % 50),
					lines[i][1]);
		}
	}

	private String episodeOf(String job) {
		return this.driver.executableQuery("MATCH (:Job {id: $id})-[:INGESTS]->(e) RETURN e.id AS id")
			.withParameters(Map.of("id", job))
			.execute()
			.records()
			.getFirst()
			.get("id")
			.asString();
	}

	private void read(String space, String extract) {
		assertThat(this.api.send("PATCH", "/spaces/" + space, "{\"extract\": \"" + extract + "\"}").status())
			.isEqualTo(200);
	}

	private JsonNode say(String space, String name, String at, String content) {
		Answer answer = this.api.post("/spaces/" + space + "/episodes", """
				{"sessionId": "s", "messages": [{"role": "user", "name": "%s", "content": "%s", "occurredAt": "%s"}]}"""
			.formatted(name, content, at));
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
		return ended(answer.at("/jobId").asString());
	}

	private JsonNode rebuild(String space) {
		Answer asked = this.api.post("/spaces/" + space + "/rebuild", "{\"from\": \"episodes\"}");
		assertThat(asked.status()).as(asked.response().body()).isEqualTo(202);
		return ended(asked.at("/id").asString());
	}

	private JsonNode ended(String job) {
		await().atMost(Duration.ofMinutes(3))
			.pollInterval(Duration.ofMillis(50))
			.until(() -> this.api.get("/jobs/" + job).at("/status").asString().matches("DONE|FAILED"));
		return this.api.get("/jobs/" + job).json();
	}

}
