package dev.loci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the real process at random moments while it is told conversations and reads them,
 * and compares all that it holds in the end with what an undisturbed one does.
 * {@code mvn verify -Pcrash} does it at length, {@code -Dloci.crash.seed=…} once more as
 * it was.
 */
class CrashGraphIT {

	private static final int KILLS = Integer.getInteger("loci.crash.graph-kills", 2);

	private static final int REQUESTS = Math.max(15, KILLS * 4);

	private static final long SEED = Long.getLong("loci.crash.seed", System.nanoTime());

	@Test
	void holdsTheSameAsIfNobodyHadKilledIt() throws InterruptedException, IOException {
		Map<String, List<String>> undisturbed = run(0, new Random(SEED));

		Map<String, List<String>> killed = run(KILLS, new Random(SEED));

		undisturbed.forEach((space, lines) -> assertThat(killed.get(space)).as("%s, seed %d", space, SEED)
			.containsExactlyElementsOf(lines));
	}

	private static Map<String, List<String>> run(int kills, Random random) throws InterruptedException, IOException {
		Path data = LociProcess.newFolder();
		int bolt = LociProcess.freePort();
		// One job may be what all the kills cut off.
		String[] properties = { "loci.extract.mode=local", "loci.ingest.lease=2s", "loci.ingest.embed-at-once=1",
				"loci.ingest.max-cut-offs=" + (KILLS + 1), "loci.bolt-port=" + bolt };
		AtomicReference<LociProcess> running = new AtomicReference<>(LociProcess.start(data, properties));
		Conversations conversations = new Conversations(REQUESTS);
		AtomicBoolean told = new AtomicBoolean();
		Thread client = Thread.ofPlatform().start(() -> {
			try {
				conversations.tell(() -> running.get().api(), Duration.ofMillis((kills > 0) ? 300 : 0));
				told.set(true);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		try {
			int working = 0;
			for (int kill = 0; kill < kills; kill++) {
				LociProcess loci = running.get();
				// Some while it starts, most while it is told of things and reads them.
				if (random.nextInt(5) == 0) {
					loci.killWithin(Duration.ofMillis(random.nextInt(6_000)));
				}
				else {
					loci.awaitReady();
					loci.await("something to read", () -> told.get() || unfinished(loci) > 0);
					TimeUnit.MILLISECONDS.sleep(random.nextInt(2_500));
					working += unfinished(loci) > 0 ? 1 : 0;
					loci.kill();
				}
				running.set(LociProcess.launch(data, properties));
			}
			LociProcess last = running.get().awaitReady();
			client.join();
			assertThat(told).isTrue();
			awaitEnd(last);
			Map<String, List<String>> portraits = portraits(bolt, Files.readString(data.resolve("neo4j-password")));
			assertThat(working).as("kills amid work of %d", kills).isGreaterThanOrEqualTo(kills / 10);
			System.out.printf("CrashGraphIT: kills=%d amidWork=%d %s lines=%d seed=%d%n", kills, working, conversations,
					portraits.values().stream().mapToInt(List::size).sum(), SEED);
			return portraits;
		}
		finally {
			running.get().close();
		}
	}

	private static long unfinished(LociProcess loci) {
		return Stream.of("ACCEPTED", "RUNNING", "RETRYING").mapToLong((status) -> jobs(loci, status)).sum();
	}

	private static long jobs(LociProcess loci, String status) {
		long jobs = 0;
		String cursor = "";
		while (cursor != null) {
			Api.Answer page = loci.api().get("/jobs?limit=200&status=" + status + cursor);
			jobs += page.at("/items").size();
			cursor = page.at("/next").isString() ? "&cursor=" + page.at("/next").asString() : null;
		}
		return jobs;
	}

	/** Hundreds of jobs take their time: what must not be is that none of them ends. */
	private static void awaitEnd(LociProcess loci) {
		for (long left = unfinished(loci); left > 0; left = unfinished(loci)) {
			long before = left;
			loci.await("end of one of %d jobs".formatted(left), () -> unfinished(loci) < before);
		}
	}

	private static Map<String, List<String>> portraits(int bolt, String password) {
		try (Driver driver = GraphDatabase.driver("bolt://localhost:" + bolt,
				AuthTokens.basic("neo4j", password.strip()))) {
			Beliefs.areSound(driver);
			Map<String, List<String>> portraits = new LinkedHashMap<>();
			for (String space : Conversations.SPACES) {
				portraits.put(space, new ArrayList<>(Portrait.of(driver, space)));
			}
			assertThat(portraits.values()).noneMatch(List::isEmpty);
			return portraits;
		}
	}

}
