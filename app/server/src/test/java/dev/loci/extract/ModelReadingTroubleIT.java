package dev.loci.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static dev.loci.extract.AnswerFactJson.answer;
import static dev.loci.extract.AnswerFactJson.entity;
import static dev.loci.extract.AnswerFactJson.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is long is read once, and what is erased or paid for meanwhile counts. */
class ModelReadingTroubleIT {

	private static final String NOTHING = answer(List.of());

	private static final int BOLT = LociProcess.freePort();

	@RegisterExtension
	private static final LociWithModel loci = new LociWithModel("loci.extract.max-wait=500ms",
			"loci.ingest.max-attempts=5", "loci.ingest.retry-after=500ms", "loci.bolt-port=" + BOLT);

	@Test
	void sendsALongRecordOnceAndCountsWhatItCostToEmbed() {
		loci.model().alwaysAnswers(ModelStub.completion(NOTHING));
		Map<String, String> fields = new TreeMap<>();
		for (int i = 0; i < 200; i++) {
			fields.put("field" + i, "value-" + i + "-" + "is rather long ".repeat(6));
		}
		String record = JsonMapper.shared().writeValueAsString(Map.of("json", fields, "source", "crm"));

		JsonNode job = done(api().post("/spaces/demo/episodes", record));

		assertThat(job.at("/result/passages").asInt()).isGreaterThan(20);
		assertThat(job.at("/result/millis/embed").asLong()).isPositive();
		String asked = loci.model()
			.requests()
			.stream()
			.map((request) -> request.at("/messages/1/content").asString())
			.collect(Collectors.joining());
		for (int i = 0; i < 200; i++) {
			assertThat(asked).containsOnlyOnce("field" + i + ": value-" + i + "-");
		}
		assertThat(asked.length()).isLessThan(2 * record.length());
	}

	@Test
	void readsAgainWhereWhatWasSaidBeforeIsErasedMeanwhile() throws Exception {
		loci.model().says(NOTHING);
		done(tell("My secret is marzipan."));
		String secret = api().get("/spaces/demo/episodes").at("/items/0/id").asString();
		loci.model()
			.answers(ModelStub
				.completion(answer(List.of(entity(2, "Marzipan", null)),
						fact("LIKES", "The user likes marzipan.").object(2)))
				.withFixedDelay(8_000))
			.says(NOTHING);
		Answer accepted = tell("I like it.");
		await().atMost(Doubts.LONG).until(() -> job(accepted).at("/status").asString().equals("RUNNING"));
		Thread.sleep(3_000);

		api().delete("/episodes/" + secret);

		JsonNode job = done(accepted);
		assertThat(loci.model().calls()).isEqualTo(3);
		assertThat(loci.model().told("user")).contains("I like it.").doesNotContain("marzipan");
		assertThat(api().get("/spaces/demo/facts").at("/items")).isEmpty();
		assertThat(api().get("/spaces/demo/entities").at("/items").findValuesAsString("name"))
			.doesNotContain("Marzipan");
		assertThat(job.at("/attempts").asInt()).isOne();
		assertThat(job.at("/result/model/calls").asInt()).as("with the one in vain").isEqualTo(2);
	}

	@Test
	void countsWhatAModelCostThatThenWentAway() {
		loci.model()
			.says("I would rather not.")
			.answers(ModelStub.error(503, "overloaded"))
			.answers(ModelStub.error(503, "overloaded"))
			.says(NOTHING);

		JsonNode job = done(tell("I like tea."));

		assertThat(job.at("/attempts").asInt()).isOne();
		assertThat(job.at("/result/model/calls").asInt()).as("with an easy one").isEqualTo(4);
		assertThat(job.at("/result/model/promptTokens").asInt()).isEqualTo(2 * ModelStub.PROMPT_TOKENS);
	}

	@Test
	void countsWhatWasPaidForWhatCouldNotBeKept() throws IOException {
		loci.model()
			.alwaysAnswers(ModelStub.completion(answer(List.of(entity(2, "Tea", null), entity(3, "Rum", null)),
					fact("LIKES", "The user likes a drink.").object(2),
					fact("LIKES", "The user likes a drink.").object(3))));
		inTheGraph("CREATE CONSTRAINT no_drink FOR (s:Statement) REQUIRE s.text IS UNIQUE");
		Answer accepted = tell("I like tea and rum.");
		await().atMost(Doubts.LONG).until(() -> job(accepted).at("/status").asString().equals("RETRYING"));

		inTheGraph("DROP CONSTRAINT no_drink");

		JsonNode job = done(accepted);
		assertThat(job.at("/result/facts")).hasSize(2);
		assertThat(loci.model().calls()).isGreaterThan(1);
		assertThat(job.at("/result/model/calls").asInt()).as("with those in vain").isEqualTo(loci.model().calls());
		assertThat(job.at("/result/model/completionTokens").asInt())
			.isEqualTo(loci.model().calls() * ModelStub.COMPLETION_TOKENS);
	}

