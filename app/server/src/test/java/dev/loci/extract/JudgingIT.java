package dev.loci.extract;

import java.util.List;

import dev.loci.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import static dev.loci.extract.AnswerFactJson.answer;
import static dev.loci.extract.AnswerFactJson.entity;
import static dev.loci.extract.AnswerFactJson.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What rules leave open is asked of the model, in the whole service, with a stub of it.
 */
class JudgingIT {

	@RegisterExtension
	private static final LociWithModel loci = Doubts.service();

	private final Doubts doubts = new Doubts(loci);

	@Test
	void costsTwoCallsWhereAPairIsDoubtful() {
		this.doubts.know("Dana Reyes", "REPORTS_TO", "Max Stern");
		loci.model().says(conversation("Dana")).says(Doubts.verdict("same", "She leads Globex in both."));

		JsonNode job = conversed();

		assertThat(loci.model().calls()).isEqualTo(2);
		System.out.println("prompt tokens with a doubtful pair: " + loci.model().promptTokens());
		assertThat(loci.model().promptTokens()).isLessThan(6_000);
		assertThat(job.at("/result/statements").asInt()).isEqualTo(8);
		assertThat(job.at("/result/model/calls").asInt()).isEqualTo(2);
		assertThat(job.at("/result/model/promptTokens").asInt()).isEqualTo(2 * ModelStub.PROMPT_TOKENS);
		assertThat(job.at("/result/model/completionTokens").asInt()).isEqualTo(2 * ModelStub.COMPLETION_TOKENS);
		assertThat(loci.model().told("user")).contains("Pair 1: are both the same one?")
			.contains("Dana Reyes, Person:\nDana Reyes reports to Max Stern.")
			.contains("The user reports to Dana.");
	}

	@Test
	void costsOneCallWhereNoneIs() {
		this.doubts.know("Dana Reyes", "REPORTS_TO", "Max Stern");
		loci.model().says(conversation("Olga"));

		assertThat(conversed().at("/result/model/calls").asInt()).isOne();
		assertThat(loci.model().calls()).isOne();
	}

	@Test
	void joinsWhatIsOneAndTellsWhyWhereverItIsLookedFor() {
		this.doubts.know("Will Smith", "WORKS_AT", "Acme");
		loci.model().says(Doubts.tea("Will Smyth")).says(Doubts.verdict("same", "Only the spelling differs."));

		JsonNode job = this.doubts.told("Will Smyth likes tea.");

		assertThat(this.doubts.open()).isEmpty();
		JsonNode accepted = this.doubts.suggestions("ACCEPTED").get(0);
		assertThat(accepted.at("/opinion/reason").asString()).isEqualTo("Only the spelling differs.");
		assertThat(accepted.at("/opinion/verdict").asString()).isEqualTo("SAME");
		assertThat(accepted.at("/decidedBy").asString()).isEqualTo("model:stub");
		JsonNode decision = loci.api()
			.get("/facts/" + job.at("/result/facts/0/id").asString() + "/history")
			.at("/decisions/0");
		assertThat(decision.at("/kind").asString()).isEqualTo("MERGE");
		assertThat(decision.at("/by").asString()).isEqualTo("model:stub");
		assertThat(decision.at("/reason").asString()).isEqualTo("Only the spelling differs.");
		assertThat(this.doubts.people()).containsExactly("Will Smith");
		assertThat(loci.api().send("POST", "/merges/" + decision.at("/id").asString() + "/undo", null).status())
			.isEqualTo(200);
		assertThat(this.doubts.people()).containsExactlyInAnyOrder("Will Smith", "Will Smyth");
	}

	@Test
	void dismissesWhatIsNotOneAndLeavesTheRestOpen() {
		this.doubts.know("Will Smith", "WORKS_AT", "Acme");
		loci.model().says(Doubts.tea("Will Smyth")).says(Doubts.verdict("different", "Two men."));
		this.doubts.told("Will Smyth likes tea.");
		assertThat(this.doubts.suggestions("DISMISSED").get(0).at("/opinion/reason").asString()).isEqualTo("Two men.");

		loci.model().reset();
		loci.model().says(Doubts.tea("Will Smithe")).says(Doubts.verdict("unsure", "Nobody can tell."));
		JsonNode job = this.doubts.told("Will Smithe likes tea.");

		assertThat(job.at("/status").asString()).isEqualTo("DONE");
		assertThat(this.doubts.open()).isNotEmpty();
		assertThat(this.doubts.open().findValuesAsString("decidedBy")).containsOnly("");
		assertThat(this.doubts.open().findValuesAsString("reason")).contains("Nobody can tell.");
		assertThat(this.doubts.people()).containsExactlyInAnyOrder("Will Smith", "Will Smyth", "Will Smithe");
	}

