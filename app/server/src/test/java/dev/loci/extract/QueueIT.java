package dev.loci.extract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.loci.Api;
import dev.loci.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.loci.extract.AnswerFactJson.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What waits for the model: how much of it there may be, and what follows a failure. */
class QueueIT {

	private static final int BACKLOG = 5;

	@RegisterExtension
	private static final LociWithModel loci = new LociWithModel("loci.extract.breaker.min-calls=2",
			"loci.extract.breaker.pause=500ms", "loci.ingest.max-attempts=1", "loci.ingest.after-failure=wait",
			"loci.ingest.backlog-of-tenant=" + BACKLOG);

	@Test
	void lettingWhatFollowsAFailureWaitUntilItIsTriedAgain() {
		loci.model().alwaysAnswers(ModelStub.completion("I would rather not."));
		String first = "/jobs/" + accepted("One.");
		await().atMost(Duration.ofSeconds(30)).until(() -> status(first).equals("FAILED"));
		loci.model().reset();
		loci.model().alwaysAnswers(ModelStub.completion(answer(List.of())));
		String second = "/jobs/" + accepted("Two.");
		await().during(Duration.ofSeconds(3))
			.atMost(Duration.ofSeconds(10))
			.until(() -> status(second).equals("ACCEPTED"));

		assertThat(listed("/jobs?space=demo&status=FAILED")).containsExactly(first);
		assertThat(listed("/jobs?space=demo")).containsExactly(second, first);
		Answer page = api().get("/jobs?limit=1");
		assertThat(page.at("/items/0/id").asString()).isEqualTo(second.substring("/jobs/".length()));
		assertThat(listed("/jobs?limit=1&cursor=" + page.at("/next").asString())).containsExactly(first);
		assertThat(api().send("POST", "/jobs/retry?status=FAILED&space=other", null).at("/retried").asInt()).isZero();
		assertThat(api().send("POST", "/jobs/retry?status=FAILED&space=demo", null).at("/retried").asInt()).isOne();

		await().atMost(Duration.ofSeconds(30))
			.until(() -> status(first).equals("DONE") && status(second).equals("DONE"));
		assertThat(api().get(first).at("/finishedAt").asString())
			.isLessThan(api().get(second).at("/finishedAt").asString());
	}

	private static List<String> listed(String path) {
		return api().get(path).at("/items").valueStream().map((job) -> "/jobs/" + job.at("/id").asString()).toList();
	}

	@Test
	void lettingNothingWaitForWhatIsErased() {
		loci.model()
			.answersAbout("One.", ModelStub.completion("I would rather not."))
			.alwaysAnswers(ModelStub.completion(answer(List.of())));
		String first = "/jobs/" + accepted("One.");
		await().atMost(Duration.ofSeconds(30)).until(() -> status(first).equals("FAILED"));
		String episode = api().get("/spaces/demo/episodes").at("/items/0/id").asString();
		String second = "/jobs/" + accepted("Two.");
		await().during(Duration.ofSeconds(3))
			.atMost(Duration.ofSeconds(10))
			.until(() -> status(second).equals("ACCEPTED"));

		api().delete("/episodes/" + episode);

		await().atMost(Duration.ofSeconds(30)).until(() -> status(second).equals("DONE"));
	}

	@Test
	void refusesMoreThanMayWaitAndTakesItAgainOnceThereIsRoom() {
		loci.model().alwaysAnswers(ModelStub.error(503, "overloaded"));
		List<String> jobs = new ArrayList<>();
		Answer answer = post("Hello 0.");
		while (answer.status() == 202) {
			jobs.add("/jobs/" + answer.at("/jobId").asString());
			answer = post("Hello " + jobs.size() + ".");
		}

		assertThat(answer.status()).isEqualTo(429);
		assertThat(answer.response().headers().firstValue("Retry-After"))
			.hasValueSatisfying((seconds) -> assertThat(Integer.parseInt(seconds)).isPositive());
		assertThat(answer.at("/type").asString()).isEqualTo("/problems/backlog-full");
		assertThat(jobs).hasSize(BACKLOG);

		loci.model().reset();
		loci.model().alwaysAnswers(ModelStub.completion(answer(List.of())));
		await().atMost(Duration.ofSeconds(60)).until(() -> jobs.stream().allMatch((job) -> status(job).equals("DONE")));
		await().atMost(Duration.ofSeconds(10)).until(() -> post("There is room again.").status() == 202);
	}

