package dev.loci.ingest;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.Beliefs;
import dev.loci.LociIT;
import dev.loci.Tell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is told, decided or erased while a space is believed anew is not lost, nor kept.
 */
@LociIT
class RebuildTroubleIT {

	private final Api api;

	private final Driver driver;

	private final Tell tell;

	RebuildTroubleIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
		this.tell = new Tell(this.api, "demo");
	}

	@AfterEach
	void whatIsBelievedIsSound() {
		Beliefs.areSound(this.driver);
	}

	@Test
	void losesNothingThatIsToldMeanwhile() {
		this.tell.facts(String.join(";", history(new Random(1), 0, 300)));
		AtomicInteger told = new AtomicInteger();
		Thread writer = Thread.ofVirtual().start(() -> {
			while (told.get() < 40) {
				int day = told.getAndIncrement();
				this.tell.facts(String.join(";", history(new Random(2 + day), 300 + day * 3, 303 + day * 3)));
			}
		});

		for (int i = 0; i < 3; i++) {
			rebuild("demo");
		}
		await().atMost(Duration.ofMinutes(2)).until(() -> !writer.isAlive());

		assertThat(told).hasValue(40);
		List<String> meanwhile = beliefs("demo");
		Tell once = new Tell(this.api, "once");
		once.facts(String.join(";", history(new Random(1), 0, 300)));
		IntStream.range(0, 40)
			.forEach((day) -> once.facts(String.join(";", history(new Random(2 + day), 300 + day * 3, 303 + day * 3))));
		assertThat(meanwhile).isEqualTo(beliefs("once"));
	}

	@Test
	void beginsAnewWhenADecisionComesBetween() {
		this.tell.facts(String.join(";", history(new Random(1), 0, 400)));
		List<String> people = new ArrayList<>(
				this.api.get("/spaces/demo/entities?type=Person&limit=200").json().findValuesAsString("id"));
		Thread decider = Thread.ofVirtual().start(() -> {
			for (int i = 0; i < 3; i++) {
				assertThat(this.api
					.post("/entities/" + people.getFirst() + "/merge", "{\"other\": \"" + people.get(i + 1) + "\"}")
					.status()).isEqualTo(200);
			}
		});

		JsonNode job = rebuild("demo");
		await().atMost(Duration.ofMinutes(2)).until(() -> !decider.isAlive());

		assertThat(job.at("/status").asString()).isEqualTo("DONE");
		List<String> first = beliefs("demo");
		rebuild("demo");
		assertThat(beliefs("demo")).isEqualTo(first);
		assertThat(this.api.get("/entities/" + people.get(1)).at("/mergedInto").asString())
			.isEqualTo(people.getFirst());
	}

	@Test
	void leavesNothingOfAnErasedEpisodeInAnyGeneration() {
		JsonNode told = this.tell.facts("Alice LIVES_IN Paris 2001..; Alice LIVES_IN Smolensk 2005..");
		String episode = told.at("/results/1/fact/evidence/0/episodeId").asString();
		rebuild("demo");

		JsonNode erased = this.api.delete("/episodes/" + episode).json();

		assertThat(erased.at("/statements").asInt()).isOne();
		assertThat(this.tell.believed("Alice", "LIVES_IN")).isEqualTo("Paris 2001..");
		assertThat(this.driver.executableQuery("""
				MATCH (n) WHERE any(key IN keys(n) WHERE toStringOrNull(n[key]) CONTAINS 'Smolensk') RETURN n""")
			.execute()
			.records()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			PATCH | /spaces/demo            | {}                                 | 400
			PATCH | /spaces/demo            | []                                 | 400
			PATCH | /spaces/demo            | null                               | 400
			PATCH | /spaces/demo            | {"colour": "blue"}                 | 400
			PATCH | /spaces/demo            | {"ontology": null, "colour": 1}    | 400
			PATCH | /spaces/demo            | {"ontology": 5}                    | 400
			PATCH | /spaces/demo            | {"extract": "telepathy"}           | 400
			PATCH | /spaces/demo            | {"extract": true}                  | 400
			PATCH | /spaces/demo            | {"ontology": ""}                   | 422
			PATCH | /spaces/demo            | {"ontology": "!!java.io.File x"}   | 422
			PATCH | /spaces/a%2Fb           | {"ontology": null}                 | 400
			POST  | /spaces/demo/rebuild    | {}                                 | 400
			POST  | /spaces/demo/rebuild    | {"from": "episodes"}               | 400
			POST  | /spaces/demo/rebuild    | {"from": "statements", "x": 1}     | 400
			POST  | /spaces/nowhere/rebuild | {"from": "statements"}             | 404
			""")
	void refusesWhatItCannotDo(String method, String path, String body, int status) {
		Answer answer = this.api.send(method, path, body);

		assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
		assertThat(answer.at("/type").asString()).startsWith("/problems/");
	}

	private JsonNode rebuild(String space) {
		String job = this.api.post("/spaces/" + space + "/rebuild", "{\"from\": \"statements\"}").at("/id").asString();
		await().atMost(Duration.ofMinutes(2))
			.until(() -> this.api.get("/jobs/" + job).at("/status").asString().matches("DONE|FAILED"));
		return this.api.get("/jobs/" + job).json();
	}

	private List<String> beliefs(String space) {
		List<String> all = new ArrayList<>();
		String next = "";
		while (next != null) {
			JsonNode page = this.api.get("/spaces/" + space + "/facts?limit=200" + next).json();
			page.at("/items")
				.forEach((fact) -> all.add(fact.at("/subject/name") + " " + fact.at("/predicate") + " "
						+ fact.at("/object/name") + " " + fact.at("/validFrom") + " " + fact.at("/validTo")));
			next = page.at("/next").isNull() ? null : "&cursor=" + page.at("/next").asString();
		}
		return all.stream().sorted().toList();
	}

	/** One a day, so that none has the rank of another. */
	private static List<String> history(Random random, int from, int to) {
		return IntStream.range(from, to).mapToObj((day) -> {
			String what = List
				.of("LIVES_IN Paris", "LIVES_IN Berlin", "LIVES_IN Rome", "WORKS_AT Acme", "WORKS_AT Globex")
				.get(random.nextInt(5));
			return "P%d %s %d.. said %s".formatted(random.nextInt(30), what, 2000 + random.nextInt(20),
					LocalDate.of(2020, 1, 1).plusDays(day));
		}).toList();
	}

}
