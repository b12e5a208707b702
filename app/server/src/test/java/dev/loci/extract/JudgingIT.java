package dev.loci.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

/**
 * What rules leave open is asked of the model, in the whole service, with a stub of it.
 */
class JudgingIT {

	private static final Duration LONG = Duration.ofSeconds(60);

	private static final ModelStub MODEL = ModelStub.start();

	private static final Path FOLDER = LociProcess.newFolder();

	private static final int BOLT = LociProcess.freePort();

	private static LociProcess loci;

	@BeforeAll
	static void start() {
		loci = process(FOLDER);
	}

	private static LociProcess process(Path folder) {
		return LociProcess.start(folder, "loci.extract.base-url=" + MODEL.baseUrl(), "loci.extract.model=stub",
				"loci.extract.timeout=30s", "loci.extract.attempts=1", "loci.extract.backoff=10ms",
				"loci.extract.requests-per-minute=100000", "loci.extract.breaker.window=100",
				"loci.extract.breaker.min-calls=100", "loci.ingest.lease=3s",
				"loci.bolt-port=" + (folder.equals(FOLDER) ? BOLT : 0));
	}

	@AfterAll
	static void stop() {
		loci.close();
		MODEL.close();
	}

	@BeforeEach
	void forgetTheScript() {
		MODEL.reset();
	}

	@AfterEach
	void forgetTheSpace() {
		api().delete("/spaces/demo");
	}

	@Test
	void costsTwoCallsWhereAPairIsDoubtful() {
		know("Dana Reyes", "REPORTS_TO", "Max Stern");
		MODEL.says(conversation("Dana")).says(verdict("same", "She leads Globex in both."));

		JsonNode job = conversed();

		assertThat(MODEL.calls()).isEqualTo(2);
		System.out.println("prompt tokens with a doubtful pair: " + MODEL.promptTokens());
		assertThat(MODEL.promptTokens()).isLessThan(6_000);
		assertThat(job.at("/result/statements").asInt()).isEqualTo(8);
		assertThat(job.at("/result/model/calls").asInt()).isEqualTo(2);
		assertThat(job.at("/result/model/promptTokens").asInt()).isEqualTo(2 * ModelStub.PROMPT_TOKENS);
		assertThat(job.at("/result/model/completionTokens").asInt()).isEqualTo(2 * ModelStub.COMPLETION_TOKENS);
		assertThat(MODEL.told("user")).contains("Pair 1: are both the same one?")
			.contains("Dana Reyes, Person:\nDana Reyes reports to Max Stern.")
			.contains("The user reports to Dana.");
	}

	@Test
	void costsOneCallWhereNoneIs() {
		know("Dana Reyes", "REPORTS_TO", "Max Stern");
		MODEL.says(conversation("Olga"));

		assertThat(conversed().at("/result/model/calls").asInt()).isOne();
		assertThat(MODEL.calls()).isOne();
	}

	@Test
	void joinsWhatIsOneAndTellsWhyWhereverItIsLookedFor() {
		know("Will Smith", "WORKS_AT", "Acme");
		MODEL.says(tea("Will Smyth")).says(verdict("same", "Only the spelling differs."));

		JsonNode job = told("Will Smyth likes tea.");

		assertThat(open()).isEmpty();
		JsonNode accepted = suggestions("ACCEPTED").get(0);
		assertThat(accepted.at("/opinion/reason").asString()).isEqualTo("Only the spelling differs.");
		assertThat(accepted.at("/opinion/verdict").asString()).isEqualTo("SAME");
		assertThat(accepted.at("/decidedBy").asString()).isEqualTo("model:stub");
		JsonNode decision = api().get("/facts/" + job.at("/result/facts/0/id").asString() + "/history")
			.at("/decisions/0");
		assertThat(decision.at("/kind").asString()).isEqualTo("MERGE");
		assertThat(decision.at("/by").asString()).isEqualTo("model:stub");
		assertThat(decision.at("/reason").asString()).isEqualTo("Only the spelling differs.");
		assertThat(people()).containsExactly("Will Smith");
		assertThat(api().send("POST", "/merges/" + decision.at("/id").asString() + "/undo", null).status())
			.isEqualTo(200);
		assertThat(people()).containsExactlyInAnyOrder("Will Smith", "Will Smyth");
	}

