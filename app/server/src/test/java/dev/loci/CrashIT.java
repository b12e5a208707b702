package dev.loci;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the real process at random moments and counts what is left of what it accepted.
 * {@code mvn verify -Pcrash} does it more often, {@code -Dloci.crash.seed=…} once more as
 * it was.
 */
class CrashIT {

	private static final int KILLS = Integer.getInteger("loci.crash.kills", 6);

	private static final long SEED = Long.getLong("loci.crash.seed", System.nanoTime());

	private static final String[] PROPERTIES = { "loci.ingest.lease=3s", "loci.ingest.embed-at-once=2" };

	private final Random random = new Random(SEED);

	@Test
	void keepsWhatItAcceptedThroughEveryKill() throws InterruptedException {
		Path data = LociProcess.newFolder();
		Load load = new Load();
		LociProcess loci = LociProcess.start(data, PROPERTIES);
		try {
			for (int kill = 1; kill <= KILLS; kill++) {
				load.run(loci, this.random.nextLong(), this.random.nextBoolean());
				loci = LociProcess.launch(data, PROPERTIES);
				if (this.random.nextInt(4) == 0) {
					// Once more, while it recovers from the kill before.
					loci.killWithin(Duration.ofMillis(this.random.nextInt(8_000)));
					loci = LociProcess.launch(data, PROPERTIES);
					kill++;
				}
				loci.awaitReady();
				load.resend(loci.api());
			}
			String counts = load.check(loci);
			System.out.printf("CrashIT: kills=%d %s seed=%d%n", KILLS, counts, SEED);
		}
		finally {
			loci.close();
		}
	}

	@Test
	void healsWhenItsFirstStartIsKilled() throws InterruptedException {
		// What a first start prints as it goes, the migration of the schema among it.
		List<String> moments = List.of("Tomcat initialized", "CREATE CONSTRAINT", "CREATE VECTOR INDEX",
				"Applied migration");
		int times = Math.max(moments.size(), KILLS / 4);
		for (int i = 0; i < times; i++) {
			Path data = LociProcess.newFolder();
			LociProcess first = LociProcess.launch(data, "logging.level.org.neo4j.driver=debug",
					"logging.level.ac.simons=debug");
			String moment = moments.get(i % moments.size());
			Instant latest = Instant.now().plusSeconds(60);
			while (!first.output().contains(moment) && !first.isReady() && Instant.now().isBefore(latest)) {
				TimeUnit.MILLISECONDS.sleep(20);
			}
			first.killWithin(Duration.ofMillis(this.random.nextInt((i == 0) ? 8_000 : 200)));
			try (LociProcess second = LociProcess.start(data)) {
				int status = second.api().post("/spaces/demo/episodes", """
						{"messages": [{"role": "user", "content": "Still here."}]}""").status();
				assertThat(status).as("killed after %s, seed %d", moment, SEED).isEqualTo(202);
			}
		}
	}

}
