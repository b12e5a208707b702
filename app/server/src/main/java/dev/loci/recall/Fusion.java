package dev.loci.recall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

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

	/** By their points. */
	List<Recalled> best(Asked asked) {
		return inOrder(asked, folded(asked));
	}

	/**
	 * By what somebody says who reads the best of them.
	 * @param reader gives each text a score
	 */
	List<Recalled> best(Asked asked, Function<List<String>, double[]> reader) {
		List<Scored> best = behindWhatHolds(folded(asked), asked).stream()
			.sorted(BEST_FIRST)
			.limit(asked.places())
			.toList();
		double[] scores = reader.apply(best.stream().map((one) -> one.memory().text()).toList());
		List<Scored> read = IntStream.range(0, best.size()).mapToObj((i) -> best.get(i).rated(scores[i])).toList();
		return inOrder(asked, read);
	}

	private static List<Recalled> inOrder(Asked asked, List<Scored> scored) {
		return behindWhatHolds(scored, asked).stream()
			.sorted(BEST_FIRST)
			.limit(asked.places())
			.map(Scored::recalled)
			.toList();
	}

	/** All of them, those that belong together in one as far as they are near the top. */
	private List<Scored> folded(Asked asked) {
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
		int shortlist = Math.min(scored.size(), LOOKED_AT * question.limit());
		List<Scored> folded = folded(scored.subList(0, shortlist));
		folded.addAll(scored.subList(shortlist, scored.size()));
		return folded;
	}

	/**
	 * What does not hold at the time that is asked about goes behind what does in its
	 * place, and what has ended behind what holds now.
	 */
	private static List<Scored> behindWhatHolds(List<Scored> scored, Asked asked) {
		Predicate<Scored> ofItsTime = (one) -> one.memory().status() != null && asked.isOfItsTime(one.memory());
		List<Scored> timed = behind(scored, ofItsTime, ofItsTime.negate(), Term.otherTime);
		return behind(timed, (one) -> one.memory().status() == Fact.Status.CURRENT,
				(one) -> one.memory().status() == Fact.Status.ENDED && !ofItsTime.test(one), Term.ended);
	}

	/** Puts some of them behind the last of some others in their place. */
	private static List<Scored> behind(List<Scored> scored, Predicate<Scored> ahead, Predicate<Scored> behind,
			Term reason) {
		Map<String, Double> least = new HashMap<>();
		scored.stream()
			.filter(ahead)
			.forEach((
					one) -> one.candidate().slots().forEach((slot) -> least.merge(slot, one.why().fused(), Math::min)));
		return scored.stream().map((one) -> behind.test(one) ? one.behind(least, reason) : one).toList();
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

		/** With this score instead of its points. */
		Scored rated(double score) {
			return new Scored(this.candidate, this.why.with(Term.rerank, score - this.why.fused()), this.said);
		}

		/**
		 * @param least the points of the last one in each place
		 */
		Scored behind(Map<String, Double> least, Term reason) {
			double points = this.candidate.slots()
				.stream()
				.map(least::get)
				.filter(Objects::nonNull)
				.mapToDouble(Double::doubleValue)
				.min()
				.orElse(Double.POSITIVE_INFINITY);
			return (this.why.fused() < points) ? this
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
