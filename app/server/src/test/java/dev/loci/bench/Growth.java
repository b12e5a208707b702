package dev.loci.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.loci.Api;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A space that grows by what is told of a {@link Crowd}, and is measured now and then.
 */
final class Growth {

	/** What a report should say of it. */
	static final String FILL = "in requests of up to 1000 statements with 50 different texts, so that the model has less to do; "
			+ "what is measured brings no texts: the sentence of each statement is its own";

	private static final int FACTS_AT_ONCE = 1000;

	/** Each of them is weighed against all that the slot holds. */
	private static final int MOVES_AT_ONCE = 250;

	private static final int TEXTS = 50;

	private static final int BATCH = 100;

	/** That a batch is measured once for so many single requests. */
	private static final int SELDOM = 5;

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Api api;

	private final Stopwatch stopwatch;

	private final String path;

	private final Crowd crowd = new Crowd();

	private int notes;

	Growth(Api api, String space) {
		this.api = api;
		this.stopwatch = new Stopwatch(api);
		this.path = "/spaces/" + space;
	}

	/** Grows to a size, and measures what a client may ask there. */
	Stage measured(int size, int requests) {
		fill(size);
		int before = this.crowd.all();
		Map<String, Timing> timings = new LinkedHashMap<>();
		AtomicInteger question = new AtomicInteger();
		timings.put("recall", this.stopwatch.posts(requests, this.path + "/recall",
				() -> JSON.writeValueAsString(Map.of("query", Crowd.question(question.incrementAndGet()))), (any) -> {
				}));
		awaitRecordings();
		timings.put("factsOfSpace", this.stopwatch.gets(requests, this.path + "/facts"));
		timings.put("entitiesOfSpace", this.stopwatch.gets(requests, this.path + "/entities"));
		timings.put("episodesOfSpace", this.stopwatch.gets(requests, this.path + "/episodes"));
		String collector = "/entities/" + id(Crowd.COLLECTOR);
		timings.put("factsOfBigSubject",
				this.stopwatch.gets(requests, this.path + "/facts?subject=" + word(Crowd.COLLECTOR)));
		timings.put("contextOfBigSubject", this.stopwatch.gets(requests, collector + "/context"));
		timings.put("neighboursOfBigSubject", this.stopwatch.gets(requests, collector + "/neighbours"));
		timings.put("timelineOfBigSubject", this.stopwatch.gets(requests / SELDOM, collector + "/timeline"));
		timings.put(Stage.SINGLE, statements(requests, 1, this.crowd::other));
		timings.put("statementOnBigSubject", statements(requests, 1, this.crowd::collected));
		timings.put(Stage.LAST, statements(requests, 1, this.crowd::move));
		timings.put("statementAmongLongSlot", statements(requests, 1, this.crowd::returned));
		timings.put(Stage.BATCH, statements(requests / SELDOM, BATCH, this.crowd::other));
		return new Stage(before, size / 2, size / 10, BATCH, load(), timings);
	}

	/** They are written behind the answer, and are no part of what is measured next. */
	private void awaitRecordings() {
		assertThat(this.api.get("/recalls?space=" + this.path.substring("/spaces/".length())).status()).isEqualTo(200);
	}

	private void fill(int size) {
		tell(MOVES_AT_ONCE, () -> this.crowd.stays() < size / 10, this.crowd::move);
		tell(FACTS_AT_ONCE, () -> this.crowd.interests() < size / 2, () -> noted(this.crowd.collected()));
		tell(FACTS_AT_ONCE, () -> this.crowd.all() < size, () -> noted(this.crowd.other()));
	}

	private void tell(int atOnce, BooleanSupplier wanted, Supplier<Map<String, Object>> next) {
		while (wanted.getAsBoolean()) {
			List<Map<String, Object>> facts = new ArrayList<>();
			while (wanted.getAsBoolean() && facts.size() < atOnce) {
				facts.add(next.get());
			}
			check(this.api.post(this.path + "/facts", JSON.writeValueAsString(Map.of("facts", facts))), facts.size());
		}
	}

	private Map<String, Object> noted(Map<String, Object> fact) {
		int note = this.notes++;
		fact.put("text", Crowd.question(note / FACTS_AT_ONCE * TEXTS + note % TEXTS));
		return fact;
	}

	private Timing statements(int requests, int statements, Supplier<Map<String, Object>> next) {
		return this.stopwatch.posts(requests, this.path + "/facts",
				() -> JSON.writeValueAsString(Map.of("facts", Stream.generate(next).limit(statements).toList())),
				(answer) -> check(answer, statements));
	}

	private static void check(Api.Answer answer, int statements) {
		assertThat(answer.at("/results").findValuesAsString("outcome")).as(answer.response().body())
			.hasSize(statements)
			.allMatch((outcome) -> outcome.equals("ADDED") || outcome.equals("SUPERSEDES"));
	}

	/** How many facts were told of, and how many there are. */
	void keepsAll() {
		Set<String> found = new HashSet<>();
		String cursor = "";
		while (cursor != null) {
			Api.Answer page = this.api.get(this.path + "/facts?limit=200" + cursor);
			page.at("/items").forEach((fact) -> found.add(fact.at("/id").asString()));
			cursor = page.at("/next").isNull() ? null : "&cursor=" + page.at("/next").asString();
		}
		assertThat(found).hasSize(this.crowd.all());
	}

	private String id(String name) {
		return this.api.get(this.path + "/entities?name=" + word(name)).at("/items/0/id").asString();
	}

	private static String word(String name) {
		return name.replace(' ', '+');
	}

	static double load() {
		return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
	}

}
