package dev.loci.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.loci.LociProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import tools.jackson.databind.JsonNode;

import static dev.loci.extract.AnswerFactJson.answer;
import static dev.loci.extract.AnswerFactJson.entity;
import static dev.loci.extract.AnswerFactJson.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A model that is asked for its opinion and is away, talks nonsense or is too late; and a
 * service that is cut off or told to forget meanwhile.
 */
class JudgingTroubleIT {

	private static final int BOLT = LociProcess.freePort();

	@RegisterExtension
	private static final LociWithModel loci = Doubts.service("loci.bolt-port=" + BOLT);

	private final Doubts doubts = new Doubts(loci);

	@Test
	void asksAgainWhereTheModelIsAwayForAMomentAndReadsNothingTwice() {
		this.doubts.know("Will Smith", "WORKS_AT", "Acme");
		loci.model()
			.says(Doubts.tea("Will Smyth"))
			.answers(ModelStub.error(503, "overloaded"))
			.answers(ModelStub.error(503, "overloaded"))
			.says(Doubts.verdict("same", "Asked again."));

		JsonNode job = this.doubts.told("Will Smyth likes tea.");

		assertThat(job.at("/attempts").asInt()).isOne();
		assertThat(job.at("/result/note").isNull()).as(job.toString()).isTrue();
		assertThat(job.at("/result/facts/0/outcome").asString()).isEqualTo("ADDED");
		assertThat(job.at("/result/model/calls").asInt()).as("with an easy one").isEqualTo(4);
		assertThat(loci.model().calls()).isEqualTo(4);
		assertThat(this.doubts.suggestions("ACCEPTED").get(0).at("/opinion/reason").asString())
			.isEqualTo("Asked again.");
	}

	@Test
	void saysHowManyItWasNotAskedAbout() {
		List<String> first = List.of("Anna", "Bruno", "Clara", "Dieter", "Elena", "Felix", "Greta", "Hugo", "Ingrid",
				"Jonas", "Katja", "Ludwig", "Marta", "Nora", "Oskar", "Paula", "Quentin", "Rosa", "Stefan", "Thea",
				"Ulrich", "Vera");
		first.forEach((name) -> this.doubts.know(name + " Schmidtke", "WORKS_AT", "Acme"));
		Stream<String> people = IntStream.range(0, first.size())
			.mapToObj((i) -> entity(41 + i, first.get(i) + " Schmittke", "Person"));
		loci.model()
			.says(answer(Stream.concat(people, Stream.of(entity(40, "tea", "Drink"))).toList(), IntStream
				.range(0, first.size())
				.mapToObj(
						(i) -> fact("LIKES", first.get(i) + " Schmittke likes tea.").with("subject", 41 + i).object(40))
				.toArray(AnswerFactJson[]::new)))
			.says("{\"verdicts\": []}");

		JsonNode job = this.doubts.told("I know them all.");

		assertThat(loci.model().calls()).isEqualTo(2);
		assertThat(loci.model().told("user")).contains("Pair 20:").doesNotContain("Pair 21:");
		assertThat(job.at("/result/note").asString())
			.matches(".*Of [0-9]{2,3} doubtful pairs the model was asked about the 20 likeliest; the others stay.*");
	}

	@Test
	void leavesThemOpenWhereTheModelTalksNonsenseAndCountsWhatThatCost() {
		this.doubts.know("Will Smith", "WORKS_AT", "Acme");
		loci.model().says(Doubts.tea("Will Smyth")).says("They are the same!").says("Join them!");

		JsonNode job = this.doubts.told("Will Smyth likes tea.");

		assertThat(job.at("/status").asString()).isEqualTo("DONE");
		assertThat(job.at("/result/note").asString()).contains("stay suggestions");
		assertThat(job.at("/result/model/calls").asInt()).isEqualTo(3);
		assertThat(this.doubts.open()).hasSize(1);
	}

	@Test
	void takesNoVerdictOfAWorkerThatHasLostItsLease() throws Exception {
		this.doubts.know("Will Smith", "WORKS_AT", "Acme");
		loci.model()
			.says(Doubts.tea("Will Smyth"))
			.answers(ModelStub.completion(Doubts.verdict("same", "Too late.")).withFixedDelay(6_000))
			.says(Doubts.verdict("different", "In time."));
		String job = this.doubts.tell("Will Smyth likes tea.", "2024-01-01T10:00:00Z", "").at("/jobId").asString();
		await().atMost(Doubts.LONG).until(() -> this.doubts.open().size() == 1 && loci.model().calls() == 2);

		inTheGraph("MATCH (s:Space {name: 'demo'}) SET s.fence = s.fence + 1, s.dueAt = datetime() RETURN s");

		await().atMost(Doubts.LONG).until(() -> this.doubts.isDone(job));
		await().atMost(Doubts.LONG).until(() -> loci.model().calls() == 3);
		Thread.sleep(2_000);
		assertThat(this.doubts.suggestions("DISMISSED").get(0).at("/opinion/reason").asString()).isEqualTo("In time.");
		assertThat(this.doubts.people()).containsExactlyInAnyOrder("Will Smith", "Will Smyth");
		assertThat(loci.api().get("/jobs/" + job).at("/result/model/calls").asInt()).isEqualTo(2);
	}

