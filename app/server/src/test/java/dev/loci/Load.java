package dev.loci;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients that write side by side to a service that is killed meanwhile, and that
 * remember what they were promised.
 */
class Load {

	private static final int WRITERS = 4;

	private static final int MOST_OF_A_WRITER = 40;

	private static final List<String> UNFINISHED = List.of("ACCEPTED", "RUNNING", "RETRYING", "FAILED");

	private final AtomicInteger count = new AtomicInteger();

	/** By their words, the requests that got their 202. */
	private final Map<String, Promise> promises = new ConcurrentHashMap<>();

	/** Those whose answer the kill has swallowed, and those to send a second time. */
	private final Queue<Sent> again = new ConcurrentLinkedQueue<>();

	private int unanswered;

	private int resent;

	/** Writes until the service is dead, which it is soon. */
	void run(LociProcess loci, long seed, boolean afterAnAnswer) throws InterruptedException {
		Random random = new Random(seed);
		int answers = 1 + random.nextInt(WRITERS * MOST_OF_A_WRITER / 2);
		CountDownLatch fatal = new CountDownLatch(afterAnAnswer ? answers : 1);
		List<Thread> writers = new ArrayList<>();
		for (int i = 0; i < WRITERS; i++) {
			long own = random.nextLong();
			writers.add(Thread.ofPlatform().start(() -> write(loci.api(), new Random(own), fatal, afterAnAnswer)));
		}
		long patience = afterAnAnswer ? 120_000 : random.nextInt(3_000);
		boolean reached = fatal.await(patience, TimeUnit.MILLISECONDS);
		assertThat(reached || !afterAnAnswer).as("answers come").isTrue();
		loci.kill();
		for (Thread writer : writers) {
			writer.join();
		}
	}

	private void write(Api api, Random random, CountDownLatch fatal, boolean afterAnAnswer) {
		for (int i = 0; i < MOST_OF_A_WRITER; i++) {
			Sent sent = Sent.next(this.count.incrementAndGet(), random);
			try {
				keep(sent, sent.to(api));
			}
			catch (UncheckedIOException ex) {
				// No answer: the service is dead, and nothing is promised.
				this.again.add(sent);
				return;
			}
			if (random.nextInt(10) == 0) {
				this.again.add(sent);
			}
			if (afterAnAnswer) {
				fatal.countDown();
			}
		}
	}

	private void keep(Sent sent, Api.Answer answer) {
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
		this.promises.put(sent.word(),
				new Promise(sent, answer.at("/episodeIds/0").asString(), answer.at("/jobId").asString()));
	}

	/** What a careful client does when the service is back. */
	void resend(Api api) {
		for (Sent sent = this.again.poll(); sent != null; sent = this.again.poll()) {
			Promise before = this.promises.get(sent.word());
			Api.Answer answer = sent.to(api);
			if (before == null) {
				this.unanswered++;
				keep(sent, answer);
			}
			else {
				this.resent++;
				assertThat(answer.at("/episodeIds/0").asString()).isEqualTo(before.episode());
				// A text is recognised by the key of its request, which gets the first
				// answer.
				assertThat(answer.at("/episodes/0/duplicate").asBoolean()).isEqualTo(!sent.isText());
			}
		}
	}

	/** Everything promised is there, once, and found, and done. Returns the counts. */
	String check(LociProcess loci) throws InterruptedException {
		Api api = loci.api();
		loci.await("end of all jobs", () -> unfinished(api) == 0);
		Collection<String> lost = new ConcurrentLinkedQueue<>();
		Queue<Promise> open = new ConcurrentLinkedQueue<>(this.promises.values());
		List<Thread> readers = new ArrayList<>();
		for (int i = 0; i < WRITERS; i++) {
			readers.add(Thread.ofPlatform().start(() -> {
				for (Promise promise = open.poll(); promise != null; promise = open.poll()) {
					String problem = promise.problem(api);
					if (problem != null) {
						lost.add(promise + " " + problem);
					}
				}
			}));
		}
		for (Thread reader : readers) {
			reader.join();
		}
		assertThat(lost).isEmpty();
		Map<String, Integer> stored = stored(api);
		assertThat(stored.keySet()).isEqualTo(this.promises.keySet());
		assertThat(stored.values()).allMatch((times) -> times == 1);
		return "accepted=%d found=%d lost=%d unanswered=%d resent=%d".formatted(this.promises.size(), stored.size(),
				lost.size(), this.unanswered, this.resent);
	}

	private static int unfinished(Api api) {
		return UNFINISHED.stream().mapToInt((status) -> api.get("/jobs?status=" + status).at("/items").size()).sum();
	}

	/** The words of all episodes that are there, and how often each is. */
	private static Map<String, Integer> stored(Api api) {
		Map<String, Integer> stored = new LinkedHashMap<>();
		for (String space : Sent.SPACES) {
			String cursor = "";
			while (cursor != null) {
				Api.Answer page = api.get("/spaces/" + space + "/episodes?limit=200" + cursor);
				for (JsonNode episode : page.at("/items")) {
					String text = episode.path("content").asString(episode.path("text").asString(""));
					stored.merge(Sent.wordOf(text), 1, Integer::sum);
				}
				cursor = page.at("/next").isNull() ? null : "&cursor=" + page.at("/next").asString();
			}
		}
		return stored;
	}

	/** A request that got its 202. */
	private record Promise(Sent sent, String episode, String job) {

		@Nullable String problem(Api api) {
			JsonNode kept = api.get("/episodes/" + this.episode).json();
			if (!kept.path(this.sent.isText() ? "text" : "content").asString("").equals(this.sent.content())) {
				return "is not there: " + kept;
			}
			JsonNode job = api.get("/jobs/" + this.job).json();
			if (!job.path("status").asString("").equals("DONE")) {
				return "is not done: " + job;
			}
			JsonNode found = api
				.post("/spaces/" + this.sent.space() + "/recall",
						"{\"query\": \"%s\", \"limit\": 5}".formatted(this.sent.word()))
				.json();
			return found.at("/items").valueStream().anyMatch((item) -> item.path("id").asString().equals(this.episode))
					? null : "is not found: " + found;
		}

	}

}
