package dev.loci.extract;

import java.time.Duration;
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

/** A model that reads again what it has read names by numbers whom it knows by now. */
class DecisionsReadByModelIT {

	@RegisterExtension
	private static final LociWithModel loci = new LociWithModel();

	@Test
	void staysWithWhomItWasSplitOffFor() {
		loci.model()
			.saysAbout("Robert likes chess",
					answer(List.of(entity(21, "Robert", "Person"), entity(22, "Chess", "Game")),
							fact("LIKES", "Robert likes chess.").with("subject", 21).object(22)))
			.saysAbout("Robert likes tea", answer(List.of(entity(21, "Robert", "Person"), entity(22, "Tea", "Drink")),
					fact("LIKES", "Robert likes tea.").with("subject", 21).object(22)));
		say("Robert likes chess.");
		say("Robert likes tea.");
		JsonNode chess = believed("chess");
		String robert = chess.at("/subject/id").asString();
		Answer split = loci.api()
			.post("/entities/" + robert + "/split",
					"{\"factIds\": [%s], \"name\": \"Bertie\"}".formatted(chess.at("/id")));
		assertThat(split.status()).as(split.response().body()).isEqualTo(200);
		String bertie = split.at("/entity/id").asString();

		loci.model().reset();
		loci.model()
			.saysAbout("Robert likes chess",
					answer(List.of(entity(22, "Chess", "Game")), fact("LIKES", "Robert likes chess.").object(22)))
			.saysAbout("Robert likes tea",
					answer(List.of(entity(22, "Tea", "Drink")), fact("LIKES", "Robert likes tea.").object(22)));
		ended(loci.api().post(LociWithModel.SPACE + "/rebuild", "{\"from\": \"episodes\"}").at("/id").asString());

		assertThat(loci.model().told("user")).contains("1 \"Robert\"");
		assertThat(believed("chess").at("/subject/id").asString()).isEqualTo(bertie);
		assertThat(believed("tea").at("/subject/id").asString()).isEqualTo(robert);
	}

	private static JsonNode believed(String words) {
		return loci.api()
			.get(LociWithModel.SPACE + "/facts")
			.at("/items")
			.valueStream()
			.filter((fact) -> fact.at("/text").asString().contains(words))
			.findFirst()
			.orElseThrow();
	}

	private static void say(String content) {
		Answer answer = loci.api().post(LociWithModel.SPACE + "/episodes", "{\"text\": \"%s\"}".formatted(content));
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
		ended(answer.at("/jobId").asString());
	}

	private static void ended(String job) {
		await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
			JsonNode seen = loci.api().get("/jobs/" + job).json();
			assertThat(seen.at("/status").asString()).as(seen.toString()).isEqualTo("DONE");
		});
	}

}