	@Test
	void dismissesWhatIsNotOneAndLeavesTheRestOpen() {
		know("Will Smith", "WORKS_AT", "Acme");
		MODEL.says(tea("Will Smyth")).says(verdict("different", "Two men."));
		told("Will Smyth likes tea.");
		assertThat(suggestions("DISMISSED").get(0).at("/opinion/reason").asString()).isEqualTo("Two men.");

		MODEL.reset();
		MODEL.says(tea("Will Smithe")).says(verdict("unsure", "Nobody can tell."));
		JsonNode job = told("Will Smithe likes tea.");

		assertThat(job.at("/status").asString()).isEqualTo("DONE");
		assertThat(open()).isNotEmpty();
		assertThat(open().findValuesAsString("decidedBy")).containsOnly("");
		assertThat(open().findValuesAsString("reason")).contains("Nobody can tell.");
		assertThat(people()).containsExactlyInAnyOrder("Will Smith", "Will Smyth", "Will Smithe");
	}

	@Test
	void settlesWhatExcludesEachOtherAndNotesWhatMayStandSideBySide() {
		MODEL.says(home("Riga")).says(home("Bonn")).says(verdict("same", "Two towns."));
		told("I have lived in Riga since 2020.", "2024-01-03T10:00:00Z");
		told("I have lived in Bonn since 2020.", "2024-01-02T10:00:00Z");

		assertThat(open()).isEmpty();
		assertThat(suggestions("DISMISSED").get(0).at("/kind").asString()).isEqualTo("CONTESTED");

		MODEL.reset();
		MODEL.says(home("Latvia")).says(verdict("different", "Riga lies in Latvia."));
		told("I have lived in Latvia since 2020.", "2024-01-01T10:00:00Z");

		assertThat(open().get(0).at("/opinion/verdict").asString()).isEqualTo("DIFFERENT");
		JsonNode believed = api().get("/spaces/demo/facts?predicate=LIVES_IN").at("/items");
		assertThat(believed.findValuesAsString("text")).containsExactly("The user lives in Riga.");
		JsonNode decisions = api().get("/facts/" + believed.get(0).at("/id").asString() + "/history").at("/decisions");
		assertThat(decisions.findValuesAsString("reason")).containsExactly("Two towns.", "Riga lies in Latvia.");
		assertThat(decisions.findValuesAsString("by")).containsOnly("model:stub");
	}

	@Test
	void leavesThemOpenWhereTheModelIsAway() {
		know("Will Smith", "WORKS_AT", "Acme");
		MODEL.says(tea("Will Smyth")).answers(ModelStub.error(503, "overloaded"));

		JsonNode job = told("Will Smyth likes tea.");

		assertThat(job.at("/status").asString()).isEqualTo("DONE");
		assertThat(job.at("/result/note").asString()).contains("stay suggestions");
		assertThat(job.at("/result/facts/0/outcome").asString()).isEqualTo("ADDED");
		assertThat(open()).hasSize(1);
	}

	@Test
	void leavesThemOpenWhereTheModelTalksNonsenseAndCountsWhatThatCost() {
		know("Will Smith", "WORKS_AT", "Acme");
		MODEL.says(tea("Will Smyth")).says("They are the same!").says("Join them!");

		JsonNode job = told("Will Smyth likes tea.");

		assertThat(job.at("/status").asString()).isEqualTo("DONE");
		assertThat(job.at("/result/note").asString()).contains("stay suggestions");
		assertThat(job.at("/result/model/calls").asInt()).isEqualTo(3);
		assertThat(open()).hasSize(1);
	}

	@Test
	void leavesTheDecisionOfAPersonAsItIs() {
		know("Will Smith", "WORKS_AT", "Acme");
		MODEL.says(tea("Will Smyth")).answers(ModelStub.completion(verdict("same", "One man.")).withFixedDelay(4_000));
		String job = tell("Will Smyth likes tea.", "2024-01-01T10:00:00Z", "").at("/jobId").asString();
		await().atMost(LONG).until(() -> open().size() == 1);

		api().send("POST", "/suggestions/" + open().get(0).at("/id").asString() + "/dismiss", null);

		await().atMost(LONG).until(() -> isDone(job));
		assertThat(suggestions("DISMISSED").get(0).at("/decidedBy").isNull()).isTrue();
		assertThat(people()).containsExactlyInAnyOrder("Will Smith", "Will Smyth");
	}

