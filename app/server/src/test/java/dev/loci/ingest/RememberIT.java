package dev.loci.ingest;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociIT;
import dev.loci.graph.Spaces;
import dev.loci.ingest.Submission.Said;
import dev.loci.memory.Episode;
import dev.loci.memory.Metadata;
import dev.loci.memory.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@LociIT
class RememberIT {

	private final Api api;

	private final Preparation preparation;

	private final Ingestion ingestion;

	private final Spaces spaces;

	RememberIT(@LocalServerPort int port, @Autowired Preparation preparation, @Autowired Ingestion ingestion,
			@Autowired Spaces spaces) {
		this.api = new Api(port);
		this.preparation = preparation;
		this.ingestion = ingestion;
		this.spaces = spaces;
	}

	@Test
	void keepsMessagesAsTheyWereSent() {
		Answer kept = this.api.post("/spaces/demo/episodes",
				"""
						{"messages": [{"id": "m-7", "role": "user", "name": "Alice", "content": "I moved to Berlin.\\n  Truly. 🐈",
						               "occurredAt": "2024-04-02T12:00:00+02:00"}],
						 "sessionId": "s-1", "agentId": "travel-bot", "metadata": {"channel": "web", "price": 1.10}}""");

		assertThat(kept.status()).isEqualTo(202);
		assertThat(kept.response().headers().firstValue("Location"))
			.contains("/api/v1/jobs/" + kept.at("/jobId").asString());
		JsonNode episode = this.api.get("/episodes/" + kept.at("/episodeIds/0").asString()).json();
		assertThat(episode.at("/content").asString()).isEqualTo("I moved to Berlin.\n  Truly. 🐈");
		assertThat(episode.at("/occurredAt").asString()).isEqualTo("2024-04-02T10:00:00Z");
		assertThat(episode.at("/messageId").asString()).isEqualTo("m-7");
		assertThat(episode.at("/sessionId").asString()).isEqualTo("s-1");
		assertThat(episode.at("/agentId").asString()).isEqualTo("travel-bot");
		assertThat(this.api.get("/episodes/" + kept.at("/episodeIds/0").asString()).response().body())
			.contains("\"metadata\":{\"channel\":\"web\",\"price\":1.10}");
		assertThat(episode.at("/space").asString()).isEqualTo("demo");
	}

	@Test
	void keepsATextOnceIfTheAnswerToItsCommitIsLost() {
		Scope scope = new Scope("default", "demo");
		Submission text = new Submission(
				List.of(new Said(Episode.Kind.TEXT, null, null, null, null, null, "Once upon a time.", null)), null,
				null, Metadata.NONE);
		Preparation.Preparations parts = this.preparation.of(scope, text);

		for (int attempt = 1; attempt <= 2; attempt++) {
			Acceptance acceptance = this.spaces.write(scope,
					(tx, space) -> this.ingestion.store(tx, scope, space, text, parts));
			assertThat(acceptance.episodes())
				.containsExactly(new Acceptance.Kept(parts.parts().getFirst().id(), false));
		}

		assertThat(this.api.get("/spaces/demo/episodes").at("/items")).hasSize(1);
	}

	@Test
	void keepsATextAndARecordAsTheyWereSent() {
		String text = id(this.api.post("/spaces/demo/episodes", """
				{"text": "  Once upon a time. ", "title": "A tale", "occurredAt": "2020-01-01T00:00:00Z"}"""));
		String record = id(this.api.post("/spaces/demo/episodes",
				"""
						{"json": {"customer": {"name": "Zoë", "tags": ["a", "b"], "total": 12345678901234567890.10}}, "source": "crm"}"""));

		assertThat(this.api.get("/episodes/" + text).at("/text").asString()).isEqualTo("  Once upon a time. ");
		assertThat(this.api.get("/episodes/" + text).at("/title").asString()).isEqualTo("A tale");
		assertThat(this.api.get("/episodes/" + record).response().body()).contains(
				"\"json\":{\"customer\":{\"name\":\"Zoë\",\"tags\":[\"a\",\"b\"],\"total\":12345678901234567890.10}}");
	}

	@Test
	void tellsHowTheJobWent() {
		Answer kept = this.api.post("/spaces/demo/episodes", message("Hello."));
		Answer done = this.api.post("/spaces/demo/episodes?wait=PT30S", message("Hello again."));

		assertThat(done.status()).isEqualTo(200);
		assertThat(done.at("/status").asString()).isEqualTo("DONE");
		assertThat(done.at("/result/episodes").asInt()).isEqualTo(1);
		assertThat(done.at("/attempts").asInt()).isEqualTo(1);
		// Work within a space is done in order.
		Answer first = this.api.get("/jobs/" + kept.at("/jobId").asString());
		assertThat(first.at("/status").asString()).isEqualTo("DONE");
		assertThat(this.api.get("/jobs?space=demo").at("/items")).hasSize(2);
	}

