package dev.loci.extract;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import dev.loci.extract.Subjects.Subject;
import dev.loci.extract.Subjects.Tie;
import dev.loci.extract.Things.Thing;
import dev.loci.memory.Named;
import dev.loci.memory.Polarity;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sentence clause by clause. A clause counts only if all of it is understood, and
 * if those beside it are either understood as well or of no importance to it.
 */
final class Clauses {

	static final Set<String> OPENING = Set.of("oh", "well", "so", "and", "but", "also", "anyway", "hey", "hi", "hello",
			"yes", "yeah", "yep", "ok", "okay", "btw", "fyi", "honestly", "then", "plus", "because", "cause", "cuz",
			"&", "though", "although", "while", ",", ";", "(", ")", "thanks", "wow", "yay", "sure", "haha", "lol",
			"update", "news", "guess");

	private static final List<List<String>> OPENING_PHRASES = List.of(List.of("by", "the", "way"),
			List.of("in", "fact"), List.of("for", "the", "record"), List.of("to", "be", "honest"),
			List.of("to", "be", "clear"), List.of("as", "you", "know"), List.of("no", ","), List.of("nope", ","),
			List.of("nah", ","));

	private final Sentence sentence;

	private final Subjects subjects;

	private final Predications predications;

	private final Strangers strangers;

	private final Names names;

	private final KnownNames known;

	private final People people;

	private final @Nullable Named speaker;

	/**
	 * @param subjects of whom it speaks, in case that the next one leaves it out
	 */
	private record Clause(List<Claim> claims, List<Subject> subjects, int next) {
	}

	Clauses(Sentence sentence, Lexicon lexicon, KnownNames known, People people, @Nullable Named speaker,
			OffsetDateTime saidAt) {
		this.sentence = sentence;
		this.names = new Names(sentence, known);
		Kinds kinds = new Kinds(lexicon);
		this.subjects = new Subjects(sentence, lexicon, this.names, kinds, people, speaker);
		this.predications = new Predications(sentence, lexicon, this.names, kinds, this.subjects, saidAt);
		this.strangers = new Strangers(sentence, this.names);
		this.known = known;
		this.people = people;
		this.speaker = speaker;
	}

	/** What the sentence claims: nothing, if a part of it may change the others. */
	List<Claim> claims() {
		List<Claim> claims = new ArrayList<>();
		List<Subject> shared = List.of();
		int index = 0;
		while (!this.sentence.at(index).isEnd()) {
			if (isException(index)) {
				return List.of();
			}
			Clause clause = clause(index, shared);
			if (clause != null) {
				clause.claims().forEach(this::remember);
				claims.addAll(clause.claims());
			}
			else {
				this.people.blur();
				if (!this.strangers.isHarmless(index, afterThis(index))) {
					return List.of();
				}
			}
			shared = (clause != null) ? clause.subjects() : List.of();
			index = (clause != null) ? clause.next() : afterThis(index);
		}
		return claims;
	}

	private void remember(Claim claim) {
		if (!claim.subject().equals(this.speaker)) {
			this.people.named(claim.subject());
		}
		Named object = claim.thing().named();
		if (object != null && claim.phrase().objects().types().equals(List.of("Organisation"))) {
			this.known.said(object.orOf("Organisation"));
		}
		if (object != null && !object.equals(this.speaker)
				&& claim.phrase().objects().types().equals(List.of("Person"))) {
			this.people.named(object);
		}
	}

	/** "Everyone but Ana moved": what follows is said of the others. */
	private boolean isException(int index) {
		return this.sentence.at(index).is("but")
				&& IntStream.range(0, index).anyMatch((i) -> isTagged(i, "PRON") || isTagged(i, "NOUN"))
				&& IntStream.range(0, index).noneMatch((i) -> isTagged(i, "VERB") || isTagged(i, "AUX"));
	}

	private boolean isTagged(int index, String tag) {
		return this.sentence.at(index).tag().contains(tag);
	}

