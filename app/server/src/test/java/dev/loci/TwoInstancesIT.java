package dev.loci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import dev.loci.Api.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two services on one database. Recorded time is the database's, so it does not matter
 * what their own clocks say.
 */
class TwoInstancesIT {

	private static final int WRITERS = 24;

	private static final int READERS = 4;

	@Test
	void believeTheSameAndAnswerForEachMomentTheSame() throws Exception {
		Path data = LociProcess.newFolder();
		int bolt = LociProcess.freePort();
		try (LociProcess first = LociProcess.start(data, "loci.bolt-port=" + bolt);
				LociProcess second = LociProcess.start(LociProcess.newFolder(), to(data, bolt))) {
			List<Api> both = List.of(first.api(), second.api());
			Map<String, String> seen = new ConcurrentHashMap<>();
			AtomicInteger writing = new AtomicInteger(WRITERS);

			together(WRITERS + READERS, (i) -> {
				if (i < WRITERS) {
					Answer told = both.get(i % 2).post("/spaces/demo/facts", statement(i));
					assertThat(told.at("/results/0/outcome").asString()).as(told.response().body())
						.isNotIn("", "REJECTED");
					writing.decrementAndGet();
				}
				else {
					do {
						Answer answer = both.get(i % 2).get(facts(""));
						String before = seen.putIfAbsent(answer.at("/knownAt").asString(), items(answer));
						assertThat(before).isIn(null, items(answer));
					}
					while (writing.get() > 0);
				}
				return i;
			});

			for (Api api : both) {
				seen.forEach(
						(knownAt, items) -> assertThat(items(api.get(facts("&knownAt=" + knownAt)))).isEqualTo(items));
				assertThat(api.get("/spaces/demo/entities?name=Alice").at("/items")).hasSize(1);
				assertThat(items(api.get(facts("")))).isEqualTo(items(both.getFirst().get(facts(""))));
			}
			assertThat(seen).hasSizeGreaterThan(1);
		}
	}

	@Test
	void giveNothingThatTheOtherHasErased() throws Exception {
		Path data = LociProcess.newFolder();
		int bolt = LociProcess.freePort();
		try (LociProcess first = LociProcess.start(data, "loci.bolt-port=" + bolt);
				LociProcess second = LociProcess.start(LociProcess.newFolder(), to(data, bolt))) {
			Answer said = first.api()
				.post("/spaces/demo/episodes",
						"{\"messages\": [{\"role\": \"user\", \"content\": \"The secret is kept in the shed.\"}]}");
			first.await("job",
					() -> first.api()
						.get("/jobs/" + said.at("/jobId").asString())
						.at("/status")
						.asString()
						.equals("DONE"));
			String hits = "loci_recall_cache_total{outcome=\"hit\"} 1.0";
			second.await("hit", () -> {
				assertThat(secret(second)).hasSize(1);
				return second.api().exchange("GET", "/actuator/prometheus", null).body().contains(hits);
			});

			assertThat(first.api().delete("/episodes/" + said.at("/episodeIds/0").asString()).status()).isEqualTo(200);

			assertThat(secret(second)).isEmpty();
		}
	}

	private static JsonNode secret(LociProcess instance) {
		return instance.api().post("/spaces/demo/recall", "{\"query\": \"secret\"}").at("/items");
	}

	private static String[] to(Path data, int bolt) throws IOException {
		return new String[] { "spring.neo4j.uri=bolt://localhost:" + bolt, "spring.neo4j.authentication.username=neo4j",
				"spring.neo4j.authentication.password=" + Files.readString(data.resolve("neo4j-password")).strip() };
	}

	private static String statement(int year) {
		return """
				{"facts": [{"subject": {"name": "Alice", "type": "Person"}, "predicate": "LIVES_IN",
				            "object": {"name": "City %c", "type": "City"}, "validFrom": "%d"}]}"""
			.formatted('A' + year % 7, 1990 + year);
	}

	private static String facts(String asOf) {
		return "/spaces/demo/facts?limit=200&validAt=2024-01-01T00:00:00Z" + asOf;
	}

	private static String items(Answer answer) {
		assertThat(answer.status()).isEqualTo(200);
		return answer.at("/items").toString();
	}

	private static void together(int many, IntFunction<Integer> work) throws Exception {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<Integer>> calls = IntStream.range(0, many)
				.<Callable<Integer>>mapToObj((i) -> () -> work.apply(i))
				.toList();
			for (Future<Integer> future : threads.invokeAll(calls)) {
				future.get();
			}
		}
	}

}
