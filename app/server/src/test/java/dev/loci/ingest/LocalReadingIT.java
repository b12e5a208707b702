package dev.loci.ingest;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.Beliefs;
import dev.loci.LociIT;
import dev.loci.Tell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** From messages to what is believed, without a model. */
@LociIT
class LocalReadingIT {

	private final Api api;

	private final Driver driver;

	private final Tell tell;

	LocalReadingIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
		this.tell = new Tell(this.api, "demo");
	}

	@BeforeEach
	void readHere() {
		read("local");
	}

	@AfterEach
	void whatIsBelievedIsSound() {
		Beliefs.areSound(this.driver);
	}

	@Test
	void followsWhatChanges() {
		say("Alice", "2024-03-20T10:00:00Z", "I live in Paris.");
		say("Alice", "2024-04-02T10:00:00Z", "I moved to Berlin in March.");

		assertThat(this.tell.believed("Alice", "LIVES_IN", "validAt=2024-05-01T00:00:00Z", "status=CURRENT"))
			.startsWith("Berlin 2024-03-20");
		assertThat(this.tell.believed("Alice", "LIVES_IN")).contains("Paris").contains("Berlin");
	}

	@Test
	void countsFromTheDayWhereTheSpeakerIs() {
		say("Alice", "2024-03-21T00:30:00+02:00", "I met Bob yesterday.");

		assertThat(this.tell.believed("Alice", "MET")).isEqualTo("Bob 2024-03-20..");
	}

	@Test
	void givesTheOneWithoutANameAnEntity() {
		say(null, "2024-04-02T10:00:00Z", "I live in Berlin.");

		assertThat(this.tell.believed("User", "LIVES_IN")).startsWith("Berlin");
		assertThat(this.api.get("/spaces/demo/entities?name=user").at("/items/0/externalId").asString())
			.isEqualTo("self");
	}

	@Test
	void saysWhatItDoesNotUnderstand() {
		JsonNode job = say("Alice", "2024-04-02T10:00:00Z",
				"Ich wohne seit drei Jahren in Berlin und arbeite bei der Bahn.");

		assertThat(job.at("/result/facts")).isEmpty();
		assertThat(job.at("/result/dropped/0/reason").asString()).isEqualTo("language not covered");
		assertThat(job.at("/result/note").asString()).isEqualTo("Nobody has read it: language not covered.");
		assertThat(this.api.post("/spaces/demo/recall", "{\"query\": \"Bahn\"}").at("/items")).hasSize(1);
	}

	/** Each is longer than a passage, so that what it is stands in another one. */
	@ParameterizedTest
	@ValueSource(strings = { "```", "Here is the mail:", "Tom wrote: \\\"Hi!" })
	void takesNoWordOfWhatIsPastedForTheSpeakersOwn(String opening) {
		say("Alice", "2024-04-02T10:00:00Z",
				opening + "\\n" + "This goes on and on.\\n".repeat(100) + "I live in Rome.");

		assertThat(this.api.get("/spaces/demo/facts").at("/items")).isEmpty();
	}

	@Test
	void endsAJobOnTheDayThatIsTold() {
		say("Alice", "2024-04-02T10:00:00Z", "I work at Acme.");
		say("Alice", "2024-04-03T10:00:00Z", "I quit my job at Acme next Friday.");

		assertThat(this.tell.believed("Alice", "WORKS_AT", "status=CURRENT", "validAt=2024-04-10T00:00:00Z"))
			.isEqualTo("Acme 2024-04-02T10:00:00Z..2024-04-12");
		assertThat(this.tell.believed("Alice", "WORKS_AT", "status=CURRENT", "validAt=2024-04-20T00:00:00Z")).isEmpty();
	}

	@Test
	void saysThatItReadsNoRecords() {
		Answer job = this.api.post("/spaces/demo/episodes?wait=PT30S",
				"{\"json\": {\"name\": \"Alice\", \"city\": \"Berlin\"}, \"source\": \"crm\"}");

		assertThat(job.at("/result/dropped").findValuesAsString("reason"))
			.containsExactly("records are not read without a model");
		assertThat(job.at("/result/note").asString())
			.isEqualTo("Nobody has read it: records are not read without a model.");
	}

	@Test
	void saysWhatItHasReadOfAJobAndWhatNot() {
		Answer job = this.api.post("/spaces/demo/episodes?wait=PT30S", """
				{"messages": [{"role": "user", "content": "Good morning!"},
				              {"role": "customer", "content": "I live in Rome."},
				              {"role": "user", "content": "Vivo en Barcelona desde hace tres años."}]}""");

		assertThat(job.at("/result/note").asString()).startsWith("Nothing is claimed in what was read of it.")
			.contains("language not covered", "loci.extract.roles");
		assertThat(say(null, "2024-04-02T10:00:00Z", "Good morning!").at("/result/note").asString())
			.isEqualTo("It was read, and nothing is claimed in it.");
	}

	@Test
	void saysWhatItHasLeftOutAsOthersWords() {
		JsonNode all = say("Alice", "2024-04-02T10:00:00Z", "```\\nI live in Rome.\\n```");
		JsonNode some = say("Alice", "2024-04-03T10:00:00Z", "Look at that!\\n> I live in Rome.");

		assertThat(all.at("/result/note").asString()).startsWith("Nobody has read it: quoted, pasted, played");
		assertThat(some.at("/result/note").asString())
			.startsWith("Nothing is claimed in what its authors say themselves.")
			.contains("left out: quoted, pasted, played");
		assertThat(some.at("/result/dropped").findValuesAsString("text")).containsExactly("> I live in Rome.");
		assertThat(this.api.get("/spaces/demo/facts").at("/items")).isEmpty();
	}

	@Test
	void takesNoWordOfAnAssistantForTrue() {
		Answer job = this.api.post("/spaces/demo/episodes?wait=PT30S",
				"{\"messages\": [{\"role\": \"assistant\", \"name\": \"Bot\", \"content\": \"I live in Rome.\"}]}");

		assertThat(this.api.get("/spaces/demo/facts").at("/items")).isEmpty();
		assertThat(job.at("/result/note").asString()).startsWith("Nobody has read it: messages of its role");
	}

	@Test
	void readsNothingWhereThatIsSwitchedOff() {
		read("off");

		JsonNode job = say("Alice", "2024-04-02T10:00:00Z", "I live in Paris.");

		assertThat(job.at("/result/extractor").isNull()).isTrue();
		assertThat(this.api.get("/spaces/demo/facts").at("/items")).isEmpty();
	}

	@Test
	void refusesAModelWhereThereIsNone() {
		Answer refused = this.api.send("PATCH", "/spaces/demo", "{\"extract\": \"model\"}");

		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.at("/type").asString()).isEqualTo("/problems/reader-missing");
		assertThat(refused.at("/detail").asString()).contains("loci.extract.base-url");
		assertThat(this.api.get("/spaces/demo").at("/extract").asString()).isEqualTo("local");
	}

	@Test
	void readsAgainWhatIsSentAgainToNoEffect() {
		say("Alice", "2024-04-02T10:00:00Z", "I live in Paris.");
		say("Alice", "2024-04-02T10:00:00Z", "I live in Paris.");

		assertThat(this.api.get("/spaces/demo/facts?subject=Alice").at("/items/0/evidence")).hasSize(1);
	}

	@Test
	void forgetsWhatItLearnedAlongWithWhereItWasSaid() {
		say("Alice", "2024-04-02T10:00:00Z", "I live in Paris. Ich wohne seit drei Jahren in Berlin bei der Bahn.");
		String episode = this.api.get("/spaces/demo/episodes").at("/items/0/id").asString();

		this.api.delete("/episodes/" + episode);

		assertThat(this.driver
			.executableQuery(
					"MATCH (n) WHERE any(key IN keys(n) WHERE toStringOrNull(n[key]) CONTAINS 'Paris') RETURN n")
			.execute()
			.records()).isEmpty();
		assertThat(this.api.get("/spaces/demo/facts").at("/items")).isEmpty();
	}

	private void read(String extract) {
		assertThat(this.api.send("PATCH", "/spaces/demo", "{\"extract\": \"" + extract + "\"}").status())
			.isEqualTo(200);
	}

	private JsonNode say(@Nullable String name, String at, String content) {
		Answer answer = this.api.post("/spaces/demo/episodes?wait=PT30S", """
				{"messages": [{"role": "user", %s"content": "%s", "occurredAt": "%s"}]}"""
			.formatted((name != null) ? "\"name\": \"" + name + "\", " : "", content, at));
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
		return answer.json();
	}

}