	/**
	 * The next place where a clause with a subject of its own may begin. Of several, what
	 * is not understood of all is not said of the last.
	 */
	private int afterThis(int index) {
		int next = index;
		while (OPENING.contains(this.sentence.at(next).low())) {
			next++;
		}
		List<Subject> together = this.subjects.together(next);
		next = (together.size() > 1) ? together.getLast().next() : next;
		while (!this.sentence.at(next).isEnd() && !OPENING.contains(this.sentence.at(next).low())) {
			next++;
		}
		return next;
	}

	private @Nullable Clause clause(int index, List<Subject> shared) {
		List<ToldTime> times = new ArrayList<>();
		int start = opening(index, times);
		if (this.sentence.at(start).isEnd()) {
			return shared.isEmpty() ? null : new Clause(List.of(), shared, start);
		}
		Tie tie = this.subjects.tie(start);
		if (tie != null && this.predications.copulas().isBe(tie.next())) {
			Predications.Predicated told = this.predications.copulas().tied(tie, tie.next() + 1);
			return (told != null && times.isEmpty()) ? new Clause(told.claims(), about(told.claims()), told.next())
					: null;
		}
		List<Subject> subjects = this.subjects.together(start);
		if (subjects.isEmpty()) {
			subjects = shared.stream()
				.map((each) -> new Subject(each.named(), List.of(), start, each.certainty()))
				.toList();
		}
		if (subjects.isEmpty() && index == 0) {
			subjects = leftOut(start);
		}
		return subjects.isEmpty() ? null : clause(subjects, times);
	}

	/** "My sister is called Eva and lives in Rome": Eva lives there. */
	private static List<Subject> about(List<Claim> claims) {
		Named named = claims.getFirst().thing().named();
		return (named != null && claims.size() == 1) ? List.of(new Subject(named, List.of(), 0, 1)) : List.of();
	}

	private @Nullable Clause clause(List<Subject> subjects, List<ToldTime> times) {
		List<Claim> claims = new ArrayList<>();
		int start = subjects.getLast().next();
		int relative = this.sentence.at(start).is(",") ? start + 1 : start;
		if (this.sentence.at(relative).is("who")) {
			Predications.Predicated told = this.predications.at(subjects, relative + 1, List.of());
			if (told == null || !this.sentence.at(told.next()).is(",")) {
				return null;
			}
			claims.addAll(told.claims());
			start = told.next() + 1;
		}
		Predications.Predicated told = this.predications.at(subjects, start, times);
		if (told == null) {
			return null;
		}
		boolean over = told.claims().stream().allMatch((claim) -> claim.timing().polarity() == Polarity.END);
		if (!over) {
			subjects.stream()
				.flatMap((subject) -> subject.ties().stream())
				.forEach((tie) -> claims.add(0, this.predications.copulas().tie(tie)));
		}
		claims.addAll(told.claims());
		return new Clause(claims, subjects, told.next());
	}

	/** Skips what people begin with, and keeps the times. */
	private int opening(int index, List<ToldTime> times) {
		int next = index;
		while (true) {
			Token token = this.sentence.at(next);
			ToldTime time = token.time();
			if (time != null) {
				times.add(time);
				next++;
			}
			else if (OPENING.contains(token.low()) || Adverbs.contain(token.low())) {
				next++;
			}
			else if (phrase(next) > 0) {
				next += phrase(next);
			}
			else {
				Names.Name called = this.names.at(next);
				boolean me = called != null && this.sentence.at(called.next()).is(",")
						&& Set.of("i", "my", "we").contains(this.sentence.at(called.next() + 1).low());
				if (called == null || !me) {
					return next;
				}
				next = called.next() + 1;
			}
		}
	}

	/** How many words of an opening phrase stand there. */
	private int phrase(int index) {
		return OPENING_PHRASES.stream()
			.filter((words) -> this.sentence.are(index, words))
			.mapToInt(List::size)
			.findFirst()
			.orElse(0);
	}

	/** "Moved to Berlin yesterday", "don't like olives": nobody but the speaker. */
	private List<Subject> leftOut(int index) {
		Token first = this.sentence.at(index);
		boolean past = Verbs.isPast(first.low()) && (first.tag().contains("VERB") || first.tag().contains("AUX"));
		boolean not = first.is("do") && this.sentence.at(index + 1).is("not");
		return (this.speaker != null && (past || not)) ? List.of(new Subject(this.speaker, List.of(), index, 0.8))
				: List.of();
	}

}
