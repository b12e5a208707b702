package dev.loci.extract;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.loci.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import static dev.loci.extract.AnswerFactJson.answer;
import static dev.loci.extract.AnswerFactJson.entity;
import static dev.loci.extract.AnswerFactJson.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Messages that came one by one and wait for a slow model are read together. */
class ReadingAheadIT {

	private static final int SLOWLY = 3_000;

	@RegisterExtension
	private static final LociWithModel loci = new LociWithModel("loci.extract.timeout=20s",
			"loci.extract.batch-messages=3", "loci.ingest.max-attempts=2", "loci.ingest.retry-after=50ms");

	@Test
	void readsInOneCallWhatWaitsOfASession() {
		loci.model().answers(ModelStub.completion(answer(List.of())).withFixedDelay(SLOWLY));
		JsonNode first = job(accepted("s-1", "Hello."));
		await().atMost(Doubts.LONG).until(() -> loci.model().calls() == 1);
		loci.model()
			.says(answer(List.of(entity(2, "Berlin", "City"), entity(3, "Rex", "Dog")),
					fact("LIVES_IN", "The user lives in Berlin.").in(2).object(2).quoting("Berlin"),
					fact("OWNS", "The user has a dog, Rex.").in(4).object(3).quoting("Rex"),
					fact("LIVES_IN", "The user lives on the moon.").in(3).object(9).quoting("rains")))
			.alwaysAnswers(ModelStub.completion(answer(List.of())));
		String berlin = accepted("s-1", "I live in Berlin.");
		String weather = accepted("s-1", "It rains here.");
		String dog = accepted("s-1", "I have a dog, Rex.");
		String fourth = accepted("s-1", "He sleeps.");

		await().atMost(Doubts.LONG).until(() -> status(fourth).equals("DONE"));

		assertThat(loci.model().calls()).as("three of five are one call").isEqualTo(3);
		assertThat(status(first.at("/id").asString())).isEqualTo("DONE");
		assertThat(job(berlin).at("/result/facts").findValuesAsString("text"))
			.containsExactly("The user lives in Berlin.");
		assertThat(job(berlin).at("/result/model/calls").asInt()).isOne();
		assertThat(job(weather).at("/result/dropped/0/text").asString()).contains("moon");
		assertThat(job(weather).at("/result/note").asString()).contains("nothing that was found in it was taken")
			.contains(berlin);
		assertThat(job(weather).at("/result/facts")).isEmpty();
		assertThat(job(weather).at("/result/extractor").asString()).isEqualTo("model");
		assertThat(job(dog).at("/result/facts").findValuesAsString("text")).containsExactly("The user has a dog, Rex.");
		assertThat(job(dog).at("/result/model/calls").asInt()).isZero();
		assertThat(job(dog).at("/result/note").asString()).contains(berlin);
		assertThat(job(fourth).at("/result/model/calls").asInt()).isOne();
		JsonNode fact = loci.api().get("/spaces/demo/facts?predicate=OWNS").at("/items/0");
		assertThat(episode(fact.at("/evidence/0/episodeId").asString())).isEqualTo("I have a dog, Rex.");
	}

	@Test
	void endsAJobWithItsOwnWordsAndKeepsTheirOrder() {
		loci.model().answers(ModelStub.completion(answer(List.of())).withFixedDelay(SLOWLY));
		accepted("s-1", "Hello.");
		await().atMost(Doubts.LONG).until(() -> loci.model().calls() == 1);
		loci.model()
			.says(answer(List.of(entity(2, "Paris", "City")),
					fact("LIVES_IN", "The user lives in Paris.").in(4).object(2).quoting("Paris")))
			.says(answer(List.of(entity(9, "Rome", "City")),
					fact("LIVES_IN", "The user lives in Rome.").in(5).object(9).quoting("Rome")))
			.alwaysAnswers(ModelStub.completion(answer(List.of())));
		String one = accepted("s-1", "It rains.", "It pours.");
		String two = accepted("s-1", "I live in Paris.", "I live in Rome.", "Good night.");

		await().atMost(Doubts.LONG).until(() -> status(two).equals("DONE"));

		assertThat(job(one).at("/result/model/calls").asInt()).isOne();
		assertThat(job(two).at("/result/facts").findValuesAsString("text")).containsExactly("The user lives in Paris.",
				"The user lives in Rome.");
		assertThat(loci.api().get("/spaces/demo/facts?predicate=LIVES_IN").at("/items").findValuesAsString("text"))
			.as("what was said last")
			.containsExactly("The user lives in Rome.");
	}

