package dev.loci.extract;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import dev.loci.extract.Lexicon.Phrase;
import dev.loci.extract.Predications.Predicated;
import dev.loci.extract.Subjects.Subject;
import dev.loci.extract.Subjects.Tie;
import dev.loci.extract.Things.Found;
import dev.loci.extract.Things.Thing;
import dev.loci.memory.Range.Literal;
import dev.loci.memory.TimeKind;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is said with "is" alone: whose boss somebody is, how old, and when born.
 */
final class Copulas {

	private static final Pattern YEAR = Pattern.compile("\\d{4}");

	private final Sentence sentence;

	private final Lexicon lexicon;

	private final Subjects subjects;

	private final Things things;

	private final Kinds kinds;

	private final Values values;

	private final Tails tails;

	private final OffsetDateTime saidAt;

	Copulas(Sentence sentence, Lexicon lexicon, Subjects subjects, Things things, Kinds kinds, Tails tails,
			OffsetDateTime saidAt) {
		this.sentence = sentence;
		this.lexicon = lexicon;
		this.subjects = subjects;
		this.things = things;
		this.kinds = kinds;
		this.values = new Values(sentence, things, kinds);
		this.tails = tails;
		this.saidAt = saidAt;
	}

	boolean isBe(int index) {
		return Set.of("is", "are", "am").contains(this.sentence.at(index).low());
	}

	/** "My boss is Dana": what follows "is". */
	@Nullable Predicated tied(Tie tie, int index) {
		int start = index;
		while (Adverbs.contain(this.sentence.at(start).low()) || this.sentence.at(start).is("called")
				|| this.sentence.at(start).is("named")) {
			start++;
		}
		Found found = this.values.of(tie, start);
		Tails.Tail tail = (found != null) ? this.tails.at(found.next()) : null;
		if (found == null || tail == null || !tail.times().isEmpty() || isHalfDate(tie.phrase(), start)) {
			return null;
		}
		Timing timing = Timing.now(tie.phrase().time(), this.saidAt);
		return new Predicated(
				found.things().stream().map((thing) -> new Claim(tie.owner(), tie.phrase(), thing, timing, 1)).toList(),
				tail.next());
	}

	/** A birthday without its year is no date of birth. */
	private boolean isHalfDate(Phrase phrase, int index) {
		Token token = this.sentence.at(index);
		return phrase.time() == TimeKind.CONSTANT && token.time() != null && !YEAR.matcher(token.text()).find();
	}

	/** "My sister Ana": said in passing. */
	Claim tie(Tie tie) {
		return new Claim(tie.owner(), tie.phrase(), new Thing(tie.named(), null),
				Timing.now(tie.phrase().time(), this.saidAt), 1);
	}

	/** "Carol is my boss", "Julia is Tom's sister". */
	@Nullable Predicated relation(Subject subject, int index, List<ToldTime> before) {
		int start = index;
		while (Adverbs.contain(this.sentence.at(start).low())) {
			start++;
		}
		Tie tie = this.subjects.tie(start);
		Tails.Tail tail = (tie != null) ? this.tails.at(tie.next()) : null;
		if (tie == null || tail == null || !tail.times().isEmpty() || !before.isEmpty()
				|| !this.kinds.fits(subject.named(), tie.phrase().objects()) || isValue(tie.phrase())) {
			return null;
		}
		return new Predicated(List.of(new Claim(tie.owner(), tie.phrase(), new Thing(subject.named(), null),
				Timing.now(tie.phrase().time(), this.saidAt), subject.certainty())), tail.next());
	}

	private static boolean isValue(Phrase phrase) {
		return phrase.objects().types().isEmpty() && !phrase.objects().literals().isEmpty();
	}

	/** "I'm 34", "Rex is 3 years old", "I turned 30 yesterday". */
	@Nullable Predicated age(Subject subject, int index, List<ToldTime> before) {
		Phrase phrase = this.lexicon.noun(List.of("age"));
		boolean turned = this.sentence.at(index).is("turned");
		int number = index + 1;
		while (Adverbs.contain(this.sentence.at(number).low())) {
			number++;
		}
		Token years = this.sentence.at(number);
		if (phrase == null || !(turned || isBe(index)) || !years.isNumber() || years.text().length() > 3
				|| isOfUs(index)) {
			return null;
		}
		int next = number + 1;
		if (this.sentence.at(next).is("years") && this.sentence.at(next + 1).is("old")) {
			next += 2;
		}
		// Who is four for dinner is not four.
		Tails.Tail tail = this.tails.isNarrowed(next) ? null : this.tails.at(next);
		List<ToldTime> times = new ArrayList<>(before);
		if (tail == null) {
			return null;
		}
		times.addAll(tail.times());
		Manner manner = new Manner(turned ? Tense.PAST : Tense.PRESENT, false, false, false,
				turned ? Manner.Aspect.START : Manner.Aspect.STATE);
		Timing timing = Timing.of(phrase.time(), false, manner, times, this.saidAt);
		return (timing != null) ? new Predicated(List.of(new Claim(subject.named(), phrase,
				new Thing(null, Long.valueOf(years.low())), timing, subject.certainty())), tail.next()) : null;
	}

	/** How many they are, rather than how old. */
	private boolean isOfUs(int index) {
		int subject = index - 1;
		while (Adverbs.contain(this.sentence.at(subject).low())) {
			subject--;
		}
		return this.sentence.at(subject).is("we");
	}

	/** The date took the preposition along: "was born on" is followed by nothing. */
	@Nullable Predicated born(Subject subject, int index) {
		List<String> words = new ArrayList<>();
		int time = index;
		while (this.sentence.at(time).time() == null && !this.sentence.at(time).isEnd() && words.size() < 4) {
			words.add(this.sentence.at(time).low());
			time++;
		}
		words.add("on");
		List<Phrase> phrases = this.lexicon.meaning(words);
		if (phrases.size() != 1 || phrases.getFirst().ends()
				|| !this.kinds.fits(subject.named(), phrases.getFirst().subjects())) {
			return null;
		}
		Phrase phrase = phrases.getFirst();
		Found found = phrase.objects().literals().contains(Literal.DATE) && !isHalfDate(phrase, time)
				? this.things.at(time, phrase.objects()) : null;
		Tails.Tail tail = (found != null) ? this.tails.at(found.next()) : null;
		return (found != null && tail != null) ? new Predicated(List.of(new Claim(subject.named(), phrase,
				found.things().getFirst(), Timing.now(phrase.time(), this.saidAt), subject.certainty())), tail.next())
				: null;
	}

}
