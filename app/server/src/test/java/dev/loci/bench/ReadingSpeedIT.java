package dev.loci.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.loci.Api;
import dev.loci.LociProcess;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures how fast messages are accepted, how soon what they claim is believed, and how
 * fast a backlog is read without a model; prints it as JSON. How long that takes depends
 * on the machine and fails nothing. {@code mvn verify -Pbench} does it at length.
 */
class ReadingSpeedIT {

	private static final int JOBS = Integer.getInteger("loci.bench.jobs", 100);

	private static final int ASKED = Math.max(10, JOBS / 50);

	private static final int CLIENTS = 4;

	private static final int SPACES = 20;

	private static final List<String> TOWNS = List.of("Paris", "Berlin", "Porto", "Rome", "Oslo", "Ghent", "Turin");

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	@Test
	void tellsHowFastItAcceptsAndReads() throws IOException, InterruptedException {
		Map<String, Object> report = new LinkedHashMap<>();
		report.put("processors", Runtime.getRuntime().availableProcessors());
		report.put("loadBefore", Growth.load());
		report.put("requests", "one message each, by " + CLIENTS + " clients, to " + SPACES + " spaces");
		Path data = LociProcess.newFolder();
		try {
			try (LociProcess loci = LociProcess.startAtFullSpeed(data, "loci.extract.mode=local",
					"loci.ingest.backlog-of-tenant=1000000")) {
				accepted(loci.api(), "warm", ASKED);
				drained(loci);
				report.put("acceptedToBelievedMillis", lag(loci.api()));
				report.put("oneBigJob", bigJob(loci.api()));
				// Reading goes on meanwhile, as it does where people work with it.
				report.put("acceptedPerSecondEmbeddedAtOnce", accepted(loci.api(), "at-once", ASKED * 5));
				drained(loci);
			}
			try (LociProcess loci = LociProcess.startAtFullSpeed(data, "loci.extract.mode=local",
					"loci.ingest.embed-at-once=0", "loci.ingest.workers=0")) {
				report.put("acceptedPerSecondEmbeddedLater", accepted(loci.api(), "later", JOBS));
			}
			try (LociProcess loci = LociProcess.startAtFullSpeed(data, "loci.extract.mode=local")) {
				long start = System.nanoTime();
				drained(loci);
				double seconds = (System.nanoTime() - start) / 1e9;
				report.put("drained", Map.of("jobs", JOBS, "seconds", Timing.rounded(seconds), "jobsPerSecond",
						Timing.rounded(JOBS / seconds)));
				assertThat(loci.api().get("/spaces/later-1/facts?limit=200").at("/items")).isNotEmpty();
			}
			report.put("loadAfter", Growth.load());
			String json = JSON.writeValueAsString(report);
			System.out.println(json);
			Files.writeString(Path.of("target", "bench-reading.json"), json);
		}
		finally {
			FileSystemUtils.deleteRecursively(data.getParent());
		}
	}

	private static double accepted(Api api, String space, int messages) throws InterruptedException {
		AtomicInteger next = new AtomicInteger();
		long start = System.nanoTime();
		List<Thread> clients = IntStream.range(0, CLIENTS).mapToObj((client) -> Thread.ofPlatform().start(() -> {
			for (int i = next.getAndIncrement(); i < messages; i = next.getAndIncrement()) {
				assertThat(api.post("/spaces/" + space + "-" + i % SPACES + "/episodes", body(List.of(message(i))))
					.status()).isEqualTo(202);
			}
		})).toList();
		for (Thread client : clients) {
			client.join();
		}
		return Timing.rounded(messages / ((System.nanoTime() - start) / 1e9));
	}

	/** From the request until the fact is there for whoever asks. */
	private static Map<String, Object> lag(Api api) {
		List<Double> millis = new ArrayList<>();
		for (int i = 0; i < ASKED; i++) {
			long start = System.nanoTime();
			assertThat(api.post("/spaces/lag/episodes", body(List.of(message(i)))).status()).isEqualTo(202);
			while (api.get("/spaces/lag/facts?subject=Person" + i).at("/items").isEmpty()) {
				Thread.onSpinWait();
			}
			millis.add((System.nanoTime() - start) / 1e6);
		}
		Timing timing = new Timing(millis, 0, new Effort(Map.of(), Map.of(), 0));
		return Map.of("asked", ASKED, "p50", Timing.rounded(timing.percentile(50)), "p99",
				Timing.rounded(timing.percentile(99)));
	}

	private static Map<String, Object> bigJob(Api api) {
		int messages = Math.min(500, JOBS);
		JsonNode kept = api
			.post("/spaces/big/episodes", body(IntStream.range(0, messages).mapToObj(ReadingSpeedIT::message).toList()))
			.json();
		String path = "/jobs/" + kept.at("/jobId").asString();
		JsonNode job = api.get(path).json();
		while (!job.at("/status").asString().equals("DONE")) {
			pause();
			job = api.get(path).json();
		}
		JsonNode millis = job.at("/result/millis");
		return Map.of("messages", messages, "statements", job.at("/result/statements").asInt(), "millis", millis,
				"extractedPerSecond", Timing.rounded(messages * 1000.0 / Math.max(1, millis.at("/extract").asInt())));
	}

	/** Thousands of jobs take their time: what must not be is that none of them ends. */
	private static void drained(LociProcess loci) {
		for (String before = standing(loci); !before.isEmpty();) {
			String standing = before;
			loci.await("end of another job", () -> {
				// To look takes the service some of its time.
				pause();
				return !standing(loci).equals(standing);
			});
			before = standing(loci);
		}
	}

	/**
	 * Which jobs are the first of those that wait and that are done; none if none waits.
	 */
	private static String standing(LociProcess loci) {
		String waiting = Stream.of("ACCEPTED", "RUNNING", "RETRYING")
			.map((status) -> first(loci, status))
			.collect(Collectors.joining());
		return waiting.isEmpty() ? "" : waiting + first(loci, "DONE");
	}

	private static String first(LociProcess loci, String status) {
		return loci.api().get("/jobs?limit=1&status=" + status).at("/items/0/id").asString("");
	}

	private static Map<String, Object> message(int i) {
		return Map.of("role", "user", "name", "Person" + i, "content",
				"I live in " + TOWNS.get(i % TOWNS.size()) + ", and I like tea.", "occurredAt",
				"2024-01-%02dT10:%02d:00Z".formatted(1 + i % 28, i % 60));
	}

	private static String body(List<Map<String, Object>> messages) {
		return JsonMapper.shared().writeValueAsString(Map.of("messages", messages));
	}

	private static void pause() {
		try {
			Thread.sleep(1_000);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
