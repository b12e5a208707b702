package dev.loci.recall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import dev.loci.memory.Fact;
import dev.loci.recall.Recalled.Evidence;
import dev.loci.recall.Recalled.Kind;
import dev.loci.recall.Recalled.Said;
import dev.loci.recall.Search.Hit;
import org.jspecify.annotations.Nullable;

/**
 * Makes one list of those of the arms. A fact and the message that tells it are one
 * memory, if both were found.
 */
final class Fusion {

	/** Of equals the newest first: ids sort by the moment they were made. */
	private static final Comparator<Scored> BEST_FIRST = Comparator.comparingDouble((Scored one) -> one.why().fused())
		.reversed()
		.thenComparing((one) -> one.candidate().key(), Comparator.reverseOrder());

	/** So many times as many as are wanted are looked at for what belongs together. */
	private static final int LOOKED_AT = 4;

	private static final double MARGIN = 0.001;

	private final Map<Kind, Map<String, Candidate>> candidates = new EnumMap<>(Kind.class);

	void add(Arm arm, List<Hit> hits) {
		for (int i = 0; i < hits.size(); i++) {
			Hit hit = hits.get(i);
			this.candidates.computeIfAbsent(hit.memory().kind(), (any) -> new LinkedHashMap<>())
				.computeIfAbsent(hit.key(), (any) -> new Candidate(hit))
				.found(arm, i + 1, hit);
		}
	}

	List<Recalled> best(Asked asked) {
		Question question = asked.question();
		List<Scored> scored = new ArrayList<>();
		Field field = new Field(this.candidates.values()
			.stream()
			.flatMap((ofKind) -> ofKind.values().stream())
			.filter((candidate) -> candidate.memory().kind() != Kind.entity)
			.toList());
		this.candidates.values().forEach((ofKind) -> {
			Scoring scoring = new Scoring(question, asked.cues(), field, ofKind);
			ofKind.values()
				.forEach((candidate) -> scored
					.add(new Scored(candidate, scoring.why(candidate, asked.sight().validAt()), null)));
		});
		scored.sort(BEST_FIRST);
		List<Scored> folded = folded(scored.subList(0, Math.min(scored.size(), LOOKED_AT * question.limit())));
		return behindWhatHolds(folded, asked).stream()
			.sorted(BEST_FIRST)
			.limit(asked.places())
			.map(Scored::recalled)
			.toList();
	}

	/**
	 * What has ended goes behind what holds now in its place, unless it is asked about
	 * the time in which it held: then that goes before what holds now.
	 */
	private static List<Scored> behindWhatHolds(List<Scored> scored, Asked asked) {
		Map<String, Double> holding = least(scored, (one) -> one.memory().status() == Fact.Status.CURRENT);
		Map<String, Double> ofItsTime = least(scored,
				(one) -> one.memory().status() != null && asked.isOfItsTime(one.memory()));
		return scored.stream().map((one) -> {
			if (one.memory().status() == null || asked.isOfItsTime(one.memory())) {
				return one;
			}
			String slot = one.candidate().slot();
			return (one.memory().status() == Fact.Status.ENDED) ? one.behind(holding.get(slot), Term.ended)
					: one.behind(ofItsTime.get(slot), Term.otherTime);
		}).toList();
	}

	/** The points of the last one in each slot. */
	private static Map<String, Double> least(List<Scored> scored, Predicate<Scored> which) {
		Map<String, Double> least = new HashMap<>();
		scored.stream()
			.filter(which)
			.forEach((one) -> least.merge(one.candidate().slot(), one.why().fused(), Math::min));
		return least;
	}

	/** Where the better one of both stands; a message goes with one fact only. */
	private static List<Scored> folded(List<Scored> scored) {
		List<Scored> folded = new ArrayList<>();
		for (Scored one : scored) {
			int other = one.candidate().memory().kind() == Kind.entity ? -1 : same(folded, one);
			if (other < 0) {
				folded.add(one);
			}
			else {
				folded.set(other, one.with(folded.get(other)));
			}
		}
		return folded;
	}

	private static int same(List<Scored> folded, Scored one) {
		for (int i = 0; i < folded.size(); i++) {
			if (folded.get(i).tells(one) || one.tells(folded.get(i))) {
				return i;
			}
		}
		return -1;
	}

	/**
	 * @param said the message that goes with a fact
	 */
	private record Scored(Candidate candidate, Why why, @Nullable Said said) {

		Recalled memory() {
			return this.candidate.memory();
		}

		Scored behind(@Nullable Double points, Term reason) {
			return (points == null || this.why.fused() < points) ? this
					: new Scored(this.candidate, this.why.with(reason, points - MARGIN - this.why.fused()), this.said);
		}

		/** Whether this is the message that tells the other one, a fact. */
		boolean tells(Scored other) {
			Recalled message = this.candidate.memory();
			Recalled fact = other.candidate.memory();
			return message.kind() == Kind.episode && fact.kind() == Kind.fact && other.said == null
					&& fact.evidence().stream().anyMatch((evidence) -> tells(message, evidence));
		}

		private static boolean tells(Recalled message, Evidence evidence) {
			return evidence.episodeId().toString().equals(message.id()) && evidence.quote() != null
					&& message.text().contains(evidence.quote());
		}

		/** Both in one, in the place of the better one. */
		Scored with(Scored better) {
			boolean isFact = this.candidate.memory().kind() == Kind.fact;
			Scored message = isFact ? better : this;
			return new Scored((isFact ? this : better).candidate,
					isFact ? this.why.with(Term.message, better.why.fused() - this.why.fused()) : better.why,
					Said.of(message.memory(), message.why));
		}

		Recalled recalled() {
			return this.candidate.memory().ranked(this.why.fused(), this.said, this.why);
		}

	}

}
