package dev.loci.recall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.loci.embed.CrossEncoder;
import dev.loci.memory.EmbedderAway;
import dev.loci.recall.Search.Hit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Answers a question of which it is known what it means and whom it names: asks all arms,
 * and makes one list of what they find.
 */
@Component
class Answering {

	private static final Logger log = LoggerFactory.getLogger(Answering.class);

	private final Ahead ahead;

	private final FactArms facts;

	private final PassageArms passages;

	private final EntityArms entities;

	private final Events events;

	private final CrossEncoder crossEncoder;

	private final Diversity diversity;

	private final NextChange nextChange;

	Answering(Ahead ahead, FactArms facts, PassageArms passages, EntityArms entities, Events events,
			CrossEncoder crossEncoder, Diversity diversity, NextChange nextChange) {
		this.ahead = ahead;
		this.facts = facts;
		this.passages = passages;
		this.entities = entities;
		this.events = events;
		this.crossEncoder = crossEncoder;
		this.diversity = diversity;
		this.nextChange = nextChange;
	}

	boolean canRerank() {
		return this.crossEncoder.isThere();
	}

	Answer of(Asked asked) {
		Supplier<Instant> until = this.ahead.begin(() -> this.nextChange.of(asked));
		List<Found> found = found(asked);
		Asked timed = timed(asked);
		Fusion fusion = fused(timed, found);
		Optional<List<Recalled>> reread = asked.question().order().rerank() ? reread(fusion, timed) : Optional.empty();
		List<Recalled> best = reread.orElseGet(() -> fusion.best(timed));
		List<Recalled> items = timed.wantsDiversity() ? this.diversity.of(timed, best)
				: best.subList(0, Math.min(best.size(), asked.limit()));
		return new Answer(items, reread.isPresent(), until.get());
	}

	/** The arms reach out side by side. */
	private List<Found> found(Asked asked) {
		return Stream.of(this.facts.arms(asked), this.passages.arms(asked), this.entities.arms(asked))
			.flatMap((arms) -> arms.entrySet().stream())
			.map((arm) -> new Found(arm.getKey(), this.ahead.begin(arm.getValue())))
			.toList();
	}

	/** With the time of the event that it names, if it does, and if that is known. */
	private Asked timed(Asked asked) {
		return asked.event().map((event) -> this.events.timed(asked, event, this.events.facts(asked))).orElse(asked);
	}

	private Fusion fused(Asked timed, List<Found> found) {
		Fusion fusion = new Fusion();
		for (Found each : found) {
			List<Hit> hits = each.hits()
				.get()
				.stream()
				.filter((hit) -> timed.wants(hit.memory()) && timed.wants(hit.way()))
				.toList();
			fusion.add(each.arm(), hits);
			if (timed.happened() != null && each.arm() == Arm.vector) {
				fusion.add(Arm.time, this.events.ofItsTime(timed, timed.happened(), hits));
			}
		}
		return fusion;
	}

	/** Empty where the cross-encoder fails: what the arms say is an answer, too. */
	private Optional<List<Recalled>> reread(Fusion fusion, Asked asked) {
		try {
			return Optional
				.of(fusion.best(asked, (texts) -> this.crossEncoder.scores(asked.question().query(), texts)));
		}
		catch (EmbedderAway ex) {
			log.warn("The cross-encoder fails", ex);
			return Optional.empty();
		}
	}

	/**
	 * What was found.
	 *
	 * @param reread whether the cross-encoder has read them
	 * @param until when it is right, if nothing is written
	 */
	record Answer(List<Recalled> items, boolean reread, Instant until) {

		static final Answer NOTHING = new Answer(List.of(), true, Instant.EPOCH);

	}

	private record Found(Arm arm, Supplier<List<Hit>> hits) {
	}

}
