package dev.loci.recall;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.loci.recall.Candidate.Placed;
import dev.loci.recall.Recalled.Kind;
import dev.loci.recall.Why.Part;
import org.jspecify.annotations.Nullable;

/**
 * Gives memories their scores. Each arm and each term gives points, and the points are
 * added: so a memory that several arms have found goes before one that is first in one.
 * <p>
 * The weights were found on conversations by leaving out one of them at a time; around
 * each of them, half of it or twice as much changes little.
 */
final class Scoring {

	/** Of a vector arm: the cosine as it is, and how near it is to the top. */
	private static final double COSINE = 3;

	private static final double NEARNESS = 1;

	private static final double NEAR = 10;

	/** Of the words arms, each against the best of its arm. */
	private static final double WORDS = 0.8;

	private static final double WORDS_AROUND = 1.6;

	private static final double WORDS_BEFORE = 1.6;

	private static final double ENTITY = 2.4;

	private static final double GRAPH = 1;

	private static final double TIME = 2;

	private static final double SPEAKER = 1.6;

	private static final double SESSION = 0.5;

	private static final double ANSWERS = 0.75;

	private static final double ASKS = -0.6;

	private static final double WHEN = 0.5;

	private static final int MOST_WORDS_OF_TIME = 3;

	private static final double LENGTH = 0.75;

	private static final int LONG = 30;

	/** A fact says as much as a sentence of so many words. */
	private static final int WORDS_OF_A_FACT = 15;

	private static final double RECENCY = 0.2;

	private static final Duration HALF_AS_RECENT = Duration.ofDays(30);

	private static final double NEGLIGIBLE = 0.01;

	private static final double CONFIDENCE = 0.5;

	private static final double FACT = 0.2;

	private static final double USE = 0.5;

	private final Cues cues;

	private final Field field;

	private final Map<String, Candidate> candidates;

	private final Map<Arm, Placed> best = new EnumMap<>(Arm.class);

	private final Map<Arm, Placed> last = new EnumMap<>(Arm.class);

	private final Map<String, Double> sessions = new HashMap<>();

	private final boolean asksWhen;

	/**
	 * @param candidates of one kind, so that what their arms say can be compared
	 */
	Scoring(Question question, Cues cues, Field field, Map<String, Candidate> candidates) {
		this.field = field;
		this.cues = cues;
		this.candidates = candidates;
		this.asksWhen = Phrasing.asksWhen(question.query());
		for (Arm arm : Arm.values()) {
			for (Candidate candidate : candidates.values()) {
				candidate.in(arm).ifPresent((placed) -> {
					this.best.merge(arm, placed, (one, other) -> (one.score() >= other.score()) ? one : other);
					this.last.merge(arm, placed, (one, other) -> (one.score() <= other.score()) ? one : other);
				});
			}
		}
		candidates.values().forEach((candidate) -> {
			String session = candidate.memory().sessionId();
			if (session != null) {
				this.sessions.merge(session, share(candidate, Arm.fullText), Math::max);
			}
		});
	}

	Why why(Candidate candidate, Instant askedAt) {
		Map<Arm, Part> arms = new EnumMap<>(Arm.class);
		arms(candidate).forEach((arm, points) -> {
			Placed placed = candidate.in(arm).orElse(null);
			boolean meant = arm == Arm.vector || arm == Arm.context;
			arms.put(arm,
					new Part((placed != null) ? placed.rank() : null, (arm == Arm.vector) ? overall(candidate) : null,
							score(candidate, arm), (meant || arm == Arm.entity) ? null : best(candidate, arm), points,
							candidate.path(arm)));
		});
		Map<Term, Double> terms = terms(candidate, askedAt);
		terms.values().removeIf((points) -> points == 0);
		double fused = arms.values().stream().mapToDouble(Part::points).sum()
				+ terms.values().stream().mapToDouble(Double::doubleValue).sum();
		return new Why(arms, terms, fused);
	}

	/** A message is near among messages, all else is near among all. */
	private @Nullable Integer overall(Candidate candidate) {
		return (candidate.memory().kind() == Kind.fact && candidate.in(Arm.vector).isPresent())
				? this.field.rank(candidate) : null;
	}

	private @Nullable Double best(Candidate candidate, Arm arm) {
		if (arm == Arm.fullText && candidate.memory().kind() != Kind.episode) {
			return this.field.mostWords();
		}
		Placed top = this.best.get(arm);
		return (top != null) ? top.score() : null;
	}

	private Map<Arm, Double> arms(Candidate candidate) {
		Map<Arm, Double> points = new EnumMap<>(Arm.class);
		switch (candidate.memory().kind()) {
			case episode -> passage(points, candidate);
			case fact -> fact(points, candidate);
			// There are few of them, so that being near among them says little.
			case entity -> {
				if (this.best.containsKey(Arm.vector)) {
					points.put(Arm.vector, 2 * COSINE * score(candidate, Arm.vector));
				}
			}
		}
		add(points, candidate, Arm.graph, GRAPH);
		candidate.in(Arm.entity).ifPresent((placed) -> points.put(Arm.entity, ENTITY));
		add(points, candidate, Arm.time, TIME);
		return points;
	}

