package dev.loci.recall;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import dev.loci.Api;
import dev.loci.LociIT;
import dev.loci.Tell;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Names, types and external ids that only private statements of an agent give are nobody
 * else's business, and neither is whom they alone speak of.
 */
@LociIT
class PrivateNamesIT {

	private static final String PRIVATELY = ", \"agentId\": \"spy\", \"visibility\": \"AGENT\"";

	private final Api api;

	private final Tell tell;

	PrivateNamesIT(@LocalServerPort int port) {
		this.api = new Api(port);
		this.tell = new Tell(this.api, "demo");
	}

	@Test
	void hideWhomOnlyAnAgentSpeaksOf() {
		String mallory = subject(told("{'name': 'Mallory', 'type': 'Person', 'externalId': 'm-1'}", PRIVATELY));

		for (String path : List.of("", "/context", "/timeline", "/neighbours")) {
			assertThat(this.api.get("/entities/" + mallory + path).status()).as(path).isEqualTo(404);
			assertThat(this.api.get("/entities/" + mallory + path + "?agentId=other").status()).as(path).isEqualTo(404);
			assertThat(this.api.get("/entities/" + mallory + path + "?agentId=spy").status()).as(path).isEqualTo(200);
		}
		assertThat(known("")).isEmpty();
		assertThat(known("agentId=spy")).contains("Mallory Person m-1 [Mallory]");
		assertThat(known("agentId=spy&type=Person")).containsExactly("Mallory Person m-1 [Mallory]");
	}

	@Test
	void hideWhatOnlyAnAgentCallsSomebodyWhomAllKnow() {
		String robert = subject(told("{'name': 'Robert'}", ""));
		told("{'name': 'Robert', 'type': 'Person', 'externalId': 'r-1'}", PRIVATELY);
		told("{'name': 'Bobby', 'externalId': 'r-1'}", PRIVATELY);

		assertThat(known("")).containsExactly("Robert null null [Robert]", "Tea null null [Tea]");
		assertThat(known("name=Bobby")).isEmpty();
		assertThat(known("q=Bobby")).isEmpty();
		assertThat(known("type=Person")).isEmpty();
		assertThat(this.api.get("/entities/" + robert).at("/aliases").toString()).isEqualTo("[\"Robert\"]");
		assertThat(recalled("Bobby", "")).doesNotContain("Bobby").isEqualTo(recalled("Nobody", ""));
		assertThat(this.api.get("/spaces/demo/context?entity=Bobby").status()).isEqualTo(404);
		assertThat(known("agentId=spy&q=Bobby")).containsExactly("Robert Person r-1 [Bobby, Robert]");
		assertThat(known("agentId=spy&name=Bobby")).containsExactly("Robert Person r-1 [Bobby, Robert]");
		assertThat(this.api.get("/spaces/demo/context?entity=Bobby&agentId=spy").status()).isEqualTo(200);
	}

	@Test
	void giveWayToTheNameThatAllAreTold() {
		told("{'name': 'Zed the Mole', 'type': 'Person', 'externalId': 'z-1'}", PRIVATELY);
		JsonNode told = told("{'name': 'Zed', 'externalId': 'z-1'}", "");

		assertThat(told.at("/fact/subject").toString()).contains("\"Zed\"").doesNotContain("Person");
		assertThat(told.at("/fact/text").asString()).isEqualTo("Zed likes Tea.");
		assertThat(known("")).containsExactly("Tea null null [Tea]", "Zed null z-1 [Zed]");
		assertThat(recalled("Zed", "")).contains("Zed").doesNotContain("Mole");
		assertThat(known("agentId=spy")).contains("Zed Person z-1 [Zed, Zed the Mole]");
		assertThat(this.api.get("/entities/" + subject(told)).at("/recordedFrom").asString())
			.isEqualTo(told.at("/fact/recordedFrom").asString());
	}

