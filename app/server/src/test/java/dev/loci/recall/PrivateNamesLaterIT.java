package dev.loci.recall;

import java.time.Duration;
import java.util.List;

import dev.loci.Api;
import dev.loci.LociIT;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;

import static dev.loci.recall.Secrets.PRIVATELY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Names that only private statements of an agent give stay its own, or become
 * everybody's, whatever happens later.
 */
@LociIT
class PrivateNamesLaterIT {

	private final Api api;

	private final Secrets secrets;

	PrivateNamesLaterIT(@LocalServerPort int port) {
		this.api = new Api(port);
		this.secrets = new Secrets(this.api);
	}

	@Test
	void areSharedFromTheMomentOn() {
		JsonNode first = this.secrets.told("{'name': 'Robert', 'externalId': 'r-1'}", "");
		this.secrets.told("{'name': 'Bobby', 'externalId': 'r-1'}", PRIVATELY);
		String before = this.secrets.told("{'name': 'Robert'}", "").at("/fact/recordedFrom").asString();
		String later = this.secrets.told("{'name': 'Bobby', 'externalId': 'r-1'}", ", \"validFrom\": \"2020\"")
			.at("/fact/recordedFrom")
			.asString();

		String context = "/entities/" + Secrets.subject(first) + "/context?knownAt=";
		assertThat(this.api.get(context + before).at("/entity/aliases").toString()).isEqualTo("[\"Robert\"]");
		assertThat(this.api.get(context + before + "&agentId=spy").at("/entity/aliases").toString())
			.isEqualTo("[\"Bobby\",\"Robert\"]");
		assertThat(this.api.get(context + later).at("/entity/aliases").toString()).isEqualTo("[\"Bobby\",\"Robert\"]");
		assertThat(this.secrets.known("q=Bobby")).hasSize(1);
	}

	@Test
	void comeInTheOrderInWhichTheyWereLearnedWhicheverIsSharedLater() {
		this.secrets.told("{'name': 'Robert', 'externalId': 'r-1'}", PRIVATELY);
		JsonNode second = this.secrets.told("{'name': 'Bobby', 'externalId': 'r-1'}", PRIVATELY);
		String then = "/entities/" + Secrets.subject(second) + "/context?agentId=spy&knownAt="
				+ second.at("/fact/recordedFrom").asString();
		assertThat(this.api.get(then).at("/entity/name").asString()).isEqualTo("Robert");

		JsonNode shared = this.secrets.told("{'name': 'Bobby'}", "");

		assertThat(Secrets.subject(shared)).isEqualTo(Secrets.subject(second));
		assertThat(this.api.get(then).at("/entity/name").asString()).isEqualTo("Robert");
	}

	@Test
	void areHiddenAgainWhenWhatAllWereToldIsErased() {
		this.secrets.told("{'name': 'Mallory', 'type': 'Person'}", PRIVATELY);
		JsonNode shared = this.secrets.told("{'name': 'MALLORY', 'externalId': 'm-1'}", "");
		assertThat(this.secrets.known("name=Mallory")).containsExactly("MALLORY null m-1 [MALLORY]");

		erase(shared);
		assertThat(this.api.get("/entities/" + Secrets.subject(shared)).status()).isEqualTo(404);
		assertThat(this.secrets.known("name=Mallory")).isEmpty();
		assertThat(this.secrets.known("agentId=spy&name=Mallory")).containsExactly("Mallory Person null [Mallory]");

		JsonNode again = this.secrets.told("{'name': 'mallory'}", "");
		assertThat(Secrets.subject(again)).isEqualTo(Secrets.subject(shared));
		assertThat(this.secrets.known("name=Mallory")).containsExactly("mallory null null [mallory]");
	}

	@Test
	void areErasedWithWhatTheAgentKeptForItself() {
		this.secrets.told("{'name': 'Robert', 'externalId': 'r-1'}", "");
		JsonNode secret = this.secrets.told("{'name': 'Bobby', 'externalId': 'r-1'}", PRIVATELY);
		assertThat(this.secrets.known("agentId=spy&name=Bobby")).hasSize(1);

		erase(secret);
		assertThat(this.secrets.known("agentId=spy&name=Bobby")).isEmpty();
		assertThat(this.secrets.known("agentId=spy&name=Robert")).containsExactly("Robert null r-1 [Robert]");
	}