	@Test
	void keepsSessionsApartAndTheirOrder() {
		loci.model().answers(ModelStub.completion(answer(List.of())).withFixedDelay(SLOWLY));
		accepted("s-1", "Hello.");
		await().atMost(Doubts.LONG).until(() -> loci.model().calls() == 1);
		loci.model().alwaysAnswers(ModelStub.completion(answer(List.of())));
		accepted("s-1", "One.");
		accepted("s-2", "Two.");
		String last = accepted("s-1", "Three.");

		await().atMost(Doubts.LONG).until(() -> status(last).equals("DONE"));

		assertThat(loci.model().calls()).isEqualTo(4);
	}

	@Test
	void readsByItselfWhatHasFailed() {
		loci.model().answers(ModelStub.completion(answer(List.of())).withFixedDelay(SLOWLY));
		accepted("s-1", "Hello.");
		await().atMost(Doubts.LONG).until(() -> loci.model().calls() == 1);
		loci.model().says("Not JSON.").says("Nor this.").alwaysAnswers(ModelStub.completion(answer(List.of())));
		String good = accepted("s-1", "I live in Berlin.");
		String bad = accepted("s-1", "What a model cannot bear.");

		await().atMost(Doubts.LONG).until(() -> status(bad).equals("DONE"));

		assertThat(job(good).at("/attempts").asInt()).isEqualTo(2);
		assertThat(loci.model().calls()).as("one, two in vain, and each by itself").isEqualTo(5);
	}

	@Test
	void tellsNothingMoreOfWhatIsErased() {
		loci.model().answers(ModelStub.completion(answer(List.of())).withFixedDelay(SLOWLY));
		accepted("s-1", "Hello.");
		await().atMost(Doubts.LONG).until(() -> loci.model().calls() == 1);
		loci.model()
			.says(answer(List.of(), fact("LIKES", "The user likes oolong.").in(3).object(7).quoting("oolong")))
			.alwaysAnswers(ModelStub.completion(answer(List.of())));
		String reader = accepted("s-1", "It rains.");
		String tea = accepted("s-1", "I like oolong.");
		await().atMost(Doubts.LONG).until(() -> status(tea).equals("DONE"));
		assertThat(job(tea).at("/result/dropped/0/text").asString()).contains("oolong");
		assertThat(job(tea).at("/result/note").asString()).contains(reader);

		loci.api().delete("/episodes/" + loci.api().get("/spaces/demo/episodes").at("/items/0/id").asString());

		assertThat(loci.api().get("/jobs/" + tea).status()).isEqualTo(404);
		assertThat(job(reader).toString()).doesNotContain("oolong");
	}

	private static JsonNode job(String id) {
		return loci.api().get("/jobs/" + id).json();
	}

	private static String status(String job) {
		return job(job).at("/status").asString();
	}

	private static String episode(String id) {
		return loci.api().get("/episodes/" + id).at("/content").asString();
	}

	private static String accepted(String session, String... contents) {
		String messages = Stream.of(contents)
			.map((content) -> "{\"role\": \"user\", \"content\": \"" + content + "\"}")
			.collect(Collectors.joining(", "));
		Api.Answer answer = loci.api()
			.post("/spaces/demo/episodes", "{\"sessionId\": \"" + session + "\", \"messages\": [" + messages + "]}");
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
		return answer.at("/jobId").asString();
	}

}
