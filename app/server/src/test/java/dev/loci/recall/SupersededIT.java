package dev.loci.recall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociIT;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With {@code history}, what has ended never goes before what has taken its place.
 */
@LociIT
class SupersededIT {

	private final Api api;

	SupersededIT(@LocalServerPort int port) {
		this.api = new Api(port);
	}

	@Test
	void standsBehindWhatHeldThenAndWhatHoldsNow() {
		tell(lives("Alice", "Paris", "2010"), lives("Alice", "Rome", "2015"), lives("Alice", "Berlin", "2020"));

		assertThat(recall("Did Alice live in Berlin or in Paris in 2017?", 10)).containsExactly("Alice lives in Rome.",
				"Alice lives in Berlin.", "Alice lives in Paris.");
	}

	@Test
	void standsBehindWhicheverEndOfACoupleItIsOf() {
		tell(lives("Zoe", "Rome", "2000"), fact("Bea", "MARRIED_TO", "Zoe", "2010"),
				fact("Bea", "MARRIED_TO", "Cid", "2020"));

		List<String> texts = recall("Is Zoe married to Bea?", 10);

		assertThat(texts).filteredOn((text) -> text.contains("married"))
			.containsExactly("Bea is married to Cid.", "Zoe is married to Bea.");
	}

	@Test
	void standsBehindItEvenIfOnlyOneIsWanted() {
		tell(lives("Alice", "Paris", "2010"), lives("Alice", "Berlin", "2020"), lives("Bob", "Paris", "2011"),
				lives("Cid", "Paris", "2012"), lives("Dan", "Paris", "2013"));

		assertThat(recall("Who lives in Paris, Alice?", 1)).doesNotContain("Alice lives in Paris.");
	}

	@Test
	void crowdsOutNothingThatHolds() {
		tell(IntStream.range(0, 100)
			.mapToObj((i) -> lives("Alice", "Place " + i, String.valueOf(1920 + i)))
			.toArray(String[]::new));

		for (String question : List.of("Where does Alice live?", "Where does Alice live since she joined Acme?")) {
			assertThat(recall(question, 5)).as(question).contains("Alice lives in Place 99.");
		}
	}

	@Test
	void isMarkedInAContextEvenIfItHasOnlyExpired() {
		tell("""
				{"subject": {"name": "Alice"}, "predicate": "LIVES_IN", "object": {"name": "Paris"}, "validFrom": "2020",
				 "expiresAt": "%s"}"""
			.formatted(Instant.now().plus(Duration.ofMinutes(1))));

		Answer context = this.api
			.get("/spaces/demo/context?entity=Alice&validAt=" + Instant.now().plus(Duration.ofMinutes(2)));

		assertThat(context.at("/context").asString()).as(context.response().body())
			.contains("Alice lives in Paris. (since 2020, expired)");
	}

	@Test
	void nobodyWasKnownBeforeTheFirstStatement() {
		Answer told = tell(lives("Alice", "Paris", "2010"));
		String alice = told.at("/results/0/fact/subject/id").asString();

		assertThat(this.api.get("/entities/" + alice + "/context").status()).isEqualTo(200);
		assertThat(this.api.get("/entities/" + alice + "/context?knownAt=2000-01-01T00:00:00Z").status())
			.isEqualTo(404);
		assertThat(this.api.get("/entities/" + alice + "/neighbours?knownAt=2000-01-01T00:00:00Z").status())
			.isEqualTo(404);
	}

	private static String lives(String who, String where, String since) {
		return fact(who, "LIVES_IN", where, since);
	}

	private static String fact(String who, String predicate, String whom, String since) {
		return """
				{"subject": {"name": "%s"}, "predicate": "%s", "object": {"name": "%s"}, "validFrom": "%s"}"""
			.formatted(who, predicate, whom, since);
	}

	private Answer tell(String... facts) {
		Answer told = this.api.post("/spaces/demo/facts", "{\"facts\": [" + String.join(", ", facts) + "]}");
		assertThat(told.at("/results").valueStream()).as(told.response().body())
			.allMatch((result) -> !result.at("/fact").isMissingNode());
		return told;
	}

	private List<String> recall(String question, int limit) {
		return this.api
			.post("/spaces/demo/recall",
					"{\"query\": \"" + question + "\", \"limit\": " + limit
							+ ", \"history\": true, \"include\": [\"facts\"]}")
			.at("/items")
			.valueStream()
			.map((item) -> item.at("/text").asString())
			.toList();
	}

}