	@Test
	void answersWhatItHasTakenAlreadyWhereThereIsNoRoom() {
		loci.model().alwaysAnswers(ModelStub.error(503, "overloaded"));
		String message = "{\"messages\": [{\"role\": \"user\", \"content\": \"Hello 0.\"}]}";
		String text = "{\"text\": \"Hello again.\"}";
		String first = api().post("/spaces/demo/episodes", message).at("/jobId").asString();
		String second = api().post("/spaces/demo/episodes", text, "Idempotency-Key", "k-1").at("/jobId").asString();
		int more = 0;
		while (post("More " + more).status() == 202) {
			more++;
		}

		Answer same = api().post("/spaces/demo/episodes", message);
		Answer repeated = api().post("/spaces/demo/episodes", text, "Idempotency-Key", "k-1");

		assertThat(more).isEqualTo(BACKLOG - 2);
		assertThat(same.status()).as(same.response().body()).isEqualTo(202);
		assertThat(same.at("/jobId").asString()).isEqualTo(first);
		assertThat(repeated.status()).as(repeated.response().body()).isEqualTo(202);
		assertThat(repeated.at("/jobId").asString()).isEqualTo(second);
		assertThat(post("And something new.").status()).isEqualTo(429);
		loci.model().reset();
		loci.model().alwaysAnswers(ModelStub.completion(answer(List.of())));
		await().atMost(Duration.ofSeconds(60)).until(() -> post("There is room again.").status() == 202);
	}

	@Test
	void losesNoAttemptWhereTheModelIsAskedMoreThanItAllows() {
		loci.model()
			.answers(ModelStub.error(429, "rate_limit_exceeded"))
			.alwaysAnswers(ModelStub.completion(answer(List.of())));

		String job = "/jobs/" + accepted("A plain sentence.");

		await().atMost(Duration.ofSeconds(60)).until(() -> status(job).matches("DONE|FAILED"));
		assertThat(status(job)).isEqualTo("DONE");
		assertThat(api().get(job).at("/attempts").asInt()).isOne();
	}

	@ParameterizedTest
	@ValueSource(ints = { 403, 500, 503 })
	void givesUpWhatTheModelCannotBear(int status) {
		loci.model()
			.answersAbout("An endless riddle.", ModelStub.error(status, "broken"))
			.alwaysAnswers(ModelStub.completion(answer(List.of())));

		String job = "/jobs/" + accepted("An endless riddle.");

		await().atMost(Duration.ofSeconds(30)).until(() -> status(job).equals("FAILED"));
		assertThat(api().get(job).at("/error/detail").asString()).startsWith("the model's endpoint answers " + status)
			.endsWith(", while it answers others");
		assertThat(api().get("/actuator/health").toString()).doesNotContain("DEGRADED");
	}

	@Test
	void givesUpNothingWhereTheModelIsNoLongerPaidFor() {
		loci.model().alwaysAnswers(ModelStub.error(402, "insufficient_quota"));

		List<String> jobs = List.of("/jobs/" + accepted("One."), "/jobs/" + accepted("second", "Two."));

		await().atMost(Duration.ofSeconds(30))
			.until(() -> jobs.stream().allMatch((job) -> status(job).equals("RETRYING")));
		assertThat(api().get(jobs.getFirst()).at("/error/detail").asString()).contains("402 insufficient_quota");
		assertThat(api().get("/actuator/health").toString()).contains("DEGRADED");
		api().delete("/spaces/second");
	}

	@Test
	void readsOnWhileOtherSpacesWaitForTheModel() {
		loci.model()
			.answersAbout("A riddle.", ModelStub.completion(answer(List.of())).withFixedDelay(20_000))
			.alwaysAnswers(ModelStub.completion(answer(List.of())));
		List<String> slow = List.of("/jobs/" + accepted("demo", "A riddle."),
				"/jobs/" + accepted("second", "A riddle."));
		await().atMost(Duration.ofSeconds(30)).until(() -> loci.model().calls() == 2);

		String quick = "/jobs/" + accepted("third", "Hello.");

		await().atMost(Duration.ofSeconds(10)).until(() -> status(quick).equals("DONE"));
		assertThat(slow).allSatisfy((job) -> assertThat(status(job)).isEqualTo("RUNNING"));
		api().delete("/spaces/second");
		api().delete("/spaces/third");
	}

	private static Api api() {
		return loci.api();
	}

	private static String status(String job) {
		return api().get(job).at("/status").asString();
	}

	private static String accepted(String content) {
		return accepted("demo", content);
	}

	private static String accepted(String space, String content) {
		// What waited in the test before may be counted for a moment more.
		Answer answer = await().atMost(Duration.ofSeconds(10))
			.until(() -> post(space, content), (given) -> given.status() != 429);
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
		return answer.at("/jobId").asString();
	}

	private static Answer post(String content) {
		return post("demo", content);
	}

	private static Answer post(String space, String content) {
		return api().post("/spaces/" + space + "/episodes",
				"{\"messages\": [{\"role\": \"user\", \"content\": \"" + content + "\"}]}");
	}

}
