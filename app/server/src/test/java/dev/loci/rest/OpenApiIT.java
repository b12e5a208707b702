package dev.loci.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociIT;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@LociIT
class OpenApiIT {

	private final Api api;

	private final Driver driver;

	private final List<JsonNode> operations = new ArrayList<>();

	OpenApiIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
	}

	@TestFactory
	Stream<DynamicTest> describesEveryOperationWithExamples() {
		assertThat(operations()).hasSize(41);
		return operations().map((operation) -> DynamicTest.dynamicTest(operation.at("/operationId").asString(), () -> {
			assertThat(operation.at("/summary").asString()).isNotBlank();
			assertThat(operation.at("/responses/400").isMissingNode()).isFalse();
			assertThat(operation.at("/responses/503").isMissingNode()).isFalse();
			assertThat(operation.at("/parameters").findValuesAsString("name")).doesNotContain("caller");
			if (operation.has("requestBody")) {
				assertThat(operation.at("/requestBody/content/application~1json/example").isMissingNode()).isFalse();
			}
			assertThat(operation.at("/responses").properties())
				.filteredOn((response) -> response.getKey().startsWith("2"))
				.isNotEmpty()
				.allMatch((response) -> response.getValue().at("/content/application~1json").has("example"));
		}));
	}

	@Test
	void givesExamplesThatAreWhatReallyHappens() {
		this.api.send("PATCH", "/spaces/demo", "{\"extract\": \"local\"}");
		Answer kept = check(operation("remember"), "202", this.api.post("/spaces/demo/episodes",
				operation("remember").at("/requestBody/content/application~1json/example").toString()));
		Answer job = this.api.get("/jobs/" + kept.at("/jobId").asString());
		while (!job.at("/status").asString().equals("DONE")) {
			job = this.api.get("/jobs/" + kept.at("/jobId").asString());
		}
		String id = kept.at("/episodeIds/0").asString();
		check(operation("getJob"), "200", job);
		check(operation("listJobs"), "200", this.api.get("/jobs"));
		checkRetries(kept.at("/jobId").asString());
		check(operation("getEpisode"), "200", this.api.get("/episodes/" + id));
		check(operation("listEpisodes"), "200", this.api.get("/spaces/demo/episodes"));
		Answer told = check(operation("state"), "200", this.api.post("/spaces/work/facts", request("state")));
		checkRecalls(check(operation("recall"), "200", this.api.post("/spaces/demo/recall", request("recall"))));
		checkFacts(told);
		checkDecisions();
		checkBlocks();
		check(operation("eraseEpisode"), "200", this.api.delete("/episodes/" + id));
		check(operation("remember"), "200",
				this.api.post("/spaces/demo/episodes?wait=PT30S", "{\"text\": \"Bob lives in Oslo.\"}"));
		check(operation("changeSpace"), "200", this.api.send("PATCH", "/spaces/demo", request("changeSpace")));
		check(operation("getSpace"), "200", this.api.get("/spaces/demo"));
		check(operation("rebuildSpace"), "202", this.api.post("/spaces/demo/rebuild", request("rebuildSpace")));
		check(operation("eraseSpace"), "200", this.api.delete("/spaces/demo"));
		assertThat(operations()).hasSize(41);
	}

	private void checkRecalls(Answer given) {
		String recall = "/recalls/" + given.at("/recallId").asString();
		check(operation("giveFeedback"), "200", this.api.post(recall + "/feedback",
				"{\"memoryId\": \"%s\", \"helpful\": true}".formatted(given.at("/items/0/id").asString())));
		check(operation("getRecall"), "200", this.api.get(recall));
		check(operation("listRecalls"), "200", this.api.get("/recalls?responseId=my-answer-17"));
	}

	private void checkRetries(String job) {
		this.driver.executableQuery("MATCH (j:Job) SET j.status = 'FAILED'").execute();
		check(operation("retryJob"), "200", this.api.send("POST", "/jobs/" + job + "/retry", null));
		check(operation("retryJobs"), "200", this.api.send("POST", "/jobs/retry", null));
	}

	private void checkFacts(Answer told) {
		String fact = "/facts/" + told.at("/results/0/fact/id").asString();
		String entity = "/entities/" + told.at("/results/0/fact/subject/id").asString();
		check(operation("listFacts"), "200", this.api.get("/spaces/demo/facts"));
		check(operation("getFact"), "200", this.api.get(fact));
		check(operation("listEntities"), "200", this.api.get("/spaces/demo/entities"));
		check(operation("getEntity"), "200", this.api.get(entity));
		check(operation("getTimeline"), "200", this.api.get(entity + "/timeline"));
		check(operation("getNeighbours"), "200", this.api.get(entity + "/neighbours"));
		check(operation("getEntityContext"), "200", this.api.get(entity + "/context"));
		check(operation("getContext"), "200", this.api.get("/spaces/work/context?entity=alice"));
		check(operation("correctFact"), "200", this.api.send("PATCH", fact, request("correctFact")));
		check(operation("getFactHistory"), "200", this.api.get(fact + "/history"));
		check(operation("retractFact"), "200", this.api.post(fact + "/retract", request("retractFact")));
	}

	private void checkDecisions() {
		Answer told = this.api.post("/spaces/demo/facts",
				"""
						{"facts": [
						  {"subject": {"name": "Jon Smith", "type": "Person"}, "predicate": "LIVES_IN", "object": {"name": "Paris"},
						   "validFrom": "2018"},
						  {"subject": {"name": "John Smith", "type": "Person"}, "predicate": "LIVES_IN", "object": {"name": "Berlin"},
						   "validFrom": "2020", "observedAt": "2024-04-02T10:00:00Z"},
						  {"subject": {"name": "John Smith"}, "predicate": "LIVES_IN", "object": {"name": "Oslo"},
						   "validFrom": "2020", "observedAt": "2024-04-01T10:00:00Z"}]}""");
		String one = told.at("/results/0/fact/subject/id").asString();
		String other = told.at("/results/1/fact/subject/id").asString();
		Answer open = check(operation("listSuggestions"), "200", this.api.get("/spaces/demo/suggestions"));
		Answer accepted = check(operation("acceptSuggestion"), "200",
				decide(open.at("/items/1/id").asString(), "accept"));
		check(operation("dismissSuggestion"), "200", decide(open.at("/items/0/id").asString(), "dismiss"));
		check(operation("undoMerge"), "200",
				this.api.send("POST", "/merges/" + accepted.at("/mergeId").asString() + "/undo", null));
		check(operation("mergeEntities"), "200",
				this.api.post("/entities/" + one + "/merge", "{\"other\": \"%s\"}".formatted(other)));
		check(operation("splitEntity"), "200",
				this.api.post("/entities/" + one + "/split", "{\"factIds\": [\"%s\"], \"name\": \"Johnny Smith\"}"
					.formatted(told.at("/results/1/fact/id").asString())));
	}

	private void checkBlocks() {
		String block = "/spaces/demo/blocks/persona";
		check(operation("putBlock"), "201", this.api.send("PUT", block, request("putBlock")));
		check(operation("putBlock"), "200", this.api.send("PUT", block, request("putBlock")));
		check(operation("appendToBlock"), "200", this.api.post(block + "/append", request("appendToBlock")));
		check(operation("replaceInBlock"), "200", this.api.post(block + "/replace", request("replaceInBlock")));
		check(operation("getBlock"), "200", this.api.get(block));
		check(operation("listBlocks"), "200", this.api.get("/spaces/demo/blocks"));
		check(operation("getBlockHistory"), "200", this.api.get(block + "/history"));
		check(operation("eraseBlock"), "200", this.api.delete(block));
	}

	private Answer decide(String suggestion, String verb) {
		return this.api.send("POST", "/suggestions/" + suggestion + "/" + verb, null);
	}

	private String request(String operation) {
		return operation(operation).at("/requestBody/content/application~1json/example").toString();
	}

	private static Answer check(JsonNode operation, String status, Answer answer) {
		assertThat(answer.status()).hasToString(status);
		JsonNode example = operation.at("/responses/" + status + "/content/application~1json/example");
		assertThat(fields("", answer.json())).isEqualTo(fields("", example));
		return answer;
	}

	private static Set<String> fields(String path, JsonNode json) {
		Set<String> fields = new TreeSet<>();
		json.properties().forEach((property) -> {
			fields.add(path + "." + property.getKey());
			fields.addAll(fields(path + "." + property.getKey(), property.getValue()));
		});
		if (json.isArray()) {
			json.forEach((element) -> fields.addAll(fields(path, element)));
		}
		return fields;
	}

	private JsonNode operation(String id) {
		return operations().filter((operation) -> operation.at("/operationId").asString().equals(id))
			.findFirst()
			.orElseThrow();
	}

	/** Asked for once: to describe all of it takes a second. */
	private Stream<JsonNode> operations() {
		if (this.operations.isEmpty()) {
			Answer document = this.api.get("/v3/api-docs");
			assertThat(document.status()).as(document.response().body()).isEqualTo(200);
			document.at("/paths").forEach((path) -> path.forEach(this.operations::add));
		}
		return this.operations.stream();
	}

}
