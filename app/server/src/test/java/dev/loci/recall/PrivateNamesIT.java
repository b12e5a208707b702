package dev.loci.recall;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.loci.Api;
import dev.loci.LociIT;
import dev.loci.Tell;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;

import static dev.loci.recall.Secrets.PRIVATELY;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names, types and external ids that only private statements of an agent give are nobody
 * else's business, and neither is whom they alone speak of.
 */
@LociIT
class PrivateNamesIT {

	private final Api api;

	private final Secrets secrets;

	private final Tell tell;

	PrivateNamesIT(@LocalServerPort int port) {
		this.api = new Api(port);
		this.secrets = new Secrets(this.api);
		this.tell = new Tell(this.api, "demo");
	}

	@Test
	void starveNobodyWhomAllKnow() {
		this.tell.facts(IntStream.range(0, 150)
			.mapToObj((i) -> "Robert_" + i + " LIKES Tea only spy")
			.collect(Collectors.joining(";")));
		this.tell.facts("Thunder LIKES Rain");

		assertThat(this.secrets.recalled("Robert", "")).contains("Thunder", "Rain").doesNotContain("Robert");
	}

	@Test
	void hideWhomOnlyAnAgentSpeaksOf() {
		String mallory = Secrets
			.subject(this.secrets.told("{'name': 'Mallory', 'type': 'Person', 'externalId': 'm-1'}", PRIVATELY));

		for (String path : List.of("", "/context", "/timeline", "/neighbours")) {
			assertThat(this.api.get("/entities/" + mallory + path).status()).as(path).isEqualTo(404);
			assertThat(this.api.get("/entities/" + mallory + path + "?agentId=other").status()).as(path).isEqualTo(404);
			assertThat(this.api.get("/entities/" + mallory + path + "?agentId=spy").status()).as(path).isEqualTo(200);
		}
		assertThat(this.secrets.known("")).isEmpty();
		assertThat(this.secrets.known("agentId=spy")).contains("Mallory Person m-1 [Mallory]");
		assertThat(this.secrets.known("agentId=spy&type=Person")).containsExactly("Mallory Person m-1 [Mallory]");
	}

	@Test
	void hideWhatOnlyAnAgentCallsSomebodyWhomAllKnow() {
		String robert = Secrets.subject(this.secrets.told("{'name': 'Robert'}", ""));
		this.secrets.told("{'name': 'Robert', 'type': 'Person', 'externalId': 'r-1'}", PRIVATELY);
		this.secrets.told("{'name': 'Bobby', 'externalId': 'r-1'}", PRIVATELY);

		assertThat(this.secrets.known("")).containsExactly("Robert null null [Robert]", "Tea null null [Tea]");
		assertThat(this.secrets.known("name=Bobby")).isEmpty();
		assertThat(this.secrets.known("q=Bobby")).isEmpty();
		assertThat(this.secrets.known("type=Person")).isEmpty();
		assertThat(this.api.get("/entities/" + robert).at("/aliases").toString()).isEqualTo("[\"Robert\"]");
		assertThat(this.secrets.recalled("Bobby", "")).doesNotContain("Bobby")
			.isEqualTo(this.secrets.recalled("Nobody", ""));
		assertThat(this.api.get("/spaces/demo/context?entity=Bobby").status()).isEqualTo(404);
		assertThat(this.secrets.known("agentId=spy&q=Bobby")).containsExactly("Robert Person r-1 [Bobby, Robert]");
		assertThat(this.secrets.known("agentId=spy&name=Bobby")).containsExactly("Robert Person r-1 [Bobby, Robert]");
		assertThat(this.api.get("/spaces/demo/context?entity=Bobby&agentId=spy").status()).isEqualTo(200);
	}

	@Test
	void giveWayToTheNameThatAllAreTold() {
		this.secrets.told("{'name': 'Zed the Mole', 'type': 'Person', 'externalId': 'z-1'}", PRIVATELY);
		JsonNode told = this.secrets.told("{'name': 'Zed', 'externalId': 'z-1'}", "");

		assertThat(told.at("/fact/subject").toString()).contains("\"Zed\"").doesNotContain("Person");
		assertThat(told.at("/fact/text").asString()).isEqualTo("Zed likes Tea.");
		assertThat(this.secrets.known("")).containsExactly("Tea null null [Tea]", "Zed null z-1 [Zed]");
		assertThat(this.secrets.recalled("Zed", "")).contains("Zed").doesNotContain("Mole");
		assertThat(this.secrets.known("agentId=spy")).contains("Zed Person z-1 [Zed, Zed the Mole]");
		assertThat(this.api.get("/entities/" + Secrets.subject(told)).at("/recordedFrom").asString())
			.isEqualTo(told.at("/fact/recordedFrom").asString());
	}

