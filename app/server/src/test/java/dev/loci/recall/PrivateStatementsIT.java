package dev.loci.recall;

import java.util.List;

import dev.loci.Api;
import dev.loci.LociIT;
import dev.loci.Tell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an agent keeps for itself is listed for nobody else.
 */
@LociIT
class PrivateStatementsIT {

	private final Api api;

	private final Tell tell;

	PrivateStatementsIT(@LocalServerPort int port) {
		this.api = new Api(port);
		this.tell = new Tell(this.api, "demo");
	}

	@BeforeEach
	void tellSomethingPrivate() {
		this.tell.facts("Alice LIVES_IN Berlin 2020..; Alice LIKES Chess only spy; Mallory LIKES Chess only spy");
	}

	@Test
	void areNotReadInTheEpisodesOfOthers() {
		assertThat(texts("/episodes", "text")).containsExactly("Alice lives in Berlin.");
		assertThat(texts("/episodes?agentId=other", "text")).isEmpty();
		assertThat(texts("/episodes?agentId=spy", "text")).hasSize(2);
	}

	@Test
	void nameNobodyToOthers() {
		assertThat(texts("/entities", "name")).containsExactlyInAnyOrder("Alice", "Berlin");
		assertThat(texts("/entities?name=Chess", "name")).isEmpty();
		assertThat(texts("/entities?q=Mallory", "name")).isEmpty();
		assertThat(texts("/entities?agentId=other", "name")).doesNotContain("Chess", "Mallory");
		assertThat(texts("/entities?agentId=spy", "name")).contains("Alice", "Chess", "Mallory");
		assertThat(texts("/entities?agentId=spy&q=Mallory", "name")).containsExactly("Mallory");
	}

	@Test
	void nameWhomEverybodyIsToldOfLater() {
		this.tell.facts("Bob LIKES Chess");

		assertThat(texts("/entities?name=Chess", "name")).containsExactly("Chess");
	}

	@Test
	void makeNoNameAmbiguousForOthers() {
		will("w-1", "");
		will("w-2", ", \"agentId\": \"spy\", \"visibility\": \"AGENT\"");

		assertThat(this.api.get("/spaces/demo/context?entity=Will").at("/entity/externalId").asString())
			.isEqualTo("w-1");
		assertThat(this.api.get("/spaces/demo/context?entity=Will&agentId=spy").status()).isEqualTo(409);
		assertThat(this.api.get("/spaces/demo/context?entity=Mallory").status()).isEqualTo(404);
		assertThat(this.api.get("/spaces/demo/context?entity=Mallory&agentId=spy").status()).isEqualTo(200);
	}

	private void will(String externalId, String whose) {
		this.api.post("/spaces/demo/facts", """
				{"facts": [{"subject": {"name": "Will", "type": "Person", "externalId": "%s"}, "predicate": "LIKES",
				  "object": {"name": "Tea"}%s}]}""".formatted(externalId, whose));
	}

	private List<String> texts(String path, String field) {
		return this.api.get("/spaces/demo" + path)
			.at("/items")
			.valueStream()
			.map((item) -> item.at("/" + field).asString())
			.toList();
	}

}
