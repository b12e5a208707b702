package dev.loci.context;

import java.time.Duration;
import java.time.Instant;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is known of somebody of whom others alone are told something.
 */
@LociIT
class ObjectContextIT {

	private final Api api;

	private String fact = "";

	ObjectContextIT(@LocalServerPort int port) {
		this.api = new Api(port);
	}

	@BeforeEach
	void aliceManagesBob() {
		String episode = this.api
			.post("/spaces/demo/episodes?wait=PT20S", "{\"text\": \"From this week on the team is led by Alice.\"}")
			.status() == 200 ? this.api.get("/spaces/demo/episodes").at("/items/0/id").asString() : "";
		this.fact = this.api
			.post("/spaces/demo/facts",
					"""
							{"facts": [{"subject": {"name": "Alice"}, "predicate": "MANAGES", "object": {"name": "Bob"},
							            "validFrom": "%s", "episodeId": "%s"}]}"""
						.formatted(Instant.now().minus(Duration.ofHours(3)), episode))
			.at("/results/0/fact/id")
			.asString();
	}

	@Test
	void hasTheEpisodesInWhichItWasSaid() {
		Answer bob = bob();

		assertThat(bob.at("/episodes").findValuesAsString("text"))
			.containsExactly("From this week on the team is led by Alice.");
		assertThat(bob.at("/context").asString()).contains("# Episodes", "the team is led by Alice");
	}

	@Test
	void tellsWhatHasChangedLately() {
		assertThat(bob().at("/changes/0/id").asString()).isEqualTo(this.fact);
		assertThat(bob().at("/changes")).hasSize(1);
		assertThat(bob().at("/context").asString()).containsSubsequence("# Changed lately", this.fact);

		this.api.post("/facts/" + this.fact + "/retract", "{}");

		assertThat(bob().at("/changes/0/status").asString()).isEqualTo("DROPPED");
		assertThat(bob().at("/context").asString()).contains("no longer believed");
	}

	private Answer bob() {
		Answer answer = this.api.get("/spaces/demo/context?entity=Bob");
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
		return answer;
	}

}