	@Test
	void makeNothingAmbiguousThatOthersTell() {
		String hidden = Secrets.subject(this.secrets.told("{'name': 'Will', 'externalId': 'w-1'}", PRIVATELY))
				+ Secrets.subject(this.secrets.told("{'name': 'Will', 'externalId': 'w-2'}", PRIVATELY));
		String visible = Secrets.subject(this.secrets.told("{'name': 'Will'}", ""));

		assertThat(hidden).doesNotContain(visible);
		assertThat(Secrets.subject(this.secrets.told("{'name': 'Will'}", ", \"agentId\": \"other\"")))
			.isEqualTo(visible);
		assertThat(this.secrets.known("name=Will")).hasSize(1);

		this.secrets.told("{'name': 'Ann', 'externalId': 'a-1'}", "");
		this.secrets.told("{'name': 'Ann', 'externalId': 'a-2'}", "");
		String secret = Secrets.subject(this.secrets.told("{'name': 'Ann', 'externalId': 'a-3'}", PRIVATELY));
		assertThat(this.secrets.told("{'name': 'Ann'}", "").at("/reason").asString()).contains("may mean any of")
			.doesNotContain(secret);
		assertThat(this.secrets.told("{'name': 'Ann'}", PRIVATELY).at("/reason").asString()).contains(secret);
	}

	@Test
	void meanNobodyToOthersWhoKnowTheThingByAnotherName() {
		String robert = Secrets.subject(this.secrets.told("{'name': 'Robert', 'externalId': 'r-1'}", ""));
		this.secrets.told("{'name': 'Bobby', 'externalId': 'r-1'}", PRIVATELY);

		JsonNode told = this.secrets.told("{'name': 'Bobby'}", ", \"agentId\": \"other\"");
		assertThat(Secrets.subject(told)).isNotEqualTo(robert);
		assertThat(told.at("/outcome").asString()).isEqualTo("ADDED");
	}

	@Test
	void areNoSecretToGuessByIds() {
		String mallory = Secrets.subject(this.secrets.told("{'name': 'Mallory', 'externalId': 'm-1'}", PRIVATELY));

		String strangeId = mallory.substring(0, 24) + "0123456789ab";
		assertThat(this.secrets.told("{'id': '" + mallory + "'}", "").at("/reason").asString().replace(mallory, "?"))
			.isEqualTo(this.secrets.told("{'id': '" + strangeId + "'}", "")
				.at("/reason")
				.asString()
				.replace(strangeId, "?"));
		assertThat(this.secrets.told("{'externalId': 'm-1'}", "").at("/reason").asString())
			.isEqualTo(this.secrets.told("{'externalId': 'm-2'}", "").at("/reason").asString());
		assertThat(Secrets.subject(this.secrets.told("{'id': '" + mallory + "'}", PRIVATELY))).isEqualTo(mallory);
		assertThat(Secrets.subject(this.secrets.told("{'externalId': 'm-1'}", PRIVATELY))).isEqualTo(mallory);
		assertThat(Secrets.subject(this.secrets.told("{'externalId': 'm-1', 'name': 'M'}", ""))).isEqualTo(mallory);
		assertThat(this.secrets.known("")).contains("M null m-1 [M]");
	}

	@Test
	void areSharedByWhoTellsAllOfWhomItNamesByAnId() {
		String mallory = Secrets.subject(this.secrets.told("{'name': 'Mallory'}", PRIVATELY));
		this.secrets.told("{'id': '" + mallory + "'}", ", \"agentId\": \"spy\"");

		assertThat(this.secrets.known("name=Mallory")).containsExactly("Mallory null null [Mallory]");
	}

	@Test
	void areNotMovedOntoFactsThatAllMayRead() {
		String mole = Secrets.subject(this.secrets.told("{'name': 'Mole'}", PRIVATELY));
		String carol = Secrets.subject(this.secrets.told("{'name': 'Carol'}", ""));
		this.api.post("/entities/" + mole + "/merge", "{\"other\": \"" + carol + "\"}");

		assertThat(this.api.get("/spaces/demo/facts").toString()).contains("Carol").doesNotContain("Mole");
		assertThat(this.secrets.known("")).containsExactly("Carol null null [Carol]", "Tea null null [Tea]");
	}

	@Test
	void areNoDoubtsOfOthers() {
		this.tell.facts("John_Smith LIKES Chess; Jon_Smith LIKES Chess only spy");

		assertThat(this.api.get("/spaces/demo/suggestions").at("/items").valueStream()).isEmpty();
		assertThat(this.api.get("/spaces/demo/suggestions?agentId=spy").at("/items").valueStream()).hasSize(1);
	}

	@Test
	void hideWhatOnlyAnAgentCallsTheOneWhoseMemoryItIs() {
		this.secrets.told("{'name': 'Zorro', 'externalId': 'self'}", PRIVATELY);

		assertThat(this.secrets.recalled("What do I like?", "")).doesNotContain("Zorro");
		assertThat(this.secrets.recalled("What do I like?", ", \"filters\": {\"agentId\": \"spy\"}")).contains("Zorro");
	}

}
