package dev.loci.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import dev.loci.Api;
import dev.loci.bench.Sentences.Sentence;
import dev.loci.embed.Embedder;
import org.neo4j.driver.Driver;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many facts in one database, in few spaces or in many, and how long it takes to find
 * some of them.
 */
final class Lake {

	/**
	 * Seldom enough that the scan of a large space does not take longer than all the
	 * rest.
	 */
	private static final int SCANS = 5;

	/** How many neighbours the index is asked for, of which the nearest are given. */
	private static final List<Integer> LOOKS = List.of(40, 100, 200, 400);

	/** Of one processor. */
	private static final double AT_REST = 0.1;

	private static final Duration LOOK = Duration.ofSeconds(3);

	private static final Duration LONGEST = Duration.ofMinutes(15);

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Api api;

	private final Driver driver;

	private final Meanings meanings;

	private final Embedder embedder;

	private final Stopwatch stopwatch;

	/** So that no question is asked twice. */
	private final AtomicInteger asked = new AtomicInteger();

	private int spaces;

	private int facts;

	Lake(Api api, Driver driver, Meanings meanings, Embedder embedder) {
		this.api = api;
		this.driver = driver;
		this.meanings = meanings;
		this.embedder = embedder;
		this.stopwatch = new Stopwatch(api);
	}

	/** Fills a new space and says how that went. */
	Map<String, Object> filled(String space, int from, int to) {
		long start = System.nanoTime();
		new BulkLoad(this.driver, this.meanings, space, this.spaces++).load(from, to);
		double seconds = (System.nanoTime() - start) / 1e9;
		Map<String, Object> filled = new LinkedHashMap<>();
		filled.put("facts", to - from);
		filled.put("factsLoadedInASecond", Math.round((to - from) / seconds));
		this.facts += to - from;
		return filled;
	}

	int facts() {
		return this.facts;
	}

	/**
	 * Recalls as a client asks for them, with nothing but a question, over the spaces in
	 * turn.
	 */
	Timing recalls(List<String> spaces, List<Sentence> about, int callers, int requests) {
		AtomicInteger turn = new AtomicInteger();
		return this.stopwatch.posts(callers, requests,
				() -> "/spaces/" + spaces.get(turn.getAndIncrement() % spaces.size()) + "/recall",
				() -> JSON.writeValueAsString(Map.of("query", next(about))),
				(answer) -> assertThat(answer.at("/items").size()).as(answer.response().body()).isPositive());
	}

	/** The number makes it a question that was not asked before. */
	private String next(List<Sentence> about) {
		int number = this.asked.getAndIncrement();
		return about.get(number % about.size()).question() + " (" + number + ")";
	}

	/** What is known of the hub. */
	Timing contexts(String space, int requests) {
		return this.stopwatch.gets(requests, "/spaces/" + space + "/context?entity=" + Sentences.HUB.replace(' ', '+'));
	}

	/**
	 * Until it does nothing of its own accord: after much was loaded it joins the parts
	 * of its indexes, and compiles what is new to it. Returns how many seconds that took.
	 */
	double awaitRest() {
		long start = System.nanoTime();
		double busy = 1;
		while (busy > AT_REST && System.nanoTime() - start < LONGEST.toNanos()) {
			Effort before = Effort.of(this.api);
			long from = System.nanoTime();
			LockSupport.parkNanos(LOOK.toNanos());
			busy = Effort.of(this.api).since(before).cpu() / ((System.nanoTime() - from) / 1e9);
		}
		return Timing.rounded((System.nanoTime() - start) / 1e9);
	}

