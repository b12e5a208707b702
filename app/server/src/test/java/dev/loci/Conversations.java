package dev.loci;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A script of conversations in several spaces, the same each time, told by one client a
 * space that sends what has got no answer again until it has.
 */
final class Conversations {

	static final List<String> SPACES = List.of("talk-a", "talk-b", "talk-c");

	private static final List<String> LINES = List.of("I live in %s.", "I moved to %s in March.", "I work at %s Ltd.",
			"I no longer work at %s Ltd.", "I like %s.", "I no longer like %s.", "My sister Ana lives in %s.",
			"I visited %s in May 2021.", "Would you live in %s?", "It rained in %s all day.");

	private static final List<String> TOWNS = List.of("Paris", "Berlin", "Porto", "Rome", "Oslo");

	private static final List<String> PEOPLE = List.of("Alice", "Bob", "Carol");

	private static final JsonMapper JSON = JsonMapper.shared();

	private final int requests;

	private final AtomicInteger sent = new AtomicInteger();

	private final AtomicInteger repeated = new AtomicInteger();

	Conversations(int requests) {
		this.requests = requests;
	}

	/** Tells all of it to whichever process there is. */
	void tell(Running running, Duration pause) throws InterruptedException {
		List<Thread> clients = new ArrayList<>();
		for (String space : SPACES) {
			clients.add(Thread.ofPlatform().start(() -> tell(running, space, pause)));
		}
		for (Thread client : clients) {
			client.join();
		}
		assertThat(this.sent).hasValue(SPACES.size() * this.requests);
	}

	private void tell(Running running, String space, Duration pause) {
		Random random = new Random(space.hashCode());
		for (int i = 0; i < this.requests; i++) {
			boolean facts = random.nextInt(5) == 0;
			String body = facts ? fact(random, i) : talk(random, i);
			String path = "/spaces/" + space + (facts ? "/facts" : "/episodes");
			while (!isTaken(running, path, body, space + "-" + i)) {
				this.repeated.incrementAndGet();
				pause(Duration.ofMillis(100));
			}
			this.sent.incrementAndGet();
			pause(pause);
		}
	}

	private static boolean isTaken(Running running, String path, String body, String key) {
		try {
			Api.Answer answer = running.api().post(path, body, "Idempotency-Key", key);
			assertThat(answer.status()).as(answer.response().body()).isIn(200, 202, 503);
			return answer.status() != 503;
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

	private static String talk(Random random, int number) {
		List<String> messages = new ArrayList<>();
		int many = 1 + random.nextInt(4);
		for (int i = 0; i < many; i++) {
			messages.add("""
					{"role": "user", "name": "%s", "occurredAt": "%s", "content": %s}"""
				.formatted(PEOPLE.get(random.nextInt(PEOPLE.size())), moment(number, i), JSON.writeValueAsString(
						LINES.get(random.nextInt(LINES.size())).formatted(TOWNS.get(random.nextInt(TOWNS.size()))))));
		}
		return "{\"sessionId\": \"s-%d\", \"messages\": [%s]}".formatted(number / 10, String.join(",", messages));
	}

	private static String fact(Random random, int number) {
		return """
				{"facts": [{"subject": {"name": "Told %d", "type": "Person"}, "predicate": "LIVES_IN",
				            "object": {"name": "%s", "type": "Place"}, "validFrom": "%d", "observedAt": "%s"}]}"""
			.formatted(random.nextInt(5), TOWNS.get(random.nextInt(TOWNS.size())), 1990 + random.nextInt(30),
					moment(number, 9));
	}

	/** No two of a space are at the same moment, so that none has the rank of another. */
	private static String moment(int number, int message) {
		return "2024-%02d-%02dT%02d:%02d:00Z".formatted(1 + number / 28 % 12, 1 + number % 28, number / 336 % 24,
				message);
	}

	private static void pause(Duration pause) {
		try {
			TimeUnit.NANOSECONDS.sleep(pause.toNanos());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return "requests=%d repeated=%d".formatted(this.sent.get(), this.repeated.get());
	}

	/** Where the service is now: it may be another process each time. */
	interface Running {

		Api api();

	}

}
