package dev.loci.extract;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import dev.loci.extract.Complements.Complement;
import dev.loci.extract.Lexicon.Phrase;
import dev.loci.extract.Subjects.Subject;
import dev.loci.extract.VerbPhrases.VerbPhrase;
import dev.loci.memory.Moment;
import dev.loci.memory.Named;
import dev.loci.memory.Polarity;
import dev.loci.memory.Precision;
import dev.loci.memory.Predicate.Kind;
import dev.loci.memory.Range;
import dev.loci.memory.Slot;
import dev.loci.memory.TimeKind;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a clause says of its subject.
 */
final class Predications {

	private static final int MOST_COMPLEMENTS = 3;

	private static final Set<String> AGAINST = Set.of("DISLIKES", "AVOIDS");

	private final Sentence sentence;

	private final Kinds kinds;

	private final VerbPhrases verbs;

	private final Complements complements;

	private final Copulas copulas;

	private final Diets diets;

	private final Tails tails;

	private final OffsetDateTime saidAt;

	/**
	 * @param next the place where another clause may begin
	 */
	record Predicated(List<Claim> claims, int next) {
	}

	Predications(Sentence sentence, Lexicon lexicon, Names names, Kinds kinds, Subjects subjects,
			OffsetDateTime saidAt) {
		this.sentence = sentence;
		this.kinds = kinds;
		Things things = new Things(sentence, names, this.kinds);
		this.verbs = new VerbPhrases(sentence, lexicon);
		this.complements = new Complements(sentence, lexicon, names, things, this.kinds);
		this.tails = new Tails(sentence, names);
		this.copulas = new Copulas(sentence, lexicon, subjects, things, this.kinds, this.tails, saidAt);
		this.diets = new Diets(sentence, lexicon, kinds, this.tails, saidAt);
		this.saidAt = saidAt;
	}

	/** What "is" alone says. */
	Copulas copulas() {
		return this.copulas;
	}

	/**
	 * What is said of all of them from this place on, if all of it is understood, and if
	 * it is said of each: not so "Barnes and Noble is a shop", nor "Ana and Tom work at
	 * Acme and Zeta".
	 */
	@Nullable Predicated at(List<Subject> subjects, int index, List<ToldTime> before) {
		if (subjects.size() == 1) {
			return at(subjects.getFirst(), index, before);
		}
		if (subjects.stream().map(Subject::named).distinct().count() < subjects.size() || isOfOne(index)) {
			return null;
		}
		List<Claim> claims = new ArrayList<>();
		int next = index;
		for (Subject each : subjects) {
			Predicated told = at(each, index, before);
			if (told == null || !isSaidOfEach(told.claims(), each) || isOverTogether(told, index)) {
				return null;
			}
			claims.addAll(told.claims());
			next = told.next();
		}
		return new Predicated(claims, next);
	}

	private boolean isOfOne(int index) {
		int verb = index;
		while (Adverbs.contain(this.sentence.at(verb).low())) {
			verb++;
		}
		String word = this.sentence.at(verb).low();
		return word.endsWith("s") && !word.endsWith("ss");
	}

	/** Of several things, each may be of another one, unless they are liked. */
	private static boolean isSaidOfEach(List<Claim> claims, Subject subject) {
		long different = claims.stream().map((claim) -> claim.phrase().predicate()).distinct().count();
		return claims.stream().allMatch((claim) -> claim.subject().equals(subject.named()))
				&& (different == claims.size() || claims.stream()
					.allMatch((claim) -> claim.phrase().reading().predicate().kind() == Kind.PREFERENCE));
	}

	/** Who no longer live somewhere together may live there still. */
	private boolean isOverTogether(Predicated told, int index) {
		return told.claims().stream().anyMatch((claim) -> claim.timing().polarity() == Polarity.END)
				&& IntStream.range(index, told.next()).anyMatch((i) -> this.sentence.at(i).is("together"));
	}

	private @Nullable Predicated at(Subject subject, int index, List<ToldTime> before) {
		int start = index;
		while (Adverbs.contain(this.sentence.at(start).low())) {
			start++;
		}
		if (this.copulas.isBe(start)) {
			Predicated relation = this.copulas.relation(subject, start + 1, before);
			if (relation != null) {
				return relation;
			}
		}
		Predicated age = this.copulas.age(subject, start, before);
		if (age != null) {
			return age;
		}
		Predicated diet = this.diets.of(subject, start, before);
		if (diet != null) {
			return diet;
		}
		VerbPhrase verb = this.verbs.at(start, isOver(start));
		return (verb != null) ? said(subject, index, verb, before) : this.copulas.born(subject, start);
	}

	/** Whether the clause that goes on here says "not any more". */
	private boolean isOver(int index) {
		for (int i = index; !this.sentence.at(i).isEnd() && !this.tails.isNewClause(i); i++) {
			boolean any = this.sentence.at(i).is("any")
					&& Set.of("more", "longer").contains(this.sentence.at(i + 1).low());
			if (any || this.sentence.at(i).is("anymore")) {
				return true;
			}
		}
		return false;
	}

