package dev.loci.extract;

import java.time.Duration;
import java.util.List;

import dev.loci.Api;
import dev.loci.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static dev.loci.extract.AnswerFactJson.answer;
import static dev.loci.extract.AnswerFactJson.entity;
import static dev.loci.extract.AnswerFactJson.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The whole service, from a message to what is believed, with a model that is a stub. */
class ModelReadingIT {

	@RegisterExtension
	private static final LociWithModel loci = new LociWithModel("loci.extract.timeout=5s",
			"loci.extract.breaker.window=4", "loci.extract.breaker.min-calls=2", "loci.extract.breaker.pause=1s",
			"loci.ingest.max-attempts=2", "loci.ingest.retry-after=50ms");

	@Test
	void describesItselfAsItIsShipped() {
		Answer document = api().get("/v3/api-docs");

		assertThat(document.status()).as(loci.process().output()).isEqualTo(200);
		assertThat(document.at("/paths").size()).isPositive();
	}

	@Test
	void believesWhatTheModelHasFound() {
		loci.model()
			.says(answer(List.of(entity(1, "Alice", "Person"), entity(2, "Berlin", "Place")),
					fact("LIVES_IN", "Alice lives in Berlin.").object(2).start("2024-03")));

		JsonNode job = told("{\"role\": \"user\", \"name\": \"Alice\", \"content\": \"I moved to Berlin in March.\", "
				+ "\"occurredAt\": \"2024-04-02T10:00:00+02:00\"}");

		assertThat(job.at("/status").asString()).isEqualTo("DONE");
		assertThat(job.at("/result/extractor").asString()).isEqualTo("model");
		assertThat(job.at("/result/facts/0/outcome").asString()).isEqualTo("ADDED");
		assertThat(job.at("/result/facts/0/text").asString()).isEqualTo("Alice lives in Berlin.");
		assertThat(job.at("/result/entities").findValuesAsString("name")).containsExactlyInAnyOrder("Alice", "Berlin");
		assertThat(job.at("/result/model/calls").asInt()).isOne();
		assertThat(job.at("/result/model/promptTokens").asInt()).isEqualTo(ModelStub.PROMPT_TOKENS);
		JsonNode fact = api().get("/spaces/demo/facts?subject=Alice").at("/items/0");
		assertThat(fact.at("/validFrom").asString()).isEqualTo("2024-03-01T00:00:00Z");
		assertThat(fact.at("/evidence/0/episodeId").asString())
			.isEqualTo(api().get("/spaces/demo/episodes").at("/items/0/id").asString());
		assertThat(loci.model().told("user")).contains("2024-04-02T10:00+02:00");
	}

	@Test
	void knowsTheOneWhoGivesNoName() {
		loci.model()
			.says(answer(List.of(entity(1, "User", "Person"), entity(2, "Tea", null)),
					fact("LIKES", "The user likes tea.").object(2)));

		told("{\"role\": \"user\", \"content\": \"I like tea.\"}");

		assertThat(api().get("/spaces/demo/entities").at("/items").findValuesAsString("externalId")).contains("self");
	}

	@Test
	void tellsThatNothingWasFoundApartFromAFailure() {
		loci.model().says(answer(List.of()));

		JsonNode job = told("{\"role\": \"user\", \"content\": \"Good morning!\"}");

		assertThat(job.at("/status").asString()).isEqualTo("DONE");
		assertThat(job.at("/result/facts")).isEmpty();
		assertThat(job.at("/result/note").asString()).contains("nothing is claimed");
	}

	@Test
	void failsAfterSomeAttemptsAndIsTriedAgainOnRequest() {
		loci.model().alwaysAnswers(ModelStub.completion("I would rather not."));
		JsonNode failed = told("{\"role\": \"user\", \"name\": \"Alice\", \"content\": \"I moved to Berlin.\"}");
		assertThat(failed.at("/status").asString()).isEqualTo("FAILED");
		assertThat(failed.at("/attempts").asInt()).isEqualTo(2);
		assertThat(failed.at("/error/detail").asString()).isNotBlank();
		assertThat(api().get("/jobs?status=FAILED").at("/items/0/id").asString())
			.isEqualTo(failed.at("/id").asString());

		loci.model().reset();
		loci.model()
			.says(answer(List.of(entity(1, "Alice", "Person"), entity(2, "Berlin", "Place")),
					fact("LIVES_IN", "Alice lives in Berlin.").object(2)));
		String job = "/jobs/" + failed.at("/id").asString();
		assertThat(api().send("POST", job + "/retry", null).at("/status").asString()).isNotEqualTo("FAILED");

		await().atMost(Duration.ofSeconds(30)).until(() -> api().get(job).at("/status").asString().equals("DONE"));
		assertThat(api().get(job).at("/result/statements").asInt()).isOne();
		assertThat(api().get(job).at("/result/model/calls").asInt()).as("with those that failed").isEqualTo(5);
		assertThat(api().send("POST", job + "/retry", null).status()).isEqualTo(409);
	}