	@Test
	void stayPrivateThroughRebuildsMergesAndSplits() {
		String mole = Secrets
			.subject(this.secrets.told("{'name': 'Mole', 'type': 'Person', 'externalId': 'm-1'}", PRIVATELY));
		String carol = Secrets.subject(this.secrets.told("{'name': 'Carol'}", ""));
		String merge = this.api.post("/entities/" + carol + "/merge", "{\"other\": \"" + mole + "\"}")
			.at("/mergeId")
			.asString();
		List<String> merged = this.secrets.known("");
		List<String> mine = this.secrets.known("agentId=spy");
		assertThat(merged).containsExactly("Carol null null [Carol]", "Tea null null [Tea]");
		assertThat(mine).contains("Carol Person m-1 [Carol, Mole]");

		rebuild();
		assertThat(this.secrets.known("")).isEqualTo(merged);
		assertThat(this.secrets.known("agentId=spy")).isEqualTo(mine);

		assertThat(this.api.post("/merges/" + merge + "/undo", "{}").status()).isEqualTo(200);
		assertThat(this.secrets.known("")).isEqualTo(merged);
		assertThat(this.secrets.known("agentId=spy")).contains("Mole Person m-1 [Mole]", "Carol null null [Carol]");

		JsonNode secret = this.secrets.told("{'name': 'Carol'}", PRIVATELY + ", \"validFrom\": \"2020\"");
		assertThat(
				this.api
					.post("/entities/" + carol + "/split",
							"{\"statementIds\": [\"" + secret.at("/statementId").asString()
									+ "\"], \"name\": \"Shade\"}")
					.status())
			.isEqualTo(200);
		assertThat(this.secrets.known("")).isEqualTo(merged);
		assertThat(this.secrets.known("agentId=spy&name=Shade")).containsExactly("Shade null null [Shade]");

		rebuild();
		assertThat(this.secrets.known("")).isEqualTo(merged);
		assertThat(this.secrets.known("agentId=spy&name=Shade")).containsExactly("Shade null null [Shade]");
	}

	@Test
	void stayHiddenWhereTwoWereTakenForOneForAWhile() {
		String mole = Secrets.subject(this.secrets.told("{'name': 'Mole'}", PRIVATELY));
		String carol = Secrets.subject(this.secrets.told("{'name': 'Carol'}", ""));
		JsonNode merged = this.api.post("/entities/" + mole + "/merge", "{\"other\": \"" + carol + "\"}").json();
		String then = this.secrets.told("{'name': 'Dave'}", "").at("/fact/recordedFrom").asString();
		String facts = """
				{"query": "tea", "include": ["facts"], "filters": {"entities": ["%s"]}}""".formatted(mole);
		assertThat(this.api.post("/spaces/demo/recall", facts).at("/items")).hasSize(1);

		this.api.send("POST", "/merges/" + merged.at("/mergeId").asString() + "/undo", null);

		assertThat(this.secrets.recalled("Carol", ", \"knownAt\": \"" + then + "\"")).contains("Carol")
			.doesNotContain("Mole");
	}

	@Test
	void tellWhatTheyKnewThenAndNoMore() {
		JsonNode zed = this.secrets.told("{'name': 'Zed'}", PRIVATELY);
		String then = zed.at("/fact/recordedFrom").asString();
		this.secrets.told("{'name': 'Zed', 'type': 'Person', 'externalId': 'z-1'}", PRIVATELY);

		String path = "/entities/" + Secrets.subject(zed) + "/context?agentId=spy";

		assertThat(this.api.get(path).at("/entity/type").asString()).isEqualTo("Person");
		assertThat(this.api.get(path + "&knownAt=" + then).at("/entity/type").isNull()).isTrue();
		assertThat(this.api.get(path + "&knownAt=" + then).at("/entity/externalId").isNull()).isTrue();
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
