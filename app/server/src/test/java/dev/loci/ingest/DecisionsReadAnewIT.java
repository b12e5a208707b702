package dev.loci.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.Beliefs;
import dev.loci.LociIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who was decided to be meant still is, when what was said is read anew. */
@LociIT
class DecisionsReadAnewIT {

	private final Api api;

	private final Driver driver;

	DecisionsReadAnewIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
	}

	@BeforeEach
	void readHere() {
		Answer answer = this.api.send("PATCH", "/spaces/demo", "{\"extract\": \"local\"}");
		assertThat(answer.status()).isEqualTo(200);
	}

	@AfterEach
	void theGraphAgreesWithItself() {
		Beliefs.areSound(this.driver);
	}

	@Test
	void whereSomebodySpeaksOfHimself() {
		say("", "I like chess.");
		say("", "I live in Rome.");

		split("User", "chess", "Guest");

		staysAsItIs("Guest LIKES chess", "User LIVES_IN Rome");
	}

	@Test
	void whereTheOneThatWasSplitOffWasSplit() {
		say("Alice", "Robert likes chess.");
		say("Alice", "Robert lives in Rome.");
		say("Alice", "Robert works at Acme.");
		split("Robert", "chess", "Bertie");
		split("Robert", "Rome", "Bob");
		String bob = entity("Bob");
		say("Alice", "Robert likes tea.");

		Answer split = this.api.post("/entities/" + bob + "/split",
				"{\"factIds\": [\"%s\"], \"name\": \"Bobby\"}".formatted(fact("Rome").at("/id").asString()));
		assertThat(split.status()).isEqualTo(200);

		staysAsItIs("Bertie LIKES chess", "Bobby LIVES_IN Rome", "Robert WORKS_AT Acme", "Robert LIKES tea");
	}

	@Test
	void whereItIsSplitOffSomebodyWhoWasMerged() {
		say("Alice", "Robert likes chess.");
		say("Alice", "Bob lives in Rome.");
		merge("Bob", "Robert");

		split("Bob", "chess", "Bertie");

		staysAsItIs("Bertie LIKES chess", "Bob LIVES_IN Rome");
	}

	@Test
	void whereOneEpisodeSpeaksOfTwoByOneName() {
		say("Alice", "Robert likes chess. Robert likes tea. Robert lives in Rome.");
		Answer split = this.api.post("/entities/" + entity("Robert") + "/split",
				"{\"factIds\": [\"%s\"], \"name\": \"Bertie\"}".formatted(fact("chess").at("/id").asString()));
		assertThat(split.status()).as(split.response().body()).isEqualTo(200);

		staysAsItIs("Bertie LIKES chess", "Robert LIKES tea", "Robert LIVES_IN Rome");
	}

	@Test
	void whereTwoWhoKnowEachOtherWereOneForAWhile() {
		say("Alice", "Bob married Carol in 2015.");
		String before = fact("Carol").at("/id").asString();
		Answer merged = merge("Bob", "Carol");
		assertThat(believed()).isEmpty();

		rebuild();
		assertThat(this.api.get("/spaces/demo/suggestions").at("/items")).isEmpty();
		Answer undone = this.api.send("POST", "/merges/" + merged.at("/mergeId").asString() + "/undo", null);

		assertThat(undone.status()).isEqualTo(200);
		staysAsItIs("Bob MARRIED_TO Carol");
		assertThat(fact("Carol").at("/id").asString()).isEqualTo(before);
	}

	private void staysAsItIs(String... facts) {
		List<String> lines = new ArrayList<>();
		this.api.get("/spaces/demo/facts?limit=200")
			.at("/items")
			.forEach((fact) -> lines.add(fact.at("/subject/name").asString() + " " + fact.at("/predicate").asString()
					+ " " + fact.at("/object/name").asString()));
		assertThat(lines).containsExactlyInAnyOrder(facts);
		List<String> before = believed();
		rebuild();
		assertThat(believed()).isEqualTo(before);
		// What was read anew is read anew again.
		rebuild();
		assertThat(believed()).isEqualTo(before);
	}

	private List<String> believed() {
		return this.api.get("/spaces/demo/facts?limit=200")
			.at("/items")
			.valueStream()
			.map((fact) -> fact.at("/id") + " " + fact.at("/subject/id") + " " + fact.at("/object/id") + " "
					+ fact.at("/validFrom") + " " + fact.at("/evidence"))
			.toList();
	}

	private JsonNode fact(String words) {
		return this.api.get("/spaces/demo/facts?limit=200")
			.at("/items")
			.valueStream()
			.filter((fact) -> fact.at("/text").asString().contains(words))
			.findFirst()
			.orElseThrow();
	}

	private String entity(String name) {
		return this.api.get("/spaces/demo/entities?name=" + name).at("/items/0/id").asString();
	}

	private void split(String name, String words, String other) {
		String whom = name.equals("User") ? fact(words).at("/subject/id").asString() : entity(name);
		String episode = fact(words).at("/evidence/0/episodeId").asString();
		Answer split = this.api.post("/entities/" + whom + "/split",
				"{\"episodeIds\": [\"%s\"], \"name\": \"%s\"}".formatted(episode, other));
		assertThat(split.status()).as(split.response().body()).isEqualTo(200);
	}

	private Answer merge(String kept, String gone) {
		Answer merged = this.api.post("/entities/" + entity(kept) + "/merge",
				"{\"other\": \"%s\"}".formatted(entity(gone)));
		assertThat(merged.status()).as(merged.response().body()).isEqualTo(200);
		return merged;
	}

	private void say(String name, String content) {
		Answer answer = this.api.post("/spaces/demo/episodes",
				"{\"messages\": [{\"role\": \"user\", %s\"content\": \"%s\"}]}"
					.formatted(name.isEmpty() ? "" : "\"name\": \"" + name + "\", ", content));
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
		ended(answer.at("/jobId").asString());
	}

	private void rebuild() {
		Answer asked = this.api.post("/spaces/demo/rebuild", "{\"from\": \"episodes\"}");
		assertThat(asked.status()).as(asked.response().body()).isEqualTo(202);
		ended(asked.at("/id").asString());
	}

	private void ended(String job) {
		await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
			JsonNode seen = this.api.get("/jobs/" + job).json();
			assertThat(seen.at("/status").asString()).as(seen.toString()).isEqualTo("DONE");
		});
	}

}
