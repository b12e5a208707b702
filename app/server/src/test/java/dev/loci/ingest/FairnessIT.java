package dev.loci.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociIT;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who is served when, while much is waiting to be read. */
@LociIT
class FairnessIT {

	private static final int MANY = 1_000;

	private static final int QUIET = 100;

	private final Api api;

	private final Driver driver;

	private final Worker worker;

	FairnessIT(@LocalServerPort int port, @Autowired Driver driver, @Autowired Worker worker) {
		this.api = new Api(port);
		this.driver = driver;
		this.worker = worker;
	}

	@Test
	void doesNotLetABusySpaceStarveQuietOnes() throws Exception {
		read("busy");
		hold("datetime('2100-01-01T00:00:00Z')");
		together(MANY, (i) -> say("busy", i));
		together(QUIET, (i) -> read("quiet-" + i));
		assertThat(waiting("busy")).isEqualTo(MANY);

		hold("datetime('2000-01-01T00:00:00Z')");
		together(QUIET, (i) -> say("quiet-" + i, i));

		await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(50)).until(() -> waiting("quiet") == 0);
		assertThat(waiting("busy")).isGreaterThan(MANY / 2);
		for (int i = 0; i < QUIET; i++) {
			assertThat(this.api.get("/spaces/quiet-" + i + "/facts").at("/items")).hasSize(1);
		}
	}

	/** As after a burst of writes, or where the clock of the machine was put back. */
	@Test
	void servesASpaceAtOnceWhoseClockIsAheadOfTheWall() {
		this.api.post("/spaces/hasty/episodes?wait=PT20S", "{\"text\": \"Hello.\"}");
		this.driver.executableQuery("""
				MATCH (s:Space {name: 'hasty'})
				SET s.locked = true, s.clock = s.clock + duration('PT1H')
				REMOVE s.dueAt""").execute();

		assertThat(this.api.post("/spaces/hasty/episodes?wait=PT20S", "{\"text\": \"Hello again.\"}").status())
			.isEqualTo(200);
		this.driver.executableQuery("MATCH (s:Space {name: 'hasty'}) SET s.locked = true REMOVE s.dueAt").execute();
		String rebuild = this.api.post("/spaces/hasty/rebuild", "{\"from\": \"statements\"}").at("/id").asString();
		await().atMost(Duration.ofSeconds(20))
			.until(() -> this.api.get("/jobs/" + rebuild).at("/status").asString().equals("DONE"));
	}

	/**
	 * They may have waited for one that has failed, by a setting that was another then.
	 */
	@Test
	void goesOnWithWhatWaitedWhenItStarts() {
		read("left");
		this.worker.stop();
		say("left", 1);
		this.driver.executableQuery("MATCH (s:Space {name: 'left'}) SET s.locked = true REMOVE s.dueAt").execute();

		this.worker.start();

		await().atMost(Duration.ofSeconds(20)).until(() -> waiting("left") == 0);
	}

	/**
	 * When the busy one is due: far ahead, nobody takes it; long ago, it is the first.
	 */
	private void hold(String dueAt) {
		this.driver.executableQuery("MATCH (s:Space {name: 'busy'}) SET s.dueAt = " + dueAt).execute();
	}

	private long waiting(String names) {
		return this.driver.executableQuery("""
				UNWIND ['ACCEPTED', 'RUNNING', 'RETRYING'] AS status
				MATCH (j:Job {status: status})
				MATCH (s:Space {key: j.space})
				WHERE s.name STARTS WITH $names
				RETURN count(j) AS waiting""")
			.withParameters(Map.of("names", names))
			.execute()
			.records()
			.getFirst()
			.get("waiting")
			.asLong();
	}

	private void read(String space) {
		assertThat(this.api.send("PATCH", "/spaces/" + space, "{\"extract\": \"local\"}").status()).isEqualTo(200);
	}

	private void say(String space, int i) {
		Answer answer = this.api.post("/spaces/" + space + "/episodes", """
				{"messages": [{"role": "user", "name": "Person%d", "content": "I live in Berlin."}]}""".formatted(i));
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
	}

	private static void together(int many, IntConsumer work) throws Exception {
		try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
			List<Future<?>> all = new ArrayList<>();
			IntStream.range(0, many).forEach((i) -> all.add(threads.submit(() -> work.accept(i))));
			for (Future<?> each : all) {
				each.get();
			}
		}
	}

}