	@Test
	void areSharedFromTheMomentOn() {
		JsonNode first = told("{'name': 'Robert', 'externalId': 'r-1'}", "");
		told("{'name': 'Bobby', 'externalId': 'r-1'}", PRIVATELY);
		String before = told("{'name': 'Robert'}", "").at("/fact/recordedFrom").asString();
		String later = told("{'name': 'Bobby', 'externalId': 'r-1'}", ", \"validFrom\": \"2020\"")
			.at("/fact/recordedFrom")
			.asString();

		String context = "/entities/" + subject(first) + "/context?knownAt=";
		assertThat(this.api.get(context + before).at("/entity/aliases").toString()).isEqualTo("[\"Robert\"]");
		assertThat(this.api.get(context + before + "&agentId=spy").at("/entity/aliases").toString())
			.isEqualTo("[\"Bobby\",\"Robert\"]");
		assertThat(this.api.get(context + later).at("/entity/aliases").toString()).isEqualTo("[\"Bobby\",\"Robert\"]");
		assertThat(known("q=Bobby")).hasSize(1);
	}

	@Test
	void makeNothingAmbiguousThatOthersTell() {
		String hidden = subject(told("{'name': 'Will', 'externalId': 'w-1'}", PRIVATELY))
				+ subject(told("{'name': 'Will', 'externalId': 'w-2'}", PRIVATELY));
		String visible = subject(told("{'name': 'Will'}", ""));

		assertThat(hidden).doesNotContain(visible);
		assertThat(subject(told("{'name': 'Will'}", ", \"agentId\": \"other\""))).isEqualTo(visible);
		assertThat(known("name=Will")).hasSize(1);

		told("{'name': 'Ann', 'externalId': 'a-1'}", "");
		told("{'name': 'Ann', 'externalId': 'a-2'}", "");
		String secret = subject(told("{'name': 'Ann', 'externalId': 'a-3'}", PRIVATELY));
		assertThat(told("{'name': 'Ann'}", "").at("/reason").asString()).contains("may mean any of")
			.doesNotContain(secret);
		assertThat(told("{'name': 'Ann'}", PRIVATELY).at("/reason").asString()).contains(secret);
	}

	@Test
	void meanNobodyToOthersWhoKnowTheThingByAnotherName() {
		String robert = subject(told("{'name': 'Robert', 'externalId': 'r-1'}", ""));
		told("{'name': 'Bobby', 'externalId': 'r-1'}", PRIVATELY);

		JsonNode told = told("{'name': 'Bobby'}", ", \"agentId\": \"other\"");
		assertThat(subject(told)).isNotEqualTo(robert);
		assertThat(told.at("/outcome").asString()).isEqualTo("ADDED");
	}

	@Test
	void areNoSecretToGuessByIds() {
		String mallory = subject(told("{'name': 'Mallory', 'externalId': 'm-1'}", PRIVATELY));

		String strangeId = mallory.substring(0, 24) + "0123456789ab";
		assertThat(told("{'id': '" + mallory + "'}", "").at("/reason").asString().replace(mallory, "?"))
			.isEqualTo(told("{'id': '" + strangeId + "'}", "").at("/reason").asString().replace(strangeId, "?"));
		assertThat(told("{'externalId': 'm-1'}", "").at("/reason").asString())
			.isEqualTo(told("{'externalId': 'm-2'}", "").at("/reason").asString());
		assertThat(subject(told("{'id': '" + mallory + "'}", PRIVATELY))).isEqualTo(mallory);
		assertThat(subject(told("{'externalId': 'm-1'}", PRIVATELY))).isEqualTo(mallory);
		assertThat(subject(told("{'externalId': 'm-1', 'name': 'M'}", ""))).isEqualTo(mallory);
		assertThat(known("")).contains("M null m-1 [M]");
	}

	@Test
	void areSharedByWhoTellsAllOfWhomItNamesByAnId() {
		String mallory = subject(told("{'name': 'Mallory'}", PRIVATELY));
		told("{'id': '" + mallory + "'}", ", \"agentId\": \"spy\"");

		assertThat(known("name=Mallory")).containsExactly("Mallory null null [Mallory]");
	}

