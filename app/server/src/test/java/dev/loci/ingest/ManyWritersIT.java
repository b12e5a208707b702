package dev.loci.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.Beliefs;
import dev.loci.LociIT;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@LociIT
class ManyWritersIT {

	private static final int WRITERS = 32;

	private final Api api;

	private final Driver driver;

	ManyWritersIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
	}

	@Test
	void giveEveryRequestAMomentOfItsOwnInOneUnbrokenConversation() throws Exception {
		List<Answer> answers = together((writer) -> this.api.post("/spaces/demo/episodes",
				"{\"messages\": [{\"role\": \"user\", \"content\": \"Message %d.\"}], \"sessionId\": \"s-1\"}"
					.formatted(writer)));

		assertThat(answers).allMatch((answer) -> answer.status() == 202);
		assertThat(count("MATCH (e:Episode) RETURN count(DISTINCT e.recordedAt) AS n")).isEqualTo(WRITERS);
		assertThat(count("MATCH (:Space)-[:HAS_GENERATION]->(g:Generation) RETURN count(g) AS n")).isOne();
		assertThat(count("MATCH (:Session)-[:LAST]->(last)<-[steps:NEXT*0..]-(e) RETURN count(DISTINCT e) AS n"))
			.isEqualTo(WRITERS);
		assertThat(count(
				"MATCH (earlier)-[:NEXT]->(later) WHERE earlier.recordedAt >= later.recordedAt RETURN count(*) AS n"))
			.isZero();
	}

	@Test
	void keepTheSameMessageOnce() throws Exception {
		List<Answer> answers = together((writer) -> this.api.post("/spaces/demo/episodes",
				"{\"messages\": [{\"id\": \"m-1\", \"role\": \"user\", \"content\": \"Hello.\"}]}"));

		assertThat(answers).allMatch((answer) -> answer.status() == 202)
			.extracting((answer) -> answer.at("/episodeIds/0"))
			.containsOnly(answers.getFirst().at("/episodeIds/0"));
		assertThat(answers).filteredOn((answer) -> !answer.at("/episodes/0/duplicate").asBoolean()).hasSize(1);
	}

	@Test
	void getOneAnswerForOneIdempotencyKey() throws Exception {
		List<Answer> answers = together(
				(writer) -> this.api.post("/spaces/demo/episodes", "{\"text\": \"Hello.\"}", "Idempotency-Key", "k-1"));

		assertThat(answers).extracting(Answer::json).containsOnly(answers.getFirst().json());
		assertThat(count("MATCH (e:Episode) RETURN count(e) AS n")).isOne();
	}

	@Test
	void useAnIdempotencyKeyOnceInAllSpaces() throws Exception {
		List<Answer> answers = together((writer) -> this.api.post("/spaces/space-" + writer + "/episodes",
				"{\"text\": \"Hello.\"}", "Idempotency-Key", "k-1"));

		assertThat(answers).filteredOn((answer) -> answer.status() == 202).hasSize(1);
		assertThat(answers).filteredOn((answer) -> answer.status() == 409).hasSize(WRITERS - 1);
	}

	@Test
	void eraseAnEpisodeOnce() throws Exception {
		String id = this.api.post("/spaces/demo/episodes", "{\"text\": \"Hello.\"}").at("/episodeIds/0").asString();

		List<Answer> answers = together((writer) -> this.api.delete("/episodes/" + id));

		assertThat(answers).filteredOn((answer) -> answer.status() == 200).hasSize(1);
		assertThat(answers).filteredOn((answer) -> answer.status() == 404).hasSize(WRITERS - 1);
	}

	@Test
	void haveTheirJobsDoneInOrderWithinASpace() throws Exception {
		together((writer) -> this.api.post("/spaces/space-" + writer % 4 + "/episodes?wait=PT60S",
				"{\"text\": \"Text %d.\"}".formatted(writer)));

		assertThat(count("MATCH (j:Job {status: 'DONE'}) RETURN count(j) AS n")).isEqualTo(WRITERS);
		assertThat(count("""
				MATCH (one:Job), (other:Job {space: one.space})
				WHERE one.acceptedAt < other.acceptedAt AND one.finishedAt > other.finishedAt
				RETURN count(*) AS n""")).isZero();
	}

	@Test
	void loseNothingWhenTheirSpaceIsErasedUnderThem() throws Exception {
		List<Answer> answers = together((writer) -> (writer % 8 == 0) ? this.api.delete("/spaces/demo")
				: this.api.post("/spaces/demo/episodes", "{\"text\": \"Text %d.\"}".formatted(writer)));
		this.api.delete("/spaces/demo");

		assertThat(answers).allMatch((answer) -> answer.status() < 300 || answer.status() == 404);
		assertThat(count("MATCH (n) WHERE n:Episode OR n:Passage OR n:Job OR n:Generation RETURN count(n) AS n"))
			.isZero();
	}

	@Test
	void contradictEachOtherAboutTheSamePeopleWithoutAnyOverlap() throws Exception {
		List<Answer> answers = together((writer) -> {
			String person = "Person" + (char) ('A' + writer % 4);
			return this.api.post("/spaces/demo/facts",
					"""
							{"facts": [
							  {"subject": {"name": "%1$s"}, "predicate": "LIVES_IN", "object": {"name": "City %2$d"}, "validFrom": "20%3$d"},
							  {"subject": {"name": "%1$s"}, "predicate": "LIVES_IN", "object": {"name": "Town"}, "validFrom": "2010", "validTo": "20%3$d"},
							  {"subject": {"name": "%1$s"}, "predicate": "KNOWS", "object": {"name": "PersonA"}},
							  {"subject": {"name": "%1$s"}, "predicate": "LIKES", "object": {"name": "coffee"}}]}"""
						.formatted(person, writer % 5, 11 + writer));
		});

		assertThat(answers).allMatch((answer) -> answer.status() == 200);
		assertThat(answers).flatExtracting((answer) -> answer.at("/results").findValuesAsString("outcome"))
			.hasSize(4 * WRITERS)
			.filteredOn("REJECTED"::equals)
			.hasSize(WRITERS / 4);
		assertThat(count("MATCH (s:Statement) RETURN count(s) AS n")).isEqualTo(4 * WRITERS - WRITERS / 4);
		assertThat(count("MATCH (e:Entity) RETURN count(e) AS n")).isEqualTo(4 + 5 + 1 + 1);
		Beliefs.areSound(this.driver);
	}

	@Test
	void letReadersSeeNothingThatTheyWouldNotSeeAgain() throws Exception {
		Map<String, String> answers = new ConcurrentHashMap<>();
		AtomicInteger writing = new AtomicInteger(WRITERS / 2);

		together((writer) -> {
			if (writer % 2 == 0) {
				Answer told = this.api.post("/spaces/demo/facts",
						"""
								{"facts": [{"subject": {"name": "Alice"}, "predicate": "LIVES_IN", "object": {"name": "City %d"}, "validFrom": "20%d"}]}"""
							.formatted(writer, 10 + writer));
				writing.decrementAndGet();
				return told;
			}
			Answer seen;
			do {
				seen = this.api.get("/spaces/demo/facts?validAt=2024-01-01T00:00:00Z");
				String before = answers.putIfAbsent(seen.at("/knownAt").asString(), seen.at("/items").toString());
				assertThat(before).isIn(null, seen.at("/items").toString());
			}
			while (writing.get() > 0);
			return seen;
		});

		assertThat(answers).hasSizeGreaterThan(1);
		answers.forEach((knownAt,
				items) -> assertThat(this.api.get("/spaces/demo/facts?validAt=2024-01-01T00:00:00Z&knownAt=" + knownAt)
					.at("/items")
					.toString()).isEqualTo(items));
	}

	@Test
	void fillAHundredSpacesSideBySide() throws Exception {
		List<Answer> answers = together((writer) -> {
			Answer last = null;
			for (int i = writer / 4; i < 100; i += 8) {
				last = this.api.post("/spaces/s-" + i + "/facts",
						"""
								{"facts": [{"subject": {"name": "Alice"}, "predicate": "LIVES_IN", "object": {"name": "City %d"}, "validFrom": "20%d"}]}"""
							.formatted(writer % 4, 10 + writer % 4));
			}
			return Objects.requireNonNull(last);
		});

		assertThat(answers).allMatch((answer) -> answer.status() == 200);
		assertThat(count("MATCH (s:Space) RETURN count(s) AS n")).isEqualTo(100);
		assertThat(count("MATCH (s:Statement) RETURN count(s) AS n")).isEqualTo(400);
		assertThat(count("MATCH (e:Entity {name: 'Alice'}) RETURN count(e) AS n")).isEqualTo(100);
		assertThat(count("MATCH (f:Fact) WHERE f.recordedTo.year = 9999 RETURN count(f) AS n")).isEqualTo(400);
		Beliefs.areSound(this.driver);
	}

	private List<Answer> together(IntFunction<Answer> writer) throws Exception {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<Answer>> calls = IntStream.range(0, WRITERS)
				.<Callable<Answer>>mapToObj((i) -> () -> writer.apply(i))
				.toList();
			List<Answer> answers = new ArrayList<>();
			for (Future<Answer> answer : threads.invokeAll(calls)) {
				answers.add(answer.get());
			}
			return answers;
		}
	}

	private int count(String query) {
		return this.driver.executableQuery(query).execute().records().getFirst().get("n").asInt();
	}

}
