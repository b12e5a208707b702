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
	void partWhenTwoOfThemTurnOutToBeOne() {
		JsonNode told = this.tell.facts("Ann MARRIED_TO Bob 2010..; Anna MARRIED_TO Carl 2015..");
		assertThat(this.tell.joined("MARRIED_TO")).containsExactly("Ann and Bob 2010..", "Anna and Carl 2015..");

		this.api.post("/entities/" + id(told, 0, "Ann") + "/merge",
				"{\"other\": \"%s\"}".formatted(id(told, 1, "Anna")));

		assertThat(this.tell.joined("MARRIED_TO")).containsExactly("Ann and Bob 2010..2015", "Ann and Carl 2015..");
	}

	@Test
	void hangTogetherOnlyWithWhomTheyWereEverJoined() {
		this.tell.facts("Ann MARRIED_TO Bob 2010..; Cid MARRIED_TO Dora 2012..");

		this.tell.facts("Bob MARRIED_TO Cid 2015..; Eve MARRIED_TO Fred 2001..");

		assertThat(this.tell.joined("MARRIED_TO")).containsExactly("Ann and Bob 2010..2015", "Bob and Cid 2015..",
				"Cid and Dora 2012..2015", "Eve and Fred 2001..");
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