	@Test
	void areHiddenAgainWhenWhatAllWereToldIsErased() {
		told("{'name': 'Mallory', 'type': 'Person'}", PRIVATELY);
		JsonNode shared = told("{'name': 'MALLORY', 'externalId': 'm-1'}", "");
		assertThat(known("name=Mallory")).containsExactly("MALLORY null m-1 [MALLORY]");

		erase(shared);
		assertThat(this.api.get("/entities/" + subject(shared)).status()).isEqualTo(404);
		assertThat(known("name=Mallory")).isEmpty();
		assertThat(known("agentId=spy&name=Mallory")).containsExactly("Mallory Person null [Mallory]");

		JsonNode again = told("{'name': 'mallory'}", "");
		assertThat(subject(again)).isEqualTo(subject(shared));
		assertThat(known("name=Mallory")).containsExactly("mallory null null [mallory]");
	}

	@Test
	void areErasedWithWhatTheAgentKeptForItself() {
		told("{'name': 'Robert', 'externalId': 'r-1'}", "");
		JsonNode secret = told("{'name': 'Bobby', 'externalId': 'r-1'}", PRIVATELY);
		assertThat(known("agentId=spy&name=Bobby")).hasSize(1);

		erase(secret);
		assertThat(known("agentId=spy&name=Bobby")).isEmpty();
		assertThat(known("agentId=spy&name=Robert")).containsExactly("Robert null r-1 [Robert]");
	}

	@Test
	void stayPrivateThroughRebuildsMergesAndSplits() {
		String mole = subject(told("{'name': 'Mole', 'type': 'Person', 'externalId': 'm-1'}", PRIVATELY));
		String carol = subject(told("{'name': 'Carol'}", ""));
		String merge = this.api.post("/entities/" + carol + "/merge", "{\"other\": \"" + mole + "\"}")
			.at("/mergeId")
			.asString();
		List<String> merged = known("");
		List<String> mine = known("agentId=spy");
		assertThat(merged).containsExactly("Carol null null [Carol]", "Tea null null [Tea]");
		assertThat(mine).contains("Carol Person m-1 [Carol, Mole]");

		rebuild();
		assertThat(known("")).isEqualTo(merged);
		assertThat(known("agentId=spy")).isEqualTo(mine);

		assertThat(this.api.post("/merges/" + merge + "/undo", "{}").status()).isEqualTo(200);
		assertThat(known("")).isEqualTo(merged);
		assertThat(known("agentId=spy")).contains("Mole Person m-1 [Mole]", "Carol null null [Carol]");

		JsonNode secret = told("{'name': 'Carol'}", PRIVATELY + ", \"validFrom\": \"2020\"");
		assertThat(
				this.api
					.post("/entities/" + carol + "/split",
							"{\"statementIds\": [\"" + secret.at("/statementId").asString()
									+ "\"], \"name\": \"Shade\"}")
					.status())
			.isEqualTo(200);
		assertThat(known("")).isEqualTo(merged);
		assertThat(known("agentId=spy&name=Shade")).containsExactly("Shade null null [Shade]");

		rebuild();
		assertThat(known("")).isEqualTo(merged);
		assertThat(known("agentId=spy&name=Shade")).containsExactly("Shade null null [Shade]");
	}

	@Test
	void areNotMovedOntoFactsThatAllMayRead() {
		String mole = subject(told("{'name': 'Mole'}", PRIVATELY));
		String carol = subject(told("{'name': 'Carol'}", ""));
		this.api.post("/entities/" + mole + "/merge", "{\"other\": \"" + carol + "\"}");

		assertThat(this.api.get("/spaces/demo/facts").toString()).contains("Carol").doesNotContain("Mole");
		assertThat(known("")).containsExactly("Carol null null [Carol]", "Tea null null [Tea]");
	}

	@Test
	void areNoDoubtsOfOthers() {
		this.tell.facts("John_Smith LIKES Chess; Jon_Smith LIKES Chess only spy");

		assertThat(this.api.get("/spaces/demo/suggestions").at("/items").valueStream()).isEmpty();
		assertThat(this.api.get("/spaces/demo/suggestions?agentId=spy").at("/items").valueStream()).hasSize(1);
	}

