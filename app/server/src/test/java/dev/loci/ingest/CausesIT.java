package dev.loci.ingest;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociIT;
import dev.loci.Tell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A history tells what made each version.
 */
@LociIT
class CausesIT {

	private final Api api;

	private final Tell tell;

	CausesIT(@LocalServerPort int port) {
		this.api = new Api(port);
		this.tell = new Tell(this.api, "demo");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"text\": \"Alice lives by the Seine.\"}", "{\"confidence\": 0.6}",
			"{\"metadata\": {\"seen\": \"twice\"}}", "{\"expiresAt\": \"2090-01-01T00:00:00Z\"}",
			"{\"kind\": \"KNOWLEDGE\"}", "{\"validFrom\": \"2017\"}" })
	void areNamedWhateverACorrectionChanges(String change) {
		String home = this.tell.facts("Alice LIVES_IN Paris 2018..").at("/results/0/fact/id").asString();

		Answer corrected = this.api.send("PATCH", "/facts/" + home, change);

		JsonNode versions = versions(home);
		assertThat(versions).hasSize(2);
		assertThat(versions.at("/1/cause").asString()).isEqualTo(corrected.at("/statementId").asString());
	}

	@Test
	void areNamedWhenAnotherStatementIsSurer() {
		String home = this.tell.facts("Alice LIVES_IN Paris 2018.. sure 0.6").at("/results/0/fact/id").asString();

		JsonNode surer = this.tell.facts("Alice LIVES_IN Paris 2018.. sure 0.9");

		JsonNode versions = versions(home);
		assertThat(versions).hasSize(2);
		assertThat(versions.at("/1/cause").asString()).isEqualTo(surer.at("/results/0/statementId").asString());
	}

	@Test
	void areTheStatementThatSpeaksForTheFactWhereSeveralSupportIt() {
		String home = this.tell.facts("Alice LIVES_IN Paris 2018.. said 2023").at("/results/0/fact/id").asString();

		Answer told = this.api.post("/spaces/demo/facts",
				"""
						{"facts": [
						  {"subject": {"name": "Alice"}, "predicate": "LIVES_IN", "object": {"name": "Paris"}, "validFrom": "2019",
						   "text": "Alice lives by the Seine.", "observedAt": "2025-01-01T00:00:00Z"},
						  {"subject": {"name": "Alice"}, "predicate": "LIVES_IN", "object": {"name": "Paris"}, "validFrom": "2020",
						   "observedAt": "2024-01-01T00:00:00Z"}]}""");

		assertThat(versions(home)).hasSize(2);
		assertThat(versions(home).at("/1/cause").asString()).isEqualTo(told.at("/results/0/statementId").asString());
	}

	private JsonNode versions(String fact) {
		return this.api.get("/facts/" + fact + "/history").at("/versions");
	}

}