	/** The ways to the nearest facts, and how many of them each finds. */
	Map<String, Object> ways(String space, int from, int to, int questions) {
		List<float[]> vectors = some(from, to, questions).stream()
			.map((sentence) -> this.embedder.question(sentence.question()))
			.toList();
		List<Set<Integer>> nearest = Nearest.to(vectors, this.meanings, from, to, Rivals.WANTED);
		Rivals rivals = new Rivals(this.driver, space);
		Map<String, Object> ways = new LinkedHashMap<>();
		ways.put("filteredInIndex", way(rivals.filtered(vectors), nearest));
		Map<String, Object> looks = new LinkedHashMap<>();
		for (int candidates : LOOKS) {
			looks.put(Integer.toString(candidates), way(rivals.filtered(vectors, candidates), nearest));
		}
		ways.put("filteredInIndexLookingAt", looks);
		ways.put("filteredAfterwards", way(rivals.filteredAfterwards(vectors), nearest));
		int scans = Math.min(SCANS, questions);
		ways.put("scan", way(rivals.scan(vectors.subList(0, scans)), nearest.subList(0, scans)));
		return ways;
	}

	private static Map<String, Object> way(Rivals.Asked asked, List<Set<Integer>> nearest) {
		Map<String, Object> way = asked.json();
		way.put("recallAt10", Math.round(asked.recall(nearest) * 1000) / 1000.0);
		return way;
	}

	/** Sentences from all over a space, not those of the hub. */
	static List<Sentence> some(int from, int to, int wanted) {
		return IntStream.range(0, to - from)
			.map((i) -> from + (int) ((i * 7_919L + 1) % (to - from)))
			.mapToObj(Sentences::of)
			.filter((sentence) -> !sentence.isOfHub())
			.distinct()
			.limit(wanted)
			.toList();
	}

	/** Those of the hub. */
	static List<Sentence> ofHub(int to, int wanted) {
		return IntStream.range(0, to)
			.map((i) -> (int) (i * 7_919L % to))
			.mapToObj(Sentences::of)
			.filter((sentence) -> sentence.isOfHub() && sentence.question().contains(Sentences.HUB))
			.limit(wanted)
			.toList();
	}

	/** From the moment when it is sent until a recall gives it. */
	List<Double> lagOfFacts(String space, int times) {
		List<Double> millis = new ArrayList<>();
		for (int i = 0; i < times; i++) {
			String thing = "gargoyles of " + Crowd.place(1000 + i);
			long start = System.nanoTime();
			Api.Answer told = this.api.post("/spaces/" + space + "/facts",
					JSON.writeValueAsString(
							Map.of("facts", List.of(Map.of("subject", Map.of("name", Crowd.name(9_000_000 + i)),
									"predicate", "is interested in", "object", Map.of("name", thing))))));
			assertThat(told.status()).as(told.response().body()).isEqualTo(200);
			awaitRecalled(space, "Who is interested in " + thing + "?", thing);
			millis.add((System.nanoTime() - start) / 1e6);
		}
		return millis.stream().sorted().toList();
	}

	/** The same of messages, for which the sender waits until they are worked on. */
	List<Double> lagOfEpisodes(String space, int times) {
		List<Double> millis = new ArrayList<>();
		for (int i = 0; i < times; i++) {
			String thing = "weathercocks of " + Crowd.place(2000 + i);
			long start = System.nanoTime();
			Api.Answer told = this.api.post("/spaces/" + space + "/episodes?wait=PT60S",
					JSON.writeValueAsString(
							Map.of("messages", List.of(Map.of("role", "user", "name", Crowd.name(9_100_000 + i),
									"content", "I could talk all night about the " + thing + ".")))));
			assertThat(told.status()).as(told.response().body()).isEqualTo(200);
			awaitRecalled(space, "Who talks about the " + thing + "?", thing);
			millis.add((System.nanoTime() - start) / 1e6);
		}
		return millis.stream().sorted().toList();
	}

	private void awaitRecalled(String space, String question, String words) {
		String body = JSON.writeValueAsString(Map.of("query", question));
		long deadline = System.nanoTime() + 60_000_000_000L;
		while (!this.api.post("/spaces/" + space + "/recall", body).response().body().contains(words)) {
			assertThat(System.nanoTime()).as("%s is found", words).isLessThan(deadline);
		}
	}

}
