package dev.loci.recall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociProcess;
import dev.loci.Tell;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * More recalls than can be recorded: somebody holds on to what they have given.
 */
class CrowdedRecordingsIT {

	private static final String RECALL = "{\"query\": \"Alice\", \"responseId\": \"r\"}";

	@Test
	void keepsRecallsWaitingWhileTooManyWaitAndRecordsAllThatWereAnswered() throws IOException {
		Path data = LociProcess.newFolder();
		int bolt = LociProcess.freePort();
		try (LociProcess loci = LociProcess.start(data, "loci.bolt-port=" + bolt, "loci.recall.recordings-waiting=3");
				Driver driver = GraphDatabase.driver("bolt://localhost:" + bolt,
						AuthTokens.basic("neo4j", Files.readString(data.resolve("neo4j-password")).strip()));
				Session session = driver.session()) {
			Api api = loci.api();
			new Tell(api, "demo").facts("Alice LIVES_IN Paris 2018..");
			try (Transaction holding = session.beginTransaction()) {
				holding.run("MATCH (f:Fact) SET f.held = true").consume();
				assertThat(IntStream.range(0, 3).map((i) -> api.post("/spaces/demo/recall", RECALL).status()))
					.containsOnly(200);

				long start = System.nanoTime();
				Answer refused = api.post("/spaces/demo/recall", RECALL);

				assertThat(refused.status()).as(refused.response().body()).isEqualTo(503);
				assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
				assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(4));
				assertThat(api.get("/recalls?responseId=r").status()).isEqualTo(503);
				assertThat(api.get("/spaces/demo/facts").status()).isEqualTo(200);
			}
			loci.await("an answer", () -> api.post("/spaces/demo/recall", RECALL).status() == 200);
			assertThat(api.get("/recalls?responseId=r").at("/items")).hasSize(4)
				.allMatch((item) -> item.at("/gone").asInt() == 0);
		}
	}

}