	@Test
	void settlesWhatExcludesEachOtherAndNotesWhatMayStandSideBySide() {
		loci.model().says(Doubts.home("Riga")).says(Doubts.home("Bonn")).says(Doubts.verdict("same", "Two towns."));
		this.doubts.told("I have lived in Riga since 2020.", "2024-01-03T10:00:00Z");
		this.doubts.told("I have lived in Bonn since 2020.", "2024-01-02T10:00:00Z");

		assertThat(this.doubts.open()).isEmpty();
		assertThat(this.doubts.suggestions("DISMISSED").get(0).at("/kind").asString()).isEqualTo("CONTESTED");

		loci.model().reset();
		loci.model().says(Doubts.home("Latvia")).says(Doubts.verdict("different", "Riga lies in Latvia."));
		this.doubts.told("I have lived in Latvia since 2020.", "2024-01-01T10:00:00Z");

		assertThat(this.doubts.open().get(0).at("/opinion/verdict").asString()).isEqualTo("DIFFERENT");
		JsonNode believed = loci.api().get("/spaces/demo/facts?predicate=LIVES_IN").at("/items");
		assertThat(believed.findValuesAsString("text")).containsExactly("The user lives in Riga.");
		JsonNode decisions = loci.api()
			.get("/facts/" + believed.get(0).at("/id").asString() + "/history")
			.at("/decisions");
		assertThat(decisions.findValuesAsString("reason")).containsExactly("Two towns.", "Riga lies in Latvia.");
		assertThat(decisions.findValuesAsString("by")).containsOnly("model:stub");
	}

	@Test
	void leavesTheDecisionOfAPersonAsItIs() {
		this.doubts.know("Will Smith", "WORKS_AT", "Acme");
		loci.model()
			.says(Doubts.tea("Will Smyth"))
			.answers(ModelStub.completion(Doubts.verdict("same", "One man.")).withFixedDelay(4_000));
		String job = this.doubts.tell("Will Smyth likes tea.", "2024-01-01T10:00:00Z", "").at("/jobId").asString();
		await().atMost(Doubts.LONG).until(() -> this.doubts.open().size() == 1);

		loci.api().send("POST", "/suggestions/" + this.doubts.open().get(0).at("/id").asString() + "/dismiss", null);

		await().atMost(Doubts.LONG).until(() -> this.doubts.isDone(job));
		assertThat(this.doubts.suggestions("DISMISSED").get(0).at("/decidedBy").isNull()).isTrue();
		assertThat(this.doubts.people()).containsExactlyInAnyOrder("Will Smith", "Will Smyth");
	}

	@Test
	void joinsNobodyWhomAPersonHasToldApart() {
		this.doubts.know("Will Smith", "WORKS_AT", "Acme");
		this.doubts.know("Will Smyth", "WORKS_AT", "Initech");
		loci.api().send("POST", "/suggestions/" + this.doubts.open().get(0).at("/id").asString() + "/dismiss", null);
		loci.model().says(Doubts.tea("Will Smuth")).says("""
				{"verdicts": [{"pair": 1, "reason": "One.", "verdict": "same"},
				              {"pair": 2, "reason": "One, too.", "verdict": "same"}]}""");

		this.doubts.told("Will Smuth likes tea.");

		assertThat(this.doubts.people()).containsExactlyInAnyOrder("Will Smith", "Will Smyth");
		assertThat(this.doubts.open()).hasSize(1);
		assertThat(this.doubts.open().get(0).at("/opinion/verdict").asString()).isEqualTo("SAME");
	}

	@Test
	void asksNobodyWhereGrammarReads() {
		this.doubts.know("Will Smith", "WORKS_AT", "Acme");
		loci.api().send("PATCH", "/spaces/demo", "{\"extract\": \"local\"}");

		loci.api().post("/spaces/demo/episodes?wait=PT50S", """
				{"messages": [{"role": "user", "name": "Will Smyth", "content": "I live in Berlin."}]}""");

		assertThat(this.doubts.open()).hasSize(1);
		assertThat(loci.model().calls()).isZero();
	}

	private static String conversation(String boss) {
		return answer(
				List.of(entity(21, "Paris", "City"), entity(22, "Berlin", "City"), entity(23, "Globex", "Company"),
						entity(24, boss, "Person"), entity(25, "Rex", "Dog")),
				fact("LIVES_IN", "The user no longer lives in Paris.").object(21)
					.with("polarity", "end")
					.end("2024-03-01")
					.quoting("from Paris"),
				fact("LIVES_IN", "The user lives in Berlin.").object(22).start("2024-03-01").quoting("to Berlin"),
				fact("WORKS_AT", "The user works at Globex.").object(23).quoting("work at Globex"),
				fact("REPORTS_TO", "The user reports to " + boss + ".").object(24).quoting("report to my boss"),
				fact("VISITED", "The user visited Berlin in 2019.").in(2)
					.object(22)
					.start("2019")
					.quoting("visit in 2019"),
				fact("OWNS", boss + " has a dog, Rex.").in(2).with("subject", 24).object(25).quoting("has a dog, Rex"),
				fact("AGE_IS", "Rex is 4 years old.").in(2).with("subject", 25).value(4).quoting("he is 4"),
				fact("HAS_EMAIL", "The user's email is al@example.org.").in(3)
					.value("al@example.org")
					.quoting("al@example.org"));
	}

	private static JsonNode conversed() {
		Answer answer = loci.api()
			.post("/spaces/demo/episodes?wait=PT50S",
					"""
							{"sessionId": "s-1", "messages": [
							  {"role": "user", "content": "Hi! I moved from Paris to Berlin on 1 March and work at Globex, where I report to my boss."},
							  {"role": "user", "content": "I have liked it since my visit in 2019. My boss has a dog, Rex, he is 4."},
							  {"role": "user", "content": "By the way, Dana Reyes knows my email, it is al@example.org."}]}""");
		assertThat(answer.status()).as(answer.response().body() + loci.process().output()).isEqualTo(200);
		return answer.json();
	}

}
