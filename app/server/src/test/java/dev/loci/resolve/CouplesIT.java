package dev.loci.resolve;

import java.util.List;

import dev.loci.Api;
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

@LociIT
class CouplesIT {

	private final Api api;

	private final Driver driver;

	private final Tell tell;

	CouplesIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
		this.tell = new Tell(this.api, "demo");
	}

	@AfterEach
	void whatIsBelievedIsSound() {
		Beliefs.areSound(this.driver);
	}

	@Test
	void areNotFollowedByStrangers() {
		JsonNode told = this.tell.facts("""
				Ann MARRIED_TO Bob 2010..; Cid MARRIED_TO Dora 2010..2015; Ann MARRIED_TO Eve 2015..;
				Fay MARRIED_TO Gus 2015..""");

		assertThat(followers(told.at("/results/0/fact/id").asString()))
			.containsExactly(told.at("/results/2/fact/id").asString());
		assertThat(followers(told.at("/results/1/fact/id").asString())).isEmpty();
	}

	@Test
	void endWhatBothHadWithOthersWhenTheyMarry() {
		this.tell.facts("Alice MARRIED_TO Bob 2010..");
		this.tell.facts("Carol MARRIED_TO Dan 2012..");

		assertThat(this.tell.outcomes("Alice MARRIED_TO Dan 2020..")).containsExactly("SUPERSEDES");

		assertThat(this.tell.joined("MARRIED_TO")).containsExactly("Alice and Bob 2010..2020", "Alice and Dan 2020..",
				"Carol and Dan 2012..2020");
	}

	@Test
	void partWhenTwoOfThemTurnOutToBeOneAndGoOnWhenTheyDoNot() {
		JsonNode told = this.tell.facts("Ann MARRIED_TO Bob 2010..; Anna MARRIED_TO Carl 2015..");

		String merge = this.api
			.post("/entities/" + id(told, 0, "Ann") + "/merge", "{\"other\": \"%s\"}".formatted(id(told, 1, "Anna")))
			.at("/mergeId")
			.asString();

		assertThat(this.tell.joined("MARRIED_TO")).containsExactly("Ann and Bob 2010..2015", "Ann and Carl 2015..");
		Beliefs.areSound(this.driver);

		this.api.post("/merges/" + merge + "/undo", "");

		assertThat(this.tell.joined("MARRIED_TO")).containsExactly("Ann and Bob 2010..", "Anna and Carl 2015..");
	}

	@Test
	void hangTogetherOnlyWithWhomTheyWereEverJoined() {
		this.tell.facts("Ann MARRIED_TO Bob 2010..; Cid MARRIED_TO Dora 2012..");

		this.tell.facts("Bob MARRIED_TO Cid 2015..; Eve MARRIED_TO Fred 2001..");

		assertThat(this.tell.joined("MARRIED_TO")).containsExactly("Ann and Bob 2010..2015", "Bob and Cid 2015..",
				"Cid and Dora 2012..2015", "Eve and Fred 2001..");
	}

	@Test
	void knowWhatIsSaidWithoutANameByWhomTheyAreNotReadFor() {
		this.tell.facts("Ann MARRIED_TO Dan 2010..; Dan MARRIED_TO Eve 2015..");
		this.tell.facts("retract Eve MARRIED_TO *");
		assertThat(this.tell.joined("MARRIED_TO")).containsExactly("Ann and Dan 2010..");

		this.tell.facts("Ann MARRIED_TO Fred 1990..1995");

		assertThat(this.tell.joined("MARRIED_TO")).containsExactly("Ann and Dan 2010..", "Ann and Fred 1990..1995");
	}

	@Test
	void partAgainWhenWhatTookTheNextMarriageBackIsErased() {
		this.tell.facts("Bob MARRIED_TO Cid 2010..2012; Cid MARRIED_TO Dora 2011..");
		String episode = this.api
			.post("/spaces/demo/episodes",
					"{\"messages\": [{\"role\": \"user\", \"content\": \"She never married.\"}]}")
			.at("/episodeIds/0")
			.asString();
		this.api.post("/spaces/demo/facts",
				"""
						{"facts": [{"subject": {"name": "Dora"}, "predicate": "MARRIED_TO", "polarity": "RETRACT", "episodeId": "%s"}]}"""
					.formatted(episode));
		assertThat(this.tell.joined("MARRIED_TO")).containsExactly("Bob and Cid 2010..2012");

		assertThat(this.api.delete("/episodes/" + episode).status()).isEqualTo(200);

		assertThat(this.tell.joined("MARRIED_TO")).containsExactly("Bob and Cid 2010..2011", "Cid and Dora 2011..");
	}

	@Test
	void tellWhoTookThemBack() {
		JsonNode told = this.tell.facts("Ann MARRIED_TO Bob 2010..");
		String fact = told.at("/results/0/fact/id").asString();

		this.api.post("/facts/" + fact + "/retract", "{\"reason\": \"It was a joke.\"}");

		assertThat(this.api.get("/facts/" + fact + "/history").json().toString()).contains("It was a joke.");
	}

	private static String id(JsonNode told, int result, String name) {
		JsonNode fact = told.at("/results/" + result + "/fact");
		return (fact.at("/subject/name").asString().equals(name) ? fact.at("/subject") : fact.at("/object")).at("/id")
			.asString();
	}

	private List<String> followers(String fact) {
		return this.api.get("/facts/" + fact + "/history")
			.at("/versions")
			.valueStream()
			.flatMap((version) -> version.at("/supersededBy").valueStream())
			.map(JsonNode::asString)
			.distinct()
			.toList();
	}

}
