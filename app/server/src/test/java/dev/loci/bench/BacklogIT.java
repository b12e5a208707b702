package dev.loci.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.loci.LociProcess;
import dev.loci.extract.ModelStub;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures what many waiting jobs cost a process whose model is away, and prints it as
 * JSON: the heap that is left after a collection, and how long it takes to claim a job.
 * The jobs are written into the database as the API writes them, ten thousand requests
 * take longer than the test. All are there from the beginning, more and more of them
 * wait: the embedded database keeps up to so much of what was written last in the heap of
 * the same process, whether it waits or not. {@code mvn verify -Pbench} does it up to
 * 100,000.
 */
class BacklogIT {

	private static final List<Integer> SIZES = Stream
		.of(System.getProperty("loci.bench.backlogs", "100,1000").split(","))
		.map(Integer::valueOf)
		.toList();

	private static final int SPACES = 100;

	private static final int AT_ONCE = 1_000;

	private static final long MIB = 1024 * 1024;

	private static final Pattern CLAIMS = Pattern
		.compile("loci_queries_seconds_(count|sum)\\{.*?query=\"ingest/claim_job\".*?} (\\S+)");

	@Test
	void costsHardlyAnyMemory() throws IOException, InterruptedException {
		Path data = LociProcess.newFolder();
		int bolt = LociProcess.freePort();
		try (ModelStub model = ModelStub.start()) {
			model.alwaysAnswers(ModelStub.error(503, "overloaded"));
			try (LociProcess loci = LociProcess.start(data, "loci.bolt-port=" + bolt,
					"loci.extract.base-url=" + model.baseUrl(), "loci.extract.model=stub", "loci.extract.attempts=1",
					"loci.extract.breaker.min-calls=2", "loci.extract.breaker.pause=3s",
					"loci.extract.requests-per-minute=100000");
					Driver driver = GraphDatabase.driver("bolt://localhost:" + bolt,
							AuthTokens.basic("neo4j", Files.readString(data.resolve("neo4j-password")).strip()))) {
				for (int stored = 0; stored < SIZES.getLast(); stored += AT_ONCE) {
					store(driver, stored, Math.min(AT_ONCE, SIZES.getLast() - stored));
				}
				long before = loci.heapAfterCollection() / MIB;
				List<Waiting> stages = new ArrayList<>();
				int waiting = 0;
				for (int size : SIZES) {
					for (; waiting < size; waiting += Math.min(AT_ONCE, size - waiting)) {
						keepWaiting(driver, Math.min(AT_ONCE, size - waiting));
					}
					stages.add(stage(loci, waiting));
				}
				String json = JsonMapper.builder()
					.enable(SerializationFeature.INDENT_OUTPUT)
					.build()
					.writeValueAsString(Map.of("heap", "-Xmx1g, serial collector", "heapMiBWithNoneWaiting", before,
							"stages", stages));
				System.out.println(json);
				Files.writeString(Path.of("target", "bench-backlog.json"), json);
				assertThat(stages).allSatisfy((stage) -> {
					assertThat(stage.heapMiB()).isLessThan(before + 100);
					assertThat(stage.claims()).isPositive();
				});
			}
		}
		finally {
			FileSystemUtils.deleteRecursively(data.getParent());
		}
	}

	private static Waiting stage(LociProcess loci, int waiting) throws InterruptedException {
		double[] before = claims(loci);
		TimeUnit.SECONDS.sleep(6);
		loci.await("more claims", () -> claims(loci)[0] > before[0]);
		double[] after = claims(loci);
		double claims = after[0] - before[0];
		return new Waiting(waiting, loci.heapAfterCollection() / MIB, (long) claims,
				Timing.rounded((after[1] - before[1]) * 1000 / claims), Growth.load());
	}

	/** How many there were, and how many seconds they took together. */
	private static double[] claims(LociProcess loci) {
		double[] claims = new double[2];
		CLAIMS.matcher(loci.api().get("/actuator/prometheus").response().body())
			.results()
			.forEach((line) -> claims[line.group(1).equals("count") ? 0 : 1] += Double.parseDouble(line.group(2)));
		return claims;
	}

	private static void store(Driver driver, int first, int many) {
		driver
			.executableQuery(
					"""
							UNWIND range($first, $first + $many - 1) AS i
							WITH i, 'waiting' + toString(i % $spaces) AS name
							MERGE (s:Space {tenant: 'default', name: name})
							  ON CREATE SET s.key = 'k' + name, s.generation = 'k' + name, s.clock = datetime(), s.createdAt = datetime()
							FOREACH (new IN CASE WHEN EXISTS { (s)-[:HAS_GENERATION]->() } THEN [] ELSE [1] END |
							  CREATE (s)-[:HAS_GENERATION]->(:Generation {space: s.key, recordedFrom: s.clock,
							    recordedTo: datetime('9999-12-31T23:59:59.999999Z')}))
							SET s.clock = datetime() + duration({microseconds: i})
							CREATE (j:Job {tenant: 'default', space: s.key, id: randomUUID(), kind: 'INGEST', status: 'DONE',
							  attempts: 0, acceptedAt: s.clock})-[:INGESTS]->(e:Episode {tenant: 'default', space: s.key,
							  id: randomUUID(), recordedAt: s.clock, position: 0, occurredAt: s.clock, kind: 'MESSAGE', role: 'user',
							  content: 'Message ' + toString(i) + ' waits to be read.', metadata: '{}', offset: 'Z'})
							CREATE (e)<-[:OF]-(p:Passage {space: s.key, id: randomUUID(), position: 0, text: e.content,
							  occurredAt: e.occurredAt, recordedAt: e.recordedAt, kind: 'MESSAGE'})
							WITH p
							CALL db.create.setNodeVectorProperty(p, 'embedding', [x IN range(1, 384) | 0.05])""")
			.withParameters(Map.of("first", first, "many", many, "spaces", SPACES))
			.execute();
	}

	private static void keepWaiting(Driver driver, int many) {
		driver.executableQuery("""
				MATCH (j:Job {status: 'DONE'})
				WITH j LIMIT $many
				SET j.status = 'ACCEPTED'
				WITH DISTINCT j.space AS key
				MATCH (s:Space {key: key})
				SET s.dueAt = coalesce(s.dueAt, datetime())""").withParameters(Map.of("many", many)).execute();
	}

	/** What so many waiting jobs cost. */
	private record Waiting(int waiting, long heapMiB, long claims, double claimMillis, double load) {
	}

}