	private void passage(Map<Arm, Double> points, Candidate candidate) {
		if (this.best.containsKey(Arm.vector)) {
			points.put(Arm.vector, meaning(candidate, Arm.vector));
		}
		if (this.best.containsKey(Arm.context)) {
			points.put(Arm.context, meaning(candidate, Arm.context));
		}
		add(points, candidate, Arm.fullText, WORDS);
		add(points, candidate, Arm.around, WORDS_AROUND);
		add(points, candidate, Arm.before, WORDS_BEFORE);
	}

	/** Nothing stands around a fact, so that it counts for that, too. */
	private void fact(Map<Arm, Double> points, Candidate candidate) {
		if (this.best.containsKey(Arm.vector)) {
			points.put(Arm.vector, 2
					* (COSINE * score(candidate, Arm.vector) + NEARNESS * NEAR / (NEAR + this.field.rank(candidate))));
		}
		if (candidate.in(Arm.fullText).isPresent()) {
			points.put(Arm.fullText, (WORDS + WORDS_AROUND + WORDS_BEFORE) * this.field.words(candidate));
		}
	}

	private double meaning(Candidate candidate, Arm arm) {
		double nearness = candidate.in(arm).map((placed) -> NEAR / (NEAR + placed.rank())).orElse(0.0);
		return COSINE * score(candidate, arm) + NEARNESS * nearness;
	}

	/** As good as it is against the best of its arm. */
	private void add(Map<Arm, Double> points, Candidate candidate, Arm arm, double weight) {
		if (candidate.in(arm).isPresent()) {
			points.put(arm, weight * share(candidate, arm));
		}
	}

	/** What an arm has not found is at most as near as its last one. */
	private double score(Candidate candidate, Arm arm) {
		return candidate.in(arm).or(() -> Optional.ofNullable(this.last.get(arm))).map(Placed::score).orElse(0.0);
	}

	private double share(Candidate candidate, Arm arm) {
		Placed top = this.best.get(arm);
		return (top == null || top.score() <= 0) ? 0
				: candidate.in(arm).map((placed) -> placed.score() / top.score()).orElse(0.0);
	}

	private Map<Term, Double> terms(Candidate candidate, Instant askedAt) {
		Recalled memory = candidate.memory();
		Map<Term, Double> terms = new EnumMap<>(Term.class);
		terms.put(Term.recency, RECENCY * recency(memory, askedAt));
		terms.put(Term.use, candidate.use().term(USE));
		switch (memory.kind()) {
			case fact -> {
				terms.put(Term.kind, FACT);
				terms.put(Term.length, LENGTH * Math.log1p(WORDS_OF_A_FACT));
				terms.put(Term.confidence,
						CONFIDENCE * (((memory.confidence() != null) ? memory.confidence() : 1) - 1));
				terms.put(Term.when, (this.asksWhen && memory.validFrom() != null) ? WHEN * MOST_WORDS_OF_TIME : 0);
			}
			case episode -> {
				terms.put(Term.speaker, this.cues.names(memory) ? SPEAKER : 0);
				terms.put(Term.session,
						SESSION * Optional.ofNullable(memory.sessionId()).map(this.sessions::get).orElse(0.0));
				terms.put(Term.asks, Phrasing.asks(memory.text()) ? ASKS : 0);
				terms.put(Term.answers, ANSWERS * answers(candidate));
				terms.put(Term.when,
						this.asksWhen ? WHEN * Phrasing.wordsOfTime(memory.text(), MOST_WORDS_OF_TIME) : 0);
				terms.put(Term.length, LENGTH * Math.log1p(Phrasing.words(memory.text(), LONG)));
			}
			case entity -> {
			}
		}
		return terms;
	}

	/** Whether it follows a question that means what this one means, as near as any. */
	private double answers(Candidate candidate) {
		Candidate before = candidate.previous().map(this.candidates::get).orElse(null);
		if (before == null || !this.best.containsKey(Arm.vector) || !Phrasing.asks(before.memory().text())) {
			return 0;
		}
		double behind = Objects.requireNonNull(this.best.get(Arm.vector)).score() - score(before, Arm.vector);
		return Math.max(0, 1 - COSINE * behind);
	}

	private static double recency(Recalled memory, Instant askedAt) {
		Instant moment = (memory.occurredAt() != null) ? memory.occurredAt() : memory.validFrom();
		if (moment == null) {
			return 0;
		}
		double age = Math.max(0, Duration.between(moment, askedAt).toSeconds());
		double recency = Math.pow(2, -age / HALF_AS_RECENT.toSeconds());
		return (recency < NEGLIGIBLE) ? 0 : recency;
	}

}