	private static void inTheGraph(String statement) throws IOException {
		String password = Files.readString(loci.folder().resolve("neo4j-password")).strip();
		try (Driver driver = GraphDatabase.driver("bolt://localhost:" + BOLT, AuthTokens.basic("neo4j", password))) {
			driver.executableQuery(statement).execute();
		}
	}

	@Test
	void readsAnewWhatItCanReadOfASpace() {
		loci.model().alwaysAnswers(ModelStub.completion(NOTHING));
		done(tell("I like tea.", "A riddle.", "I like rum."));
		loci.model().reset();
		loci.model()
			.answersAbout("A riddle.", ModelStub.completion("I would rather not."))
			.alwaysAnswers(ModelStub.completion(NOTHING));

		Answer rebuild = api().post("/spaces/demo/rebuild", "{\"from\": \"episodes\"}");
		String id = "/jobs/" + rebuild.at("/id").asString();
		await().atMost(Doubts.LONG).until(() -> api().get(id).at("/status").asString().matches("DONE|FAILED"));

		JsonNode job = api().get(id).json();
		assertThat(job.at("/status").asString()).as(job.toString()).isEqualTo("DONE");
		assertThat(job.at("/result/dropped").findValuesAsString("text")).containsExactly("A riddle.");
		assertThat(job.at("/result/dropped/0/reason").asString()).startsWith("not read: the model's answer ");
	}

	@Test
	void countsWhatItPaidForARebuildThatBeganAnew() {
		loci.model().alwaysAnswers(ModelStub.completion(NOTHING));
		done(tell("I like tea."));
		done(tell("I like rum."));
		String rum = api().get("/spaces/demo/episodes").at("/items/0/id").asString();
		loci.model().reset();
		loci.model()
			.answers(ModelStub.completion(NOTHING).withFixedDelay(8_000))
			.alwaysAnswers(ModelStub.completion(NOTHING));
		Answer rebuild = api().post("/spaces/demo/rebuild", "{\"from\": \"episodes\"}");
		String id = "/jobs/" + rebuild.at("/id").asString();
		await().atMost(Doubts.LONG).until(() -> loci.model().calls() == 1);

		api().delete("/episodes/" + rum);

		await().atMost(Doubts.LONG).until(() -> api().get(id).at("/status").asString().matches("DONE|FAILED"));
		assertThat(loci.model().calls()).isEqualTo(2);
		assertThat(api().get(id).at("/result/model/calls").asInt()).as("with the one in vain").isEqualTo(2);
	}

	@Test
	void keepsNoEndOfWhatItDidNotTake() {
		AnswerFactJson[] odd = new AnswerFactJson[150];
		Arrays.fill(odd, fact("LIKES", "Of nobody.").with("subject", 99).object(99));
		loci.model().alwaysAnswers(ModelStub.completion(answer(List.of(), odd)));

		JsonNode job = done(tell(IntStream.range(0, 110).mapToObj((i) -> "Message " + i).toArray(String[]::new)));

		assertThat(job.at("/result/dropped")).hasSize(1_000);
		assertThat(job.at("/result/note").asString())
			.startsWith("It was read, and nothing that was found in it was taken.")
			.endsWith(" more were found and not taken than are listed.");
	}

	private static Api api() {
		return loci.api();
	}

	private static Answer tell(String... contents) {
		return api().post("/spaces/demo/episodes", JsonMapper.shared()
			.writeValueAsString(Map.of("sessionId", "s1", "messages",
					Stream.of(contents).map((content) -> Map.of("role", "user", "content", content)).toList())));
	}

	private static JsonNode job(Answer accepted) {
		assertThat(accepted.status()).as(accepted.response().body()).isEqualTo(202);
		return api().get("/jobs/" + accepted.at("/jobId").asString()).json();
	}

	private static JsonNode done(Answer accepted) {
		await().atMost(Doubts.LONG).until(() -> job(accepted).at("/status").asString().equals("DONE"));
		return job(accepted);
	}

}
