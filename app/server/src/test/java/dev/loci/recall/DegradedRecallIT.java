package dev.loci.recall;

import java.util.List;

import dev.loci.Api;
import dev.loci.LociIT;
import dev.loci.Tell;
import dev.loci.embed.EmbedderThatFails;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The embedder is away: the other arms answer, and the answer says so.
 */
@LociIT
@Import(EmbedderThatFails.class)
class DegradedRecallIT {

	private final Api api;

	private final EmbedderThatFails embedder;

	DegradedRecallIT(@LocalServerPort int port, @Autowired EmbedderThatFails embedder) {
		this.api = new Api(port);
		this.embedder = embedder;
	}

	@AfterEach
	void comeBack() {
		this.embedder.fail(false);
	}

	@Test
	void answersByWordsAndNames() {
		new Tell(this.api, "demo").facts("Alice LIVES_IN Berlin 2020..; Bob OWNS Yacht 2020..");
		assertThat(recall("Alice").at("/degraded")).isEmpty();

		this.embedder.fail(true);
		JsonNode answer = recall("Where does Alice live?");

		assertThat(answer.at("/degraded").valueStream().map(JsonNode::asString)).containsExactly("vector");
		JsonNode first = answer.at("/items/0");
		assertThat(first.at("/text").asString()).isEqualTo("Alice lives in Berlin.");
		assertThat(first.at("/why/fullText/rank").asInt()).isEqualTo(1);
		assertThat(first.at("/why/vector").isMissingNode()).isTrue();
		assertThat(List.of(first.at("/why/entity/points").asDouble())).doesNotContain(0.0);
	}

	@Test
	void answersInFullAsSoonAsTheEmbedderIsBack() {
		new Tell(this.api, "demo").facts("Alice LIVES_IN Berlin 2020..");
		this.embedder.fail(true);
		assertThat(recall("Alice").at("/degraded")).hasSize(1);
		this.embedder.fail(false);

		JsonNode answer = recall("Alice");

		assertThat(answer.at("/degraded")).isEmpty();
		assertThat(answer.at("/items/0/why/vector/rank").asInt()).isEqualTo(1);
	}

	private JsonNode recall(String query) {
		Api.Answer answer = this.api.post("/spaces/demo/recall",
				"{\"query\": \"" + query + "\", \"include\": [\"facts\"], \"explain\": true}");
		assertThat(answer.status()).isEqualTo(200);
		return answer.json();
	}

}