	@Test
	void answersARepeatedRequestAsBefore() {
		Answer first = this.api.post("/spaces/demo/episodes", text("A"), "Idempotency-Key", "k-1");
		Answer second = this.api.post("/spaces/demo/episodes", text("A"), "Idempotency-Key", "k-1");
		Answer other = this.api.post("/spaces/demo/episodes", text("B"), "Idempotency-Key", "k-1");
		Answer elsewhere = this.api.post("/spaces/other/episodes", text("A"), "Idempotency-Key", "k-1");

		assertThat(second.json()).isEqualTo(first.json());
		assertThat(other.status()).isEqualTo(409);
		assertThat(other.at("/type").asString()).isEqualTo("/problems/idempotency-key-reused");
		assertThat(elsewhere.status()).isEqualTo(409);
		assertThat(this.api.get("/spaces/demo/episodes").at("/items")).hasSize(1);
	}

	@Test
	void recognisesMessagesThatAreSentAgain() {
		String conversation = """
				{"messages": [{"id": "m-1", "role": "user", "content": "Hello."},
				              {"role": "assistant", "content": "Hello!", "occurredAt": "2024-01-01T00:00:00Z"},
				              {"role": "user", "content": "ok"},
				              {"role": "user", "content": "ok"}%s], "sessionId": "s-1"}""";
		Answer first = this.api.post("/spaces/demo/episodes", conversation.formatted(""));
		Answer again = this.api.post("/spaces/demo/episodes",
				conversation.formatted(", {\"role\": \"user\", \"content\": \"Bye.\"}"));

		assertThat(first.json().findValuesAsString("duplicate")).containsOnly("false");
		assertThat(again.json().findValuesAsString("duplicate")).containsExactly("true", "true", "true", "true",
				"false");
		for (int i = 0; i < 4; i++) {
			assertThat(again.at("/episodeIds/" + i)).isEqualTo(first.at("/episodeIds/" + i));
		}
		assertThat(this.api.get("/spaces/demo/episodes").at("/items")).hasSize(5);
	}

	@Test
	void namesTheFirstJobWhenNothingIsNew() {
		Answer first = this.api.post("/spaces/demo/episodes", message("Hello."));
		Answer again = this.api.post("/spaces/demo/episodes", message("Hello."));

		assertThat(again.status()).isEqualTo(202);
		assertThat(again.at("/jobId")).isEqualTo(first.at("/jobId"));
	}

	@Test
	void tellsSessionsApartWhenItRecognisesMessages() {
		String said = "{\"messages\": [{\"role\": \"user\", \"content\": \"Hello.\"}], \"sessionId\": \"%s\"}";
		this.api.post("/spaces/demo/episodes", said.formatted("s-1"));
		Answer other = this.api.post("/spaces/demo/episodes", said.formatted("s-2"));

		assertThat(other.at("/episodes/0/duplicate").asBoolean()).isFalse();
	}

	@Test
	void cutsALongTextIntoPassagesThatAreFoundAndLeadBack() {
		String filler = IntStream.range(0, 400)
			.mapToObj((i) -> "Sentence number " + i + " speaks of the weather and of nothing else.")
			.collect(Collectors.joining(" "));
		String needle = "The treasure of the captain lies below the old lighthouse.";
		Answer kept = this.api.post("/spaces/demo/episodes?wait=PT60S",
				text(filler + "\\n\\n" + needle + "\\n\\n" + filler));
		assertThat(kept.at("/result/passages").asInt()).isGreaterThan(16);

		Answer words = this.api.post("/spaces/demo/recall", question("treasure captain"));
		Answer meaning = this.api.post("/spaces/demo/recall", question("Where did the sailor hide his gold?"));

		JsonNode episode = this.api.get("/spaces/demo/episodes").at("/items/0");
		assertThat(words.at("/items/0/text").asString()).contains(needle).hasSizeLessThanOrEqualTo(1000);
		assertThat(meaning.at("/items/0/text").asString()).contains(needle);
		assertThat(words.at("/items/0/id")).isEqualTo(episode.at("/id"));
		assertThat(episode.at("/text").asString()).isEqualTo(filler + "\n\n" + needle + "\n\n" + filler);
	}