	@Test
	void tellsWhatAJobThatFailedHasFoundDroppedAndCost() {
		loci.model()
			.saysAbout("I like tea.", likes("tea"))
			.saysAbout("I like rum.", answer(List.of(), fact("LIKES", "Of nobody.").with("subject", 99).object(99)))
			.answersAbout("A riddle.", ModelStub.completion("I would rather not."));

		JsonNode failed = told("""
				{"role": "user", "content": "I like tea."}, {"role": "user", "content": "A riddle."},
				{"role": "user", "content": "I like rum."}""");

		assertThat(failed.at("/status").asString()).isEqualTo("FAILED");
		assertThat(failed.at("/result/facts").findValuesAsString("text")).containsExactly("The user likes tea.");
		assertThat(failed.at("/result/dropped")).hasSize(1);
		assertThat(failed.at("/result/passages").asInt()).isEqualTo(3);
		assertThat(failed.at("/result/model/calls").asInt()).isEqualTo(loci.model().calls());
		assertThat(failed.at("/result/model/promptTokens").asInt())
			.isEqualTo(loci.model().calls() * ModelStub.PROMPT_TOKENS);
		assertThat(failed.at("/result/note").isNull()).isTrue();
		assertThat(api().get("/jobs?status=FAILED").at("/items/0/result/model/calls").asInt())
			.isEqualTo(loci.model().calls());
	}

	@Test
	void readsWhatStandsBehindWhatNobodyCanRead() {
		loci.model()
			.saysAbout("I like tea.", likes("tea"))
			.saysAbout("I like rum.", likes("rum"))
			.answersAbout("A riddle.", ModelStub.completion("I would rather not."));

		JsonNode failed = told("""
				{"role": "user", "content": "I like tea."}, {"role": "user", "content": "A riddle."},
				{"role": "user", "content": "I like rum."}""");

		assertThat(failed.at("/status").asString()).isEqualTo("FAILED");
		assertThat(failed.at("/error/detail").asString())
			.startsWith("1 of its 3 passages cannot be read, the others are: the model's answer");
		assertThat(api().get("/spaces/demo/facts").at("/items").findValuesAsString("text"))
			.containsExactlyInAnyOrder("The user likes tea.", "The user likes rum.");

		loci.model().reset();
		loci.model().says(answer(List.of()));
		String job = "/jobs/" + failed.at("/id").asString();
		api().send("POST", job + "/retry", null);

		await().atMost(Duration.ofSeconds(30)).until(() -> api().get(job).at("/status").asString().equals("DONE"));
		assertThat(loci.model().calls()).isOne();
		assertThat(loci.model().told("user")).contains("A riddle.");
		assertThat(api().get(job).at("/result/statements").asInt()).isEqualTo(2);
	}

	@Test
	void measuresEachStage() {
		loci.model().says(likes("tea"));

		told("{\"role\": \"user\", \"content\": \"I like tea.\"}");

		assertThat(api().get("/actuator/prometheus").response().body()).contains("loci_extract_seconds_count",
				"loci_resolve_seconds_count");
	}

	private static String likes(String what) {
		return answer(List.of(entity(21, what, null)), fact("LIKES", "The user likes " + what + ".").object(21));
	}

	@Test
	void waitsWhileTheModelIsAwayAndLosesNothing() {
		loci.model().alwaysAnswers(ModelStub.error(503, "overloaded"));
		String job = "/jobs/"
				+ tell("{\"role\": \"user\", \"name\": \"Alice\", \"content\": \"I moved to Berlin.\"}", "")
					.at("/jobId")
					.asString();
		await().atMost(Duration.ofSeconds(30)).until(() -> api().get(job).at("/status").asString().equals("RETRYING"));
		assertThat(api().get(job).at("/error/detail").asString()).isNotBlank();
		await().atMost(Duration.ofSeconds(30))
			.until(() -> api().get("/actuator/health").at("/components/ingest/status").asString().equals("DEGRADED"));
		assertThat(api().get("/actuator/health/readiness").at("/status").asString()).isEqualTo("UP");

		loci.model().reset();
		loci.model()
			.alwaysAnswers(
					ModelStub.completion(answer(List.of(entity(1, "Alice", "Person"), entity(2, "Berlin", "Place")),
							fact("LIVES_IN", "Alice lives in Berlin.").object(2))));

		await().atMost(Duration.ofSeconds(60)).until(() -> api().get(job).at("/status").asString().equals("DONE"));
		assertThat(api().get(job).at("/attempts").asInt()).isOne();
	}

	@Test
	void tellsWhatItDidNotTake() {
		loci.model()
			.says(answer(List.of(entity(1, "Alice", "Person"), entity(2, "Berlin", "Place")),
					fact("LIVES_IN", "Alice lives in Berlin.").object(2).start("2024-02-30"),
					fact("LIVES_IN", "Alice lives on the moon.").object(7)));

		JsonNode job = told("{\"role\": \"user\", \"name\": \"Alice\", \"content\": \"I moved to Berlin in March.\"}");

		assertThat(job.at("/status").asString()).isEqualTo("DONE");
		assertThat(job.at("/result/dropped")).hasSize(2);
		assertThat(job.at("/result/dropped").findValuesAsString("reason")).allMatch((reason) -> !reason.isBlank());
		assertThat(job.at("/result/note").asString()).contains("nothing that was found in it was taken");
	}

	private static Api api() {
		return loci.api();
	}

	private static JsonNode told(String message) {
		Answer answer = tell(message, "?wait=PT30S");
		assertThat(answer.status()).as(answer.response().body() + loci.process().output()).isEqualTo(200);
		return answer.json();
	}

	private static Answer tell(String message, String query) {
		assertThat(JsonMapper.shared().readTree("[" + message + "]").isArray()).isTrue();
		return api().post("/spaces/demo/episodes" + query, "{\"messages\": [" + message + "]}");
	}

}