	@Test
	void forgetsItsReasonsWithWhatTheyWereDrawnFrom() throws Exception {
		this.doubts.know("Will Smith", "WORKS_AT", "Acme");
		loci.model().says(Doubts.tea("Will Smyth")).says(Doubts.verdict("same", "A man and his oolong tea."));
		this.doubts.told("Will Smyth likes tea.");
		assertThat(
				inTheGraph("MATCH (n) WHERE n.reason CONTAINS 'oolong' OR n.verdictReason CONTAINS 'oolong' RETURN n"))
			.isEqualTo(2);

		eraseWhatWasSaid();

		assertThat(inTheGraph(
				"MATCH (n) WHERE any(key IN keys(n) WHERE toStringOrNull(n[key]) CONTAINS 'oolong') RETURN n"))
			.isZero();
	}

	@Test
	void keepsWhatItThoughtWhenAllIsReadAnewAndForgetsItWithTheEpisodeOnly() throws Exception {
		this.doubts.know("Will Smith", "WORKS_AT", "Acme");
		loci.model().says(Doubts.tea("Will Smyth")).says(Doubts.verdict("same", "A man and his oolong tea."));
		this.doubts.told("Will Smyth likes tea.");
		loci.model().reset();
		loci.model().says(answer(List.of()));

		String rebuild = loci.api().post("/spaces/demo/rebuild", "{\"from\": \"episodes\"}").at("/id").asString();
		await().atMost(Doubts.LONG).until(() -> this.doubts.isDone(rebuild));

		assertThat(loci.model().calls()).isOne();
		assertThat(loci.api().get("/spaces/demo/facts?predicate=LIKES").at("/items")).isEmpty();
		assertThat(this.doubts.suggestions("ACCEPTED").get(0).at("/opinion/reason").asString())
			.isEqualTo("A man and his oolong tea.");
		assertThat(this.doubts.people()).containsExactly("Will Smith");
		eraseWhatWasSaid();
		assertThat(inTheGraph(
				"MATCH (n) WHERE any(key IN keys(n) WHERE toStringOrNull(n[key]) CONTAINS 'oolong') RETURN n"))
			.isZero();
	}

	@Test
	void loosesAndDoublesNothingWhenItIsKilledMeanwhile() {
		Path folder = LociProcess.newFolder();
		String job;
		try (LociProcess first = loci.another(folder, "loci.bolt-port=0")) {
			first.api().post("/spaces/demo/facts", Doubts.known("Will Smith", "WORKS_AT", "Acme"));
			loci.model()
				.says(Doubts.tea("Will Smyth"))
				.answers(ModelStub.completion(Doubts.verdict("same", "Nobody hears it.")).withFixedDelay(20_000));
			job = first.api()
				.post("/spaces/demo/episodes", Doubts.message("Will Smyth likes tea.", "2024-01-01T10:00:00Z"))
				.at("/jobId")
				.asString();
			await().atMost(Doubts.LONG)
				.until(() -> !first.api().get("/spaces/demo/suggestions").at("/items").isEmpty());
		}
		loci.model().reset();
		loci.model().alwaysAnswers(ModelStub.completion(Doubts.verdict("same", "Asked again.")));
		try (LociProcess second = loci.another(folder, "loci.bolt-port=0")) {
			await().atMost(Doubts.LONG)
				.until(() -> second.api().get("/jobs/" + job).at("/status").asString().equals("DONE"));

			assertThat(loci.model().calls()).isOne();
			assertThat(second.api().get("/spaces/demo/facts?predicate=LIKES").at("/items")).hasSize(1);
			assertThat(second.api()
				.get("/spaces/demo/suggestions?status=ACCEPTED")
				.at("/items/0/opinion/reason")
				.asString()).isEqualTo("Asked again.");
		}
	}

	private static void eraseWhatWasSaid() {
		loci.api()
			.get("/spaces/demo/episodes")
			.at("/items")
			.valueStream()
			.filter((episode) -> episode.at("/role").asString().equals("user"))
			.forEach((episode) -> loci.api().delete("/episodes/" + episode.at("/id").asString()));
	}

	private static int inTheGraph(String query) throws IOException {
		String password = Files.readString(loci.folder().resolve("neo4j-password")).strip();
		try (Driver driver = GraphDatabase.driver("bolt://localhost:" + BOLT, AuthTokens.basic("neo4j", password))) {
			return driver.executableQuery(query).execute().records().size();
		}
	}

}