	@Test
	void findsTheWordsOfALargeRequestAtOnceAndItsMeaningWhenItsJobHasRun() {
		String messages = IntStream.range(0, 60)
			.mapToObj((i) -> "{\"role\": \"user\", \"content\": \"Note " + i + " is about subject" + i + ".\"}")
			.collect(Collectors.joining(","));
		Answer kept = this.api.post("/spaces/demo/episodes", "{\"messages\": [" + messages + "]}");

		assertThat(this.api.post("/spaces/demo/recall", question("subject37")).response().body())
			.contains("subject37.");
		Answer job = this.api.post("/spaces/demo/episodes?wait=PT60S", message("That is all."));
		assertThat(job.at("/status").asString()).isEqualTo("DONE");
		assertThat(this.api.get("/jobs/" + kept.at("/jobId").asString()).at("/result/passages").asInt()).isEqualTo(60);
		Answer found = this.api.post("/spaces/demo/recall",
				"{\"query\": \"Note 37\", \"explain\": true, \"limit\": 61}");
		assertThat(found.json().findValues("vector")).hasSize(61);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\u200b", "\\ufeff", "\\u0001", "\\u0301", "\\ue000", "\\ufffd", "\\u00ad", "\\u202e" })
	void keepsWhatNobodyCanSee(String content) {
		assertThat(this.api.post("/spaces/demo/episodes?wait=PT60S", message(content)).at("/status").asString())
			.isEqualTo("DONE");
		String later = IntStream.range(0, 20)
			.mapToObj((i) -> content.repeat(999))
			.collect(Collectors.joining("\\n\\n"));
		assertThat(this.api.post("/spaces/demo/episodes?wait=PT60S", text(later)).at("/status").asString())
			.isEqualTo("DONE");
	}

	@Test
	void takesTheFirstAnswerAlsoWhenWhatItKeptIsErased() {
		Answer first = this.api.post("/spaces/demo/episodes", text("A"), "Idempotency-Key", "k-1");
		this.api.delete("/episodes/" + id(first));

		Answer again = this.api.post("/spaces/demo/episodes?wait=PT5S", text("A"), "Idempotency-Key", "k-1");

		assertThat(again.status()).isEqualTo(202);
		assertThat(again.json()).isEqualTo(first.json());
		assertThat(this.api.get("/spaces/demo/episodes").at("/items")).isEmpty();
	}

	@Test
	void findsAWordInALargeTextWithoutAPauseForBreath() {
		String line = "One line without an end, and the same two words again and again. ";
		Answer kept = this.api.post("/spaces/large/episodes", text(line.repeat(20_000)));
		assertThat(kept.status()).isEqualTo(202);
		Answer small = this.api.post("/spaces/small/episodes?wait=PT60S", text("Somebody else."));
		assertThat(small.at("/status").asString()).isEqualTo("DONE");

		Answer found = this.api.post("/spaces/large/recall", "{\"query\": \"two words\", \"limit\": 200}");

		assertThat(found.at("/items")).hasSize(200);
		assertThat(this.api.delete("/spaces/large").status()).isEqualTo(200);
	}

	@Test
	void listsTheLatestFirstPageByPage() {
		for (int i = 1; i <= 5; i++) {
			this.api.post("/spaces/demo/episodes", """
					{"messages": [{"role": "user", "content": "Day %d.", "occurredAt": "2024-01-0%dT00:00:00Z"}],
					 "sessionId": "s-%d"}""".formatted(i, i, i % 2));
		}
		Answer first = this.api.get("/spaces/demo/episodes?limit=2");
		Answer second = this.api.get("/spaces/demo/episodes?limit=2&cursor=" + first.at("/next").asString());
		Answer third = this.api.get("/spaces/demo/episodes?limit=2&cursor=" + second.at("/next").asString());

		assertThat(first.json().findValuesAsString("content")).containsExactly("Day 5.", "Day 4.");
		assertThat(second.json().findValuesAsString("content")).containsExactly("Day 3.", "Day 2.");
		assertThat(third.json().findValuesAsString("content")).containsExactly("Day 1.");
		assertThat(third.at("/next").isNull()).isTrue();
		assertThat(this.api.get("/spaces/demo/episodes?sessionId=s-1&from=2024-01-02T00:00:00Z&to=2024-01-05T00:00:00Z")
			.json()
			.findValuesAsString("content")).containsExactly("Day 3.");
		assertThat(this.api.get("/spaces/unknown/episodes").at("/items")).isEmpty();
	}

	private static String id(Answer kept) {
		return kept.at("/episodeIds/0").asString();
	}

	private static String message(String content) {
		return "{\"messages\": [{\"role\": \"user\", \"content\": \"" + content + "\"}]}";
	}

	private static String text(String text) {
		return "{\"text\": \"" + text + "\"}";
	}

	private static String question(String query) {
		return "{\"query\": \"" + query + "\"}";
	}

}
