package dev.loci.ingest;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.Beliefs;
import dev.loci.LociIT;
import dev.loci.Tell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Who puts right how a fact is told says nothing else of it. */
@LociIT
class CorrectedWordingIT {

	private final Api api;

	private final Driver driver;

	private final Tell tell;

	CorrectedWordingIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
		this.tell = new Tell(this.api, "demo");
	}

	@AfterEach
	void whatIsBelievedIsSound() {
		Beliefs.areSound(this.driver);
	}

	@Test
	void staysInItsSession() {
		String episode = this.api
			.post("/spaces/demo/episodes", "{\"text\": \"Alice lives in Paris.\", \"sessionId\": \"s-1\"}")
			.at("/episodeIds/0")
			.asString();
		Answer told = this.api.post("/spaces/demo/facts", """
				{"facts": [{"subject": {"name": "Alice"}, "predicate": "LIVES_IN", "object": {"name": "Paris"},
				            "episodeId": "%s"}]}""".formatted(episode));

		patch(told.at("/results/0/fact"), "{\"confidence\": 0.8}");

		Answer recalled = this.api.post("/spaces/demo/recall",
				"{\"query\": \"Where does Alice live?\", \"filters\": {\"sessionId\": \"s-1\"}}");
		assertThat(recalled.at("/items").findValuesAsString("id")).contains(told.at("/results/0/fact/id").asString());
	}

	@Test
	void givesNoEndToWhatHappened() {
		JsonNode visit = this.tell.facts("Alice VISITED Rome 2010..; Alice VISITED Rome 2012..").at("/results/0/fact");

		Answer refused = this.api.send("PATCH", "/facts/" + visit.at("/id").asString(), "{\"validTo\": \"2010-12\"}");

		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.at("/detail").asString()).contains("no end to correct");
		patch(visit, "{\"confidence\": 0.9}");
		assertThat(this.tell.believed("Alice", "VISITED")).isEqualTo("Rome 2010.. | Rome 2012..");
	}

	private void patch(JsonNode fact, String change) {
		Answer answer = this.api.send("PATCH", "/facts/" + fact.at("/id").asString(), change);
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
	}

}
