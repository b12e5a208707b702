package dev.loci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.loci.extract.ModelStub;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

import static dev.loci.extract.AnswerFactJson.answer;
import static dev.loci.extract.AnswerFactJson.entity;
import static dev.loci.extract.AnswerFactJson.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two services on one database, of which one stands still in the middle of its work and
 * wakes up when the other has done it.
 */
class SleepingInstanceIT {

	@Test
	void cannotCommitOverItsSuccessor() throws IOException, InterruptedException {
		Path data = LociProcess.newFolder();
		int bolt = LociProcess.freePort();
		try (ModelStub model = ModelStub.start();
				LociProcess keeper = LociProcess.start(data, "loci.bolt-port=" + bolt, "loci.ingest.workers=0",
						"loci.extract.mode=off")) {
			String password = Files.readString(data.resolve("neo4j-password")).strip();
			String[] worker = { "spring.neo4j.uri=bolt://localhost:" + bolt,
					"spring.neo4j.authentication.username=neo4j", "spring.neo4j.authentication.password=" + password,
					"loci.extract.base-url=" + model.baseUrl(), "loci.extract.model=stub", "loci.ingest.lease=3s",
					"loci.extract.timeout=60s", "loci.extract.attempts=1", "loci.ingest.workers=1" };
			// Who is asked first is answered late, and otherwise than who is asked next.
			model.answers(
					ModelStub
						.completion(answer(List.of(entity(1, "Alice", "Person"), entity(2, "Atlantis", "Place")),
								fact("LIVES_IN", "Alice lives in Atlantis.").object(2)))
						.withFixedDelay(6_000));
			model.alwaysAnswers(
					ModelStub.completion(answer(List.of(entity(1, "Alice", "Person"), entity(2, "Berlin", "Place")),
							fact("LIVES_IN", "Alice lives in Berlin.").object(2))));
			try (LociProcess sleeper = LociProcess.start(LociProcess.newFolder(), worker)) {
				String job = "/jobs/" + keeper.api().post("/spaces/demo/episodes", """
						{"messages": [{"id": "m-1", "role": "user", "name": "Alice", "content": "I live in Berlin.",
						               "occurredAt": "2024-04-02T10:00:00Z"}]}""").at("/jobId").asString();
				await().atMost(Duration.ofSeconds(60)).until(() -> model.calls() == 1);
				sleeper.suspend();
				try (LociProcess successor = LociProcess.start(LociProcess.newFolder(), worker)) {
					keeper.await("end of the job", () -> keeper.api().get(job).at("/status").asString().equals("DONE"));
					String done = keeper.api().get(job).json().toString();
					int asked = model.calls();

					sleeper.resume();

					await().during(Duration.ofSeconds(5))
						.atMost(Duration.ofSeconds(30))
						.until(() -> keeper.api().get(job).json().toString().equals(done));
					// A busy machine may need another turn, the sleeper takes none.
					assertThat(model.calls()).isEqualTo(asked).isGreaterThan(1);
					assertThat(keeper.api().get("/spaces/demo/facts").at("/items").findValuesAsString("text"))
						.containsExactly("Alice lives in Berlin.");
					assertThat(keeper.api().get(job).at("/result/facts")).hasSize(1);
					assertThat(keeper.api().get("/spaces/demo/entities").at("/items").findValuesAsString("name"))
						.containsExactlyInAnyOrder("Alice", "Berlin");
					try (Driver driver = GraphDatabase.driver("bolt://localhost:" + bolt,
							AuthTokens.basic("neo4j", password))) {
						Beliefs.areSound(driver);
						assertThat(driver.executableQuery("MATCH (s:Statement) RETURN count(s) AS all")
							.execute()
							.records()
							.getFirst()
							.get("all")
							.asInt()).isOne();
					}
					assertThat(successor.api().get("/spaces/demo/facts").at("/items")).hasSize(1);
				}
			}
		}
	}

}
