package dev.loci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service whose database is another process, which comes late, goes away and comes
 * back. That process is the full build with the database that it embeds.
 */
class DatabaseAwayIT {

	private static final String RECALL = "{\"query\": \"cat\", \"include\": [\"episodes\"]}";

	private static final Duration QUICKLY = Duration.ofSeconds(20);

	private final Path data = LociProcess.newFolder();

	private final int bolt = LociProcess.freePort();

	@ParameterizedTest
	@ValueSource(strings = { "bolt", "neo4j" })
	void says503WhileTheDatabaseIsAwayAndGoesOnWhenItIsBack(String scheme) throws IOException {
		LociProcess database = database();
		try (LociProcess loci = LociProcess.start(LociProcess.newFolder(), to(scheme))) {
			Api api = loci.api();
			String done = said(api, "My cat is called Mimi.");
			loci.await("end of the job", () -> isDone(api, done));
			String waiting = api.post("/spaces/demo/episodes", text()).at("/jobId").asString();
			String recall = api.post("/spaces/demo/recall", RECALL).at("/recallId").asString();
			database.kill();

			saysThatTheDatabaseIsAway(() -> api.post("/spaces/demo/episodes", message("Is anybody there?")));
			saysThatTheDatabaseIsAway(() -> api.post("/spaces/demo/recall", RECALL));
			saysThatTheDatabaseIsAway(() -> api.get("/jobs/" + done));
			saysThatTheDatabaseIsAway(() -> api.get("/recalls/" + recall));
			assertThat(quickly(() -> api.get("/actuator/health/readiness")).status()).isEqualTo(503);
			assertThat(quickly(() -> api.get("/actuator/health/liveness")).status()).isEqualTo(200);
			assertThat(quickly(() -> api.get("/actuator/health")).status()).isEqualTo(503);

			database = database();
			loci.await("readiness", loci::isReady);
			loci.await("end of the job that waited", () -> isDone(api, waiting));
			assertThat(api.get("/recalls/" + recall).at("/items/0/text").asString())
				.isEqualTo("My cat is called Mimi.");
			assertThat(api.post("/spaces/demo/recall", RECALL).at("/items/0/text").asString())
				.isEqualTo("My cat is called Mimi.");
			String later = said(api, "My dog is called Rex.");
			loci.await("end of a new job", () -> isDone(api, later));
		}
		finally {
			database.close();
		}
	}

	@Test
	void waitsAtItsStartForADatabaseThatComesLater() throws IOException {
		database().close();
		try (LociProcess loci = LociProcess.launch(LociProcess.newFolder(), to("bolt"))) {
			loci.await("trying", () -> loci.output().contains("The database does not answer yet"));
			try (LociProcess database = database()) {
				loci.awaitReady();
				assertThat(database.isReady()).isTrue();
				assertThat(said(loci.api(), "Here I am.")).isNotEmpty();
			}
		}
	}

	private LociProcess database() {
		// Its worker shares the database, so it rests: this is about the other service's.
		return LociProcess.start(this.data, "loci.bolt-port=" + this.bolt, "loci.ingest.workers=0");
	}

	private String[] to(String scheme) throws IOException {
		return new String[] { "spring.neo4j.uri=" + scheme + "://localhost:" + this.bolt,
				"spring.neo4j.authentication.username=neo4j",
				"spring.neo4j.authentication.password=" + Files.readString(this.data.resolve("neo4j-password")).strip(),
				"loci.start-timeout=5m", "loci.ingest.lease=5s" };
	}

	private static String said(Api api, String content) {
		Api.Answer answer = api.post("/spaces/demo/episodes", message(content));
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
		return answer.at("/jobId").asString();
	}

	private static String message(String content) {
		return "{\"messages\": [{\"role\": \"user\", \"content\": \"%s\"}]}".formatted(content);
	}

	/** Long enough to be embedded for a while. */
	private static String text() {
		return "{\"text\": \"%s\"}".formatted("Rain fell on the harbour and nobody came. ".repeat(1_500));
	}

	private static boolean isDone(Api api, String job) {
		return api.get("/jobs/" + job).at("/status").asString("").equals("DONE");
	}

	private static void saysThatTheDatabaseIsAway(Supplier<Api.Answer> request) {
		Api.Answer answer = quickly(request);
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(503);
		assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
		assertThat(answer.at("/type").asString()).isEqualTo("/problems/store-unavailable");
	}

	private static Api.Answer quickly(Supplier<Api.Answer> request) {
		Instant start = Instant.now();
		Api.Answer answer = request.get();
		Duration taken = Duration.between(start, Instant.now());
		System.out.printf("DatabaseAwayIT: %s %d in %d ms%n", answer.response().uri().getPath(), answer.status(),
				taken.toMillis());
		assertThat(taken).isLessThan(QUICKLY);
		return answer;
	}

}
