package dev.loci.recall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociIT;
import dev.loci.Tell;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing that was kept is given where it is right no more.
 */
@LociIT
class FreshRecallsIT {

	private static final String QUESTION = "Where does Alice live?";

	private static final int MOVES = 40;

	private static final int READERS = 3;

	private final Api api;

	private final Tell tell;

	private final MeterRegistry meters;

	private final Driver driver;

	FreshRecallsIT(@LocalServerPort int port, @Autowired MeterRegistry meters, @Autowired Driver driver) {
		this.api = new Api(port);
		this.tell = new Tell(this.api, "demo");
		this.meters = meters;
		this.driver = driver;
	}

	@Test
	void seeWhatWasWrittenBefore() {
		this.tell.facts("Alice LIVES_IN Berlin 2020..");
		askTwice();

		this.tell.facts("Alice LIVES_IN Lisbon 2023..");

		assertThat(texts(ask("demo", ""))).isEqualTo("Alice lives in Lisbon.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			"validFrom": "2020", "validTo": "SOON"    | Alice lives in Berlin. |
			"validFrom": "SOON"                       |                        | Alice lives in Berlin.
			"validFrom": "2020", "expiresAt": "SOON"  | Alice lives in Berlin. |
			""")
	void endWhereAFactBeginsEndsOrExpires(String times, @Nullable String before, @Nullable String after)
			throws Exception {
		// The first ones of all are slow.
		new Tell(this.api, "warm").facts("Bob LIVES_IN Rome 2020..");
		ask("warm", "");
		Instant soon = Instant.now().plusSeconds(8);
		Answer told = this.api.post("/spaces/demo/facts", """
				{"facts": [{"subject": {"name": "Alice", "type": "Person"}, "predicate": "LIVES_IN",
				            "object": {"name": "Berlin", "type": "City"}, %s}]}"""
			.formatted(times.replace("SOON", soon.toString())));
		assertThat(told.at("/results/0/outcome").asString()).isEqualTo("ADDED");
		assertThat(texts(ask("demo", ""))).isEqualTo(of(before));
		assertThat(texts(assertHit(() -> ask("demo", "")))).isEqualTo(of(before));

		TimeUnit.MILLISECONDS.sleep(Math.max(0, Duration.between(Instant.now(), soon).toMillis()) + 1);

		assertThat(texts(ask("demo", ""))).isEqualTo(of(after));
	}

	@Test
	void giveNothingThatWasErased() {
		String episode = say("Alice lives in Berlin with her cat.");
		String other = say("Alice hums.");
		assertThat(texts(askTwice())).contains("Alice lives in Berlin with her cat.");

		this.api.delete("/episodes/" + episode);

		assertThat(texts(ask("demo", ""))).isEqualTo("Alice hums.");
		askTwice();
		this.api.delete("/spaces/demo");
		assertThat(texts(ask("demo", ""))).isEmpty();
		assertThat(this.api.get("/episodes/" + other).status()).isEqualTo(404);
	}

	@Test
	void seeVectorsThatWereMadeLater() {
		String messages = IntStream.range(0, 40)
			.mapToObj((i) -> "{\"role\": \"user\", \"content\": \"Number " + i + " rents a flat in a town.\"}")
			.collect(Collectors.joining(","));
		String all = "{\"messages\": [" + messages + "], \"sessionId\": \"s-1\"}";
		String job = this.api.post("/spaces/demo/episodes", all).at("/jobId").asString();
		do {
			ask("demo", ", \"explain\": true");
		}
		while (!isDone(job));

		Answer after = ask("demo", ", \"explain\": true");

		// One more is another question, which nobody has asked yet.
		Answer anew = ask("demo", ", \"explain\": true, \"limit\": 11");
		assertThat(ids(after)).isEqualTo(ids(anew).subList(0, 10));
		assertThat(anew.at("/items/0/why/vector/rank").asInt()).isPositive();
	}

	@Test
	void seeEachOfTheVectorsThatAreMadeLater() throws Exception {
		String messages = IntStream.range(0, 160)
			.mapToObj((i) -> "{\"role\": \"user\", \"content\": \"Number " + i + " rents a flat in a town.\"}")
			.collect(Collectors.joining(","));
		String job = this.api.post("/spaces/demo/episodes", "{\"messages\": [" + messages + "]}")
			.at("/jobId")
			.asString();
		int grown = 0;
		do {
			ask("demo", "");
			long seen = embedded();
			while (embedded() == seen && !isDone(job)) {
				TimeUnit.MILLISECONDS.sleep(20);
			}
			double before = hits();
			if (embedded() > seen) {
				ask("demo", "");
				assertThat(hits()).isEqualTo(before);
				grown++;
			}
		}
		while (!isDone(job));

		assertThat(grown).isPositive();
	}

	private boolean isDone(String job) {
		return this.api.get("/jobs/" + job).at("/status").asString().equals("DONE");
	}

	private long embedded() {
		return this.driver
			.executableQuery("MATCH (p:Passage) WHERE p.contextEmbedding IS NOT NULL RETURN count(p) AS n")
			.execute()
			.records()
			.getFirst()
			.get("n")
			.asLong();
	}

	@Test
	void areNeverOlderThanAWriteThatWasAnswered() throws Exception {
		this.tell.facts("Alice LIVES_IN City_0 1900..");
		AtomicInteger answered = new AtomicInteger();
		double before = hits();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Integer>> readers = IntStream.range(0, READERS)
				.mapToObj((i) -> threads.submit(() -> follow(answered)))
				.toList();
			for (int i = 1; i <= MOVES; i++) {
				this.tell.facts("Alice LIVES_IN City_" + i + " " + (1900 + i) + "..");
				answered.set(i);
				TimeUnit.MILLISECONDS.sleep(60);
			}
			for (Future<Integer> reader : readers) {
				assertThat(reader.get()).isPositive();
			}
		}
		assertThat(hits()).isGreaterThan(before);
	}

	/** Asks until the last move was seen, and never sees an earlier one than was told. */
	private int follow(AtomicInteger answered) {
		int asked = 0;
		int seen = 0;
		while (seen < MOVES) {
			int told = answered.get();
			String text = texts(ask("demo", ", \"include\": [\"facts\"]"));
			seen = Integer.parseInt(text.replaceAll("\\D", ""));
			assertThat(seen).isGreaterThanOrEqualTo(told);
			asked++;
		}
		return asked;
	}

	private Answer askTwice() {
		ask("demo", "");
		return assertHit(() -> ask("demo", ""));
	}

	private Answer assertHit(Supplier<Answer> asking) {
		double before = hits();
		Answer answer = asking.get();
		assertThat(hits()).isEqualTo(before + 1);
		return answer;
	}

	private double hits() {
		return this.meters.get("loci.recall.cache").tag("outcome", "hit").counter().count();
	}

	private Answer ask(String space, String more) {
		Answer answer = this.api.post("/spaces/" + space + "/recall", "{\"query\": \"" + QUESTION + "\"" + more + "}");
		assertThat(answer.status()).isEqualTo(200);
		return answer;
	}

	private String say(String content) {
		Answer answer = this.api.post("/spaces/demo/episodes",
				"{\"messages\": [{\"role\": \"user\", \"content\": \"" + content + "\"}]}");
		assertThat(this.api.get("/jobs/" + answer.at("/jobId").asString()).status()).isEqualTo(200);
		while (!this.api.get("/jobs/" + answer.at("/jobId").asString()).at("/status").asString().equals("DONE")) {
			Thread.onSpinWait();
		}
		return answer.at("/episodeIds/0").asString();
	}

	private static String of(@Nullable String expected) {
		return (expected != null) ? expected : "";
	}

	private static List<String> ids(Answer answer) {
		return answer.at("/items").valueStream().map((item) -> item.at("/passageId").asString()).toList();
	}

	/** Of facts and episodes. */
	private static String texts(Answer answer) {
		return answer.at("/items")
			.valueStream()
			.filter((item) -> !item.at("/kind").asString().equals("entity"))
			.map((item) -> item.at("/text").asString())
			.collect(Collectors.joining(" "));
	}

}