	private @Nullable Predicated said(Subject subject, int start, VerbPhrase verb, List<ToldTime> before) {
		Complement complement = this.complements.of(verb);
		if (complement == null || !isAbout(subject.named(), complement.phrase(), verb)) {
			return null;
		}
		List<Complement> all = new ArrayList<>();
		int next = verb.next();
		while (complement != null && all.size() < MOST_COMPLEMENTS) {
			all.add(complement);
			next = this.complements.after(complement);
			complement = this.complements.more(verb, next);
		}
		Tails.Tail tail = this.tails.at(next);
		boolean aside = isFleeting(verb) || isAgainst(all.getFirst());
		boolean partly = isDenied(start, verb) && (isLimited(start, verb) || this.tails.isNarrowed(next));
		if (tail == null || partly || (aside && this.tails.isCircumstance(next))
				|| (isWhole(verb, all.getFirst()) && this.tails.isHabit(next))) {
			return null;
		}
		List<ToldTime> times = new ArrayList<>(before);
		times.addAll(tail.times());
		boolean journey = verb.phrases().size() > 1 && isJourney(all.getFirst().phrase(), times);
		if (journey || Idioms.isArrival(verb, times)) {
			return null;
		}
		List<Claim> claims = claims(subject, verb, all, times);
		return claims.isEmpty() ? null : new Predicated(claims, tail.next());
	}

	/** All of them, or none. */
	private List<Claim> claims(Subject subject, VerbPhrase verb, List<Complement> all, List<ToldTime> times) {
		Manner manner = manner(verb, times);
		List<Claim> claims = new ArrayList<>();
		for (Complement each : all) {
			Timing timing = Timing.of(each.phrase().time(), each.phrase().ends(), manner, times, this.saidAt);
			if (timing == null) {
				return List.of();
			}
			each.things()
				.forEach((thing) -> claims.add(new Claim(subject.named(), each.phrase(), thing, timing,
						subject.certainty() * each.certainty())));
		}
		return claims;
	}

	private Manner manner(VerbPhrase verb, List<ToldTime> times) {
		if (isOver(verb.next()) && verb.manner().denied()) {
			return verb.manner().ended();
		}
		boolean ahead = times.stream().anyMatch((time) -> time.isAhead(this.saidAt));
		return (ahead && Verbs.isPresentToo(verb.head())) ? verb.manner().scheduled() : verb.manner();
	}

	/** One joins friends for lunch, and sees them there. */
	private static boolean isFleeting(VerbPhrase verb) {
		return verb.head().equals("join") || verb.head().equals(Verbs.stem("see"));
	}

	/**
	 * Who lives in Rome on weekends lives elsewhere, and is no vegetarian on weekdays.
	 */
	private static boolean isWhole(VerbPhrase verb, Complement complement) {
		return complement.phrase().reading().predicate().slot() instanceof Slot.OfSubject || verb.last().equals("a");
	}

	/** Who hates pizza with pineapple, or driving in Rome, likes other pizza. */
	private static boolean isAgainst(Complement complement) {
		return AGAINST.contains(complement.phrase().predicate());
	}

	/** Who doesn't eat meat on Fridays eats it on Mondays. */
	private boolean isDenied(int start, VerbPhrase verb) {
		return verb.manner().aspect() == Manner.Aspect.END || isOver(verb.next())
				|| not(words(start, verb.next())) >= 0;
	}

	/** "I don't always cook", "I usually don't": not so "I just don't". */
	private boolean isLimited(int start, VerbPhrase verb) {
		List<String> words = words(start, verb.next());
		int not = not(words);
		return not >= 0 && (words.subList(0, not).stream().anyMatch(Adverbs::tellHowOften)
				|| words.subList(not, words.size()).stream().anyMatch(Adverbs::limit));
	}

	private static int not(List<String> words) {
		return Math.max(words.indexOf("not"), words.indexOf("never"));
	}

	private List<String> words(int from, int to) {
		return this.sentence.tokens().subList(from, to).stream().map(Token::low).toList();
	}

	/** Who left Berlin in 2020 moved away; who left it this morning will come back. */
	private boolean isJourney(Phrase phrase, List<ToldTime> times) {
		Moment left = times.isEmpty() ? null : times.getFirst().from();
		return this.complements.isPlace(phrase) && (left == null || !Precision.DAY.finerThan(left.precision()));
	}

	/** What is said of anything is said of things that hang together. */
	private static boolean isOfThings(Phrase phrase) {
		Kind kind = phrase.reading().predicate().kind();
		return (kind == Kind.KNOWLEDGE || kind == Kind.TASK) && phrase.time() == TimeKind.STATE
				&& phrase.subjects().types().isEmpty() && phrase.objects().equals(Range.ANYTHING);
	}

	/**
	 * Somebody who "is in" or "is on" something is not a place or an event, and who
	 * depends on coffee is no part of a machine; what is based in a town need not live
	 * there.
	 */
	private boolean isAbout(Named subject, Phrase phrase, VerbPhrase verb) {
		boolean wrong = this.kinds.isPerson(subject) ? isOfThings(phrase) && !verb.last().equals("a")
				: verb.head().equals(Verbs.stem("based"));
		boolean vague = verb.head().equals(verb.last()) && !phrase.subjects().types().isEmpty()
				&& !phrase.subjects().types().contains("Person");
		return !wrong && this.kinds.fits(subject, phrase.subjects()) && !(vague && subject.type() == null);
	}

}