	@Test
	void joinsNobodyWhomAPersonHasToldApart() {
		know("Will Smith", "WORKS_AT", "Acme");
		know("Will Smyth", "WORKS_AT", "Initech");
		api().send("POST", "/suggestions/" + open().get(0).at("/id").asString() + "/dismiss", null);
		MODEL.says(tea("Will Smuth")).says("""
				{"verdicts": [{"pair": 1, "reason": "One.", "verdict": "same"},
				              {"pair": 2, "reason": "One, too.", "verdict": "same"}]}""");

		told("Will Smuth likes tea.");

		assertThat(people()).containsExactlyInAnyOrder("Will Smith", "Will Smyth");
		assertThat(open()).hasSize(1);
		assertThat(open().get(0).at("/opinion/verdict").asString()).isEqualTo("SAME");
	}

	@Test
	void asksNobodyWhereGrammarReads() {
		know("Will Smith", "WORKS_AT", "Acme");
		api().send("PATCH", "/spaces/demo", "{\"extract\": \"local\"}");

		api().post("/spaces/demo/episodes?wait=PT50S", """
				{"messages": [{"role": "user", "name": "Will Smyth", "content": "I live in Berlin."}]}""");

		assertThat(open()).hasSize(1);
		assertThat(MODEL.calls()).isZero();
	}

	@Test
	void takesNoVerdictOfAWorkerThatHasLostItsLease() throws Exception {
		know("Will Smith", "WORKS_AT", "Acme");
		MODEL.says(tea("Will Smyth"))
			.answers(ModelStub.completion(verdict("same", "Too late.")).withFixedDelay(6_000))
			.says(verdict("different", "In time."));
		String job = tell("Will Smyth likes tea.", "2024-01-01T10:00:00Z", "").at("/jobId").asString();
		await().atMost(LONG).until(() -> open().size() == 1);

		inTheGraph("MATCH (s:Space {name: 'demo'}) SET s.fence = s.fence + 1, s.dueAt = datetime() RETURN s");

		await().atMost(LONG).until(() -> isDone(job));
		await().atMost(LONG).until(() -> MODEL.calls() == 3);
		Thread.sleep(2_000);
		assertThat(suggestions("DISMISSED").get(0).at("/opinion/reason").asString()).isEqualTo("In time.");
		assertThat(people()).containsExactlyInAnyOrder("Will Smith", "Will Smyth");
		assertThat(api().get("/jobs/" + job).at("/result/model/calls").asInt()).isEqualTo(2);
	}

	@Test
	void forgetsItsReasonsWithWhatTheyWereDrawnFrom() throws Exception {
		know("Will Smith", "WORKS_AT", "Acme");
		MODEL.says(tea("Will Smyth")).says(verdict("same", "A man and his oolong tea."));
		told("Will Smyth likes tea.");
		assertThat(
				inTheGraph("MATCH (n) WHERE n.reason CONTAINS 'oolong' OR n.verdictReason CONTAINS 'oolong' RETURN n"))
			.isEqualTo(2);

		api().get("/spaces/demo/episodes")
			.at("/items")
			.valueStream()
			.filter((episode) -> episode.at("/role").asString().equals("user"))
			.forEach((episode) -> api().delete("/episodes/" + episode.at("/id").asString()));

		assertThat(inTheGraph(
				"MATCH (n) WHERE any(key IN keys(n) WHERE toStringOrNull(n[key]) CONTAINS 'oolong') RETURN n"))
			.isZero();
	}

	@Test
	void loosesAndDoublesNothingWhenItIsKilledMeanwhile() {
		Path folder = LociProcess.newFolder();
		String job;
		try (LociProcess first = process(folder)) {
			first.api().post("/spaces/demo/facts", known("Will Smith", "WORKS_AT", "Acme"));
			MODEL.says(tea("Will Smyth"))
				.answers(ModelStub.completion(verdict("same", "Nobody hears it.")).withFixedDelay(20_000));
			job = first.api()
				.post("/spaces/demo/episodes", message("Will Smyth likes tea.", "2024-01-01T10:00:00Z"))
				.at("/jobId")
				.asString();
			await().atMost(LONG).until(() -> !first.api().get("/spaces/demo/suggestions").at("/items").isEmpty());
		}
		MODEL.reset();
		MODEL.alwaysAnswers(ModelStub.completion(verdict("same", "Asked again.")));
		try (LociProcess second = process(folder)) {
			await().atMost(LONG).until(() -> second.api().get("/jobs/" + job).at("/status").asString().equals("DONE"));

			assertThat(MODEL.calls()).isOne();
			assertThat(second.api().get("/spaces/demo/facts?predicate=LIKES").at("/items")).hasSize(1);
			assertThat(second.api()
				.get("/spaces/demo/suggestions?status=ACCEPTED")
				.at("/items/0/opinion/reason")
				.asString()).isEqualTo("Asked again.");
		}
	}

