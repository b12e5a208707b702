package dev.loci.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.Beliefs;
import dev.loci.LociProcess;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import tools.jackson.databind.JsonNode;

import static dev.loci.extract.AnswerFactJson.answer;
import static dev.loci.extract.AnswerFactJson.entity;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was said is read anew by a model that says something else the second time, is away
 * for a while, and whose reader is killed.
 */
class RereadingIT {

	private static final List<String> PEOPLE = List.of("Alice", "Bob", "Carol", "Dora", "Emil", "Fay");

	@Test
	void believesWhatTheModelSaysNowAndAsksItOnceOnly() throws IOException {
		Path data = LociProcess.newFolder();
		int bolt = LociProcess.freePort();
		try (ModelStub model = ModelStub.start()) {
			String[] properties = { "loci.bolt-port=" + bolt, "loci.extract.base-url=" + model.baseUrl(),
					"loci.extract.model=stub", "loci.extract.attempts=1", "loci.extract.requests-per-minute=100000",
					"loci.extract.breaker.window=4", "loci.extract.breaker.min-calls=2",
					"loci.extract.breaker.pause=1s", "loci.ingest.lease=3s", "loci.ingest.max-attempts=2" };
			LociProcess loci = LociProcess.start(data, properties);
			try {
				for (String who : PEOPLE) {
					says(model, who, "Paris", "2024-03");
					say(loci, who);
				}
				String alice = fact(loci.api(), "Alice").at("/id").asString();
				String knownAt = loci.api().get("/spaces/demo/facts").at("/knownAt").asString();
				String before = facts(loci.api(), "&knownAt=" + knownAt);
				model.reset();
				// Three are answered, then the model is away: the job waits where it is.
				says(model, "Alice", "Paris", "2024-02");
				says(model, "Bob", "Oslo", "2024-03");
				says(model, "Carol", "Paris", "2024-03");
				model.alwaysAnswers(ModelStub.error(503, "overloaded"));

				String job = "/jobs/"
						+ loci.api().post("/spaces/demo/rebuild", "{\"from\": \"episodes\"}").at("/id").asString();

				Api first = loci.api();
				loci.await("waiting for the model", () -> first.get(job).at("/status").asString().equals("RETRYING")
						&& first.get(job).at("/progress/read").asInt() == 3);
				assertThat(first.get(job).at("/progress/of").asInt()).isEqualTo(PEOPLE.size());
				assertThat(facts(first, "&knownAt=" + knownAt)).isEqualTo(before);
				assertThat(first.get("/spaces/demo/facts?limit=200").at("/items")).hasSize(PEOPLE.size());
				assertThat(first.post("/spaces/demo/facts",
						"""
								{"facts": [{"subject": {"name": "Zoe"}, "predicate": "LIVES_IN", "object": {"name": "Lima"}}]}""")
					.status()).isEqualTo(200);
				loci.kill();
				int asked = model.calls();
				model.reset();
				says(model, "Dora", "Paris", "2024-03");
				model.saysAbout("I live where Emil lives", answer(List.of()));
				says(model, "Fay", "Rome", "2024-03");
				loci = LociProcess.start(data, properties);
				Api second = loci.api();
				loci.await("end of the job", () -> second.get(job).at("/status").asString().matches("DONE|FAILED"));

				JsonNode done = second.get(job).json();
				assertThat(done.at("/status").asString()).as(done.toString()).isEqualTo("DONE");
				assertThat(done.at("/attempts").asInt()).isLessThanOrEqualTo(2);
				assertThat(done.at("/result/statements").asInt()).isEqualTo(6);
				assertThat(model.requests().stream().map(JsonNode::toString))
					.noneMatch((request) -> request.contains("I live where Alice lives"));
				assertThat(done.at("/result/model/calls").asInt()).as("with those in vain")
					.isBetween(PEOPLE.size(), asked + model.calls());
				assertThat(model.calls()).isEqualTo(3);
				assertThat(second.get("/spaces/demo/facts?limit=200").at("/items").findValuesAsString("text"))
					.containsExactlyInAnyOrder("Alice lives in Paris.", "Bob lives in Oslo.", "Carol lives in Paris.",
							"Dora lives in Paris.", "Fay lives in Rome.", "Zoe lives in Lima.");
				JsonNode fact = fact(second, "Alice");
				assertThat(fact.at("/id").asString()).isEqualTo(alice);
				assertThat(fact.at("/validFrom").asString()).isEqualTo("2024-02-01T00:00:00Z");
				assertThat(facts(second, "&knownAt=" + knownAt)).isEqualTo(before);
				assertThat(second.get("/spaces/demo/entities?name=Emil").at("/items")).isEmpty();
				isSound(bolt, data);
			}
			finally {
				loci.close();
			}
		}
	}

	private static void isSound(int bolt, Path data) throws IOException {
		try (Driver driver = GraphDatabase.driver("bolt://localhost:" + bolt,
				AuthTokens.basic("neo4j", Files.readString(data.resolve("neo4j-password")).strip()))) {
			Beliefs.areSound(driver);
			assertThat(driver.executableQuery("""
					MATCH (:Space)-[:HAS_GENERATION]->(g) WHERE g.recordedTo.year = 9999 OR g.recordedFrom IS NULL
					RETURN g""").execute().records()).hasSize(1);
		}
	}

	private static void says(ModelStub model, String who, String where, String since) {
		model.saysAbout("I live where " + who + " lives",
				answer(List.of(entity(21, who, "Person"), entity(22, where, "Place")),
						AnswerFactJson.fact("LIVES_IN", who + " lives in " + where + ".")
							.with("subject", 21)
							.object(22)
							.start(since)));
	}

	private static void say(LociProcess loci, String who) {
		Answer answer = loci.api().post("/spaces/demo/episodes", """
				{"messages": [{"role": "user", "name": "%s", "content": "I live where %s lives.",
				               "occurredAt": "2024-04-02T10:00:00Z"}]}""".formatted(who, who));
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
		String job = "/jobs/" + answer.at("/jobId").asString();
		loci.await("end of a job", () -> loci.api().get(job).at("/status").asString().equals("DONE"));
	}

	private static JsonNode fact(Api api, String subject) {
		return api.get("/spaces/demo/facts?subject=" + subject).at("/items/0");
	}

	private static String facts(Api api, String asOf) {
		return api.get("/spaces/demo/facts?limit=200&validAt=2025-01-01T00:00:00Z" + asOf).at("/items").toString();
	}

}
