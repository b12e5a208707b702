package dev.loci.extract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.loci.Api;
import dev.loci.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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

		assertThat(api().send("POST", "/jobs/retry?status=FAILED&space=demo", null).at("/retried").asInt()).isOne();

		await().atMost(Duration.ofSeconds(30))
			.until(() -> status(first).equals("DONE") && status(second).equals("DONE"));
		assertThat(api().get(first).at("/finishedAt").asString())
			.isLessThan(api().get(second).at("/finishedAt").asString());
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

	private static Api api() {
		return loci.api();
	}

	private static String status(String job) {
		return api().get(job).at("/status").asString();
	}

	private static String accepted(String content) {
		Answer answer = post(content);
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
		return answer.at("/jobId").asString();
	}

	private static Answer post(String content) {
		return api().post("/spaces/demo/episodes",
				"{\"messages\": [{\"role\": \"user\", \"content\": \"" + content + "\"}]}");
	}

}