	private static Api api() {
		return loci.api();
	}

	private static boolean isDone(String job) {
		return api().get("/jobs/" + job).at("/status").asString().equals("DONE");
	}

	private static JsonNode open() {
		return suggestions("OPEN");
	}

	private static JsonNode suggestions(String status) {
		return api().get("/spaces/demo/suggestions?status=" + status).at("/items");
	}

	private static List<String> people() {
		return api().get("/spaces/demo/entities?type=Person")
			.at("/items")
			.valueStream()
			.filter((each) -> each.at("/externalId").isNull())
			.map((each) -> each.at("/name").asString())
			.toList();
	}

	private static void know(String name, String predicate, String other) {
		assertThat(api().post("/spaces/demo/facts", known(name, predicate, other)).status()).isEqualTo(200);
	}

	private static String known(String name, String predicate, String other) {
		return """
				{"facts": [{"subject": {"name": "%s", "type": "Person"}, "predicate": "%s", "object": {"name": "%s"}}]}"""
			.formatted(name, predicate, other);
	}

	private static String verdict(String verdict, String reason) {
		return "{\"verdicts\": [{\"pair\": 1, \"reason\": \"" + reason + "\", \"verdict\": \"" + verdict + "\"}]}";
	}

	private static String tea(String name) {
		return answer(List.of(entity(21, name, "Person"), entity(22, "tea", "Drink")),
				fact("LIKES", name + " likes tea.").with("subject", 21).object(22));
	}

	private static String home(String place) {
		return answer(List.of(entity(21, place, "Place")),
				fact("LIVES_IN", "The user lives in " + place + ".").object(21).start("2020"));
	}

	private static String conversation(String boss) {
		return answer(
				List.of(entity(21, "Paris", "City"), entity(22, "Berlin", "City"), entity(23, "Globex", "Company"),
						entity(24, boss, "Person"), entity(25, "Rex", "Dog")),
				fact("LIVES_IN", "The user no longer lives in Paris.").object(21)
					.with("polarity", "end")
					.end("2024-03-01"),
				fact("LIVES_IN", "The user lives in Berlin.").object(22).start("2024-03-01"),
				fact("WORKS_AT", "The user works at Globex.").object(23),
				fact("REPORTS_TO", "The user reports to " + boss + ".").object(24),
				fact("VISITED", "The user visited Berlin in 2019.").in(2).object(22).start("2019"),
				fact("OWNS", boss + " has a dog, Rex.").in(2).with("subject", 24).object(25),
				fact("AGE_IS", "Rex is 4 years old.").in(2).with("subject", 25).value(4),
				fact("HAS_EMAIL", "The user's email is al@example.org.").in(3).value("al@example.org"));
	}

	private static JsonNode conversed() {
		Answer answer = api().post("/spaces/demo/episodes?wait=PT50S",
				"""
						{"sessionId": "s-1", "messages": [
						  {"role": "user", "content": "Hi! I moved from Paris to Berlin on 1 March and work at Globex, where I report to my boss."},
						  {"role": "user", "content": "I have liked it since my visit in 2019. My boss has a dog, Rex, he is 4."},
						  {"role": "user", "content": "By the way, Dana Reyes knows my email, it is al@example.org."}]}""");
		assertThat(answer.status()).as(answer.response().body() + loci.output()).isEqualTo(200);
		return answer.json();
	}

	private static JsonNode told(String content) {
		return told(content, "2024-01-01T10:00:00Z");
	}

	private static JsonNode told(String content, String at) {
		JsonNode job = tell(content, at, "?wait=PT50S");
		assertThat(job.at("/status").asString()).as(job + loci.output()).isEqualTo("DONE");
		return job;
	}

	private static JsonNode tell(String content, String at, String query) {
		return api().post("/spaces/demo/episodes" + query, message(content, at)).json();
	}

	private static String message(String content, String at) {
		return JsonMapper.shared()
			.writeValueAsString(
					Map.of("messages", List.of(Map.of("role", "user", "content", content, "occurredAt", at))));
	}

	private static int inTheGraph(String query) throws IOException {
		String password = Files.readString(FOLDER.resolve("neo4j-password")).strip();
		try (Driver driver = GraphDatabase.driver("bolt://localhost:" + BOLT, AuthTokens.basic("neo4j", password))) {
			return driver.executableQuery(query).execute().records().size();
		}
	}

}
