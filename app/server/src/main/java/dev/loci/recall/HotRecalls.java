package dev.loci.recall;

import java.time.Instant;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import dev.loci.graph.Spaces;
import dev.loci.graph.View;
import dev.loci.memory.Scope;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What was recalled a moment ago, for whoever asks the same of the same version of a
 * space. The version is read from the database for each question, so a write is seen by
 * the next one, whichever instance has written; what was erased is never given again.
 */
@Component
class HotRecalls {

	private static final int BYTES_OF_A_CHARACTER = 2;

	/** What a memory takes besides its texts: its reasons, its ids, its dates. */
	private static final int BYTES_OF_A_MEMORY = 2_000;

	private final Cache<Asking, Given> answers;

	private final Spaces spaces;

	private final Counter hits;

	private final Counter misses;

	HotRecalls(Spaces spaces, RecallSettings settings, MeterRegistry meters) {
		this.spaces = spaces;
		this.answers = Caffeine.newBuilder()
			.maximumWeight(settings.cacheSize().toBytes())
			.weigher(HotRecalls::bytes)
			.expireAfterWrite(settings.cacheAge())
			.scheduler(Scheduler.systemScheduler())
			.build();
		this.hits = meters.counter("loci.recall.cache", "outcome", "hit");
		this.misses = meters.counter("loci.recall.cache", "outcome", "miss");
		Gauge.builder("loci.recall.cache.answers", this.answers, Cache::estimatedSize).register(meters);
	}

	/** Whether the same was asked a moment ago: then the answer may still be it. */
	boolean mayHave(Scope scope, Question question) {
		return this.answers.getIfPresent(Asking.of(scope, question)) != null;
	}

	/** What was given, if the space is still as it was and all still holds. */
	Optional<Recollection> get(Scope scope, Question question, Optional<View> view) {
		Given given = this.answers.getIfPresent(Asking.of(scope, question));
		boolean same = given != null && view.filter(given.view()::showsAs).isPresent()
				&& Instant.now().isBefore(given.until());
		(same ? this.hits : this.misses).increment();
		return (given != null && same) ? Optional.of(given.recollection()) : Optional.empty();
	}

	/**
	 * Keeps an answer for those who ask the same.
	 * @param begun when the first look at the database for it began: had a write come
	 * between that and the reading of the version, it might be older than it says
	 * @param until when it will not hold any more
	 */
	void keep(Scope scope, Question question, View view, long begun, Recollection given, Instant until) {
		if (given.degraded().isEmpty() && this.spaces.wasSettledAt(view, begun)) {
			this.answers.put(Asking.of(scope, question), new Given(view, given, until));
		}
	}

	private static int bytes(Asking asking, Given given) {
		long characters = asking.question().query().length();
		for (Recalled item : given.recollection().items()) {
			characters += item.text().length() + ((item.said() != null) ? item.said().text().length() : 0);
			characters += item.evidence().stream().mapToLong((evidence) -> length(evidence.quote())).sum();
		}
		return (int) Math.min(Integer.MAX_VALUE, BYTES_OF_A_CHARACTER * characters
				+ (long) BYTES_OF_A_MEMORY * (1 + given.recollection().items().size()));
	}

	private static int length(@Nullable String text) {
		return (text != null) ? text.length() : 0;
	}

	/** Which answer it is for and whether reasons are told changes nothing. */
	private record Asking(Scope scope, Question question) {

		static Asking of(Scope scope, Question asked) {
			return new Asking(scope, asked.itself());
		}

	}

	private record Given(View view, Recollection recollection, Instant until) {
	}

}