	/** Who likes tea. */
	@Test
	void hideWhatOnlyAnAgentCallsTheOneWhoseMemoryItIs() {
		told("{'name': 'Zorro', 'externalId': 'self'}", PRIVATELY);

		assertThat(recalled("What do I like?", "")).doesNotContain("Zorro");
		assertThat(recalled("What do I like?", ", \"filters\": {\"agentId\": \"spy\"}")).contains("Zorro");
	}

	@Test
	void stayHiddenWhereTwoWereTakenForOneForAWhile() {
		String mole = subject(told("{'name': 'Mole'}", PRIVATELY));
		String carol = subject(told("{'name': 'Carol'}", ""));
		JsonNode merged = this.api.post("/entities/" + mole + "/merge", "{\"other\": \"" + carol + "\"}").json();
		String then = told("{'name': 'Dave'}", "").at("/fact/recordedFrom").asString();
		String facts = """
				{"query": "tea", "include": ["facts"], "filters": {"entities": ["%s"]}}""".formatted(mole);
		assertThat(this.api.post("/spaces/demo/recall", facts).at("/items")).hasSize(1);

		this.api.send("POST", "/merges/" + merged.at("/mergeId").asString() + "/undo", null);

		assertThat(recalled("Carol", ", \"knownAt\": \"" + then + "\"")).contains("Carol").doesNotContain("Mole");
	}

	@Test
	void tellWhatTheyKnewThenAndNoMore() {
		JsonNode zed = told("{'name': 'Zed'}", PRIVATELY);
		String then = zed.at("/fact/recordedFrom").asString();
		told("{'name': 'Zed', 'type': 'Person', 'externalId': 'z-1'}", PRIVATELY);

		String path = "/entities/" + subject(zed) + "/context?agentId=spy";

		assertThat(this.api.get(path).at("/entity/type").asString()).isEqualTo("Person");
		assertThat(this.api.get(path + "&knownAt=" + then).at("/entity/type").isNull()).isTrue();
		assertThat(this.api.get(path + "&knownAt=" + then).at("/entity/externalId").isNull()).isTrue();
	}

	private JsonNode told(String subject, String whose) {
		return this.api
			.post("/spaces/demo/facts",
					"""
							{"facts": [{"subject": %s, "predicate": "LIKES", "object": {"name": "Tea"}%s}]}"""
						.formatted(subject.replace('\'', '"'), whose))
			.at("/results/0");
	}

	private static String subject(JsonNode result) {
		assertThat(result.at("/fact/subject/id").asString()).as(result.toString()).isNotEmpty();
		return result.at("/fact/subject/id").asString();
	}

	private List<String> known(String query) {
		return this.api.get("/spaces/demo/entities?" + query)
			.at("/items")
			.valueStream()
			.map((entity) -> entity.at("/name").asString() + " " + text(entity.at("/type")) + " "
					+ text(entity.at("/externalId")) + " "
					+ entity.at("/aliases")
						.valueStream()
						.map(JsonNode::asString)
						.collect(Collectors.joining(", ", "[", "]")))
			.sorted()
			.toList();
	}

	private static String text(JsonNode value) {
		return value.isNull() ? "null" : value.asString();
	}

	private String recalled(String query, String agent) {
		return this.api.post("/spaces/demo/recall", """
				{"query": "%s", "include": ["entities"], "limit": 10%s}""".formatted(query, agent))
			.at("/items")
			.valueStream()
			.map((item) -> item.at("/text").asString())
			.sorted()
			.collect(Collectors.joining(", "));
	}

	private void erase(JsonNode told) {
		String episode = told.at("/fact/evidence").valueStream().toList().getLast().at("/episodeId").asString();
		assertThat(this.api.delete("/episodes/" + episode).status()).isEqualTo(200);
	}

	private void rebuild() {
		String job = this.api.post("/spaces/demo/rebuild", "{\"from\": \"statements\"}").at("/id").asString();
		await().atMost(Duration.ofSeconds(60))
			.until(() -> this.api.get("/jobs/" + job).at("/status").asString().equals("DONE"));
	}

}
