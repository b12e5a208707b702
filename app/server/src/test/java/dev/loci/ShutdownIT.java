package dev.loci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * SIGTERM ends the real process in order, and the next start finds everything.
 */
class ShutdownIT {

	private static final int CALLERS = 4;

	/** Long enough to be embedded for a while: by the job. */
	private static final String TEXT = "{\"text\": \"%s\"}"
		.formatted("Rain fell on the harbour and nobody came. ".repeat(600));

	@Test
	void answersRequestsInFlightAndGoesOnWithTheirJobsAfterAStart() throws IOException {
		Path data = LociProcess.newFolder();
		List<String> jobs;
		try (LociProcess loci = LociProcess.start(data); ExecutorService callers = Executors.newCachedThreadPool()) {
			var answers = IntStream.range(0, CALLERS)
				.mapToObj((caller) -> CompletableFuture.supplyAsync(
						() -> loci.api().post("/spaces/space-" + caller + "/episodes?wait=PT60S", TEXT), callers))
				.toList();
			loci.await("requests in flight", () -> loci.api().get("/jobs").at("/items").size() == CALLERS);

			Instant asked = Instant.now();
			loci.terminate();
			assertThat(answers).extracting((answer) -> answer.join().status()).containsOnly(202);
			assertThat(loci.awaitExit()).isIn(0, 143);
			Duration taken = Duration.between(asked, Instant.now());
			System.out.printf("ShutdownIT: ended in %d ms%n", taken.toMillis());
			assertThat(taken).isLessThan(Duration.ofSeconds(30));
			jobs = answers.stream().map((answer) -> answer.join().at("/jobId").asString()).toList();
			assertThat(loci.output()).doesNotContain("ERROR");
		}
		keepsItsPasswordToItself(data);
		// A lease that nobody holds any longer would outlast this test.
		try (LociProcess loci = LociProcess.start(data, "loci.ingest.lease=10m")) {
			for (String job : jobs) {
				loci.await("end of the job",
						() -> loci.api().get("/jobs/" + job).at("/status").asString().equals("DONE"));
			}
		}
	}

	@Test
	void keepsWhatWasRecalledUntilTheEnd() {
		Path data = LociProcess.newFolder();
		List<String> recalls;
		try (LociProcess loci = LociProcess.start(data, "loci.extract.mode=off")) {
			new Tell(loci.api(), "demo").facts("Alice LIVES_IN Paris 2018..");
			recalls = IntStream.range(0, 20)
				.mapToObj((i) -> loci.api().post("/spaces/demo/recall", "{\"query\": \"Alice\"}"))
				.map((answer) -> answer.at("/recallId").asString())
				.toList();

			loci.terminate();
			assertThat(loci.awaitExit()).isIn(0, 143);
			assertThat(loci.output()).doesNotContain("ERROR", "are lost");
		}
		try (LociProcess loci = LociProcess.start(data)) {
			assertThat(loci.api().get("/recalls?limit=50").at("/items").findValuesAsString("recallId"))
				.isEqualTo(recalls.reversed());
			assertThat(loci.api().get("/recalls/" + recalls.getLast()).at("/items/0/text").asString())
				.isEqualTo("Alice lives in Paris.");
		}
	}

	private static void keepsItsPasswordToItself(Path data) throws IOException {
		assertThat(permissions(data.resolve("neo4j-password"))).isEqualTo("rw-------");
		assertThat(permissions(data)).isEqualTo("rwx------");
	}

	private static String permissions(Path path) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
	}

}
