package dev.loci.extract;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import dev.loci.extract.Calendar.Named;
import dev.loci.extract.ToldTime.Kind;
import dev.loci.memory.Moment;
import dev.loci.memory.Precision;
import org.jspecify.annotations.Nullable;

/**
 * Finds the times that an English sentence tells, counted from when it was said, where
 * the speaker was. What may mean two times is none: a wrong date is worse than no date.
 */
final class TimeWords {

	private static final Set<String> AT = Set.of("in", "on", "during", "at", "around");

	private static final Set<String> ON = Set.of("on", "onwards", "onward");

	private static final Pattern CLOCK = Pattern.compile("\\d{1,2}(?:[.]\\d{2})?(?:am|pm)?|noon|midnight|midday");

	private static final Pattern MINUTES = Pattern.compile("\\d{2}(?:am|pm)?");

	private final Words words;

	private final OffsetDateTime saidAt;

	private final Tense tense;

	private final Calendar calendar;

	private TimeWords(Words words, OffsetDateTime saidAt, Tense tense) {
		this.words = words;
		this.saidAt = saidAt;
		this.tense = tense;
		this.calendar = new Calendar(words, saidAt.toLocalDate());
	}

	/** The times that are told, in their order. */
	static List<ToldTime> in(String sentence, OffsetDateTime saidAt, Tense tense) {
		return new TimeWords(Words.of(sentence), saidAt, tense).all();
	}

	/**
	 * A time and the place of the first word after it.
	 */
	private record Reading(Kind kind, @Nullable Moment from, @Nullable Moment to, boolean through, int next) {

		static Reading at(Moment moment, int next) {
			return new Reading(Kind.AT, moment, null, false, next);
		}

		/** A week or a season has a last part, too. */
		static Reading at(Period period, int next) {
			Moment last = period.isOne() ? null : period.end().moment();
			return new Reading(Kind.AT, period.moment(), last, last != null, next);
		}

		static Reading since(Moment moment, int next) {
			return new Reading(Kind.SINCE, moment, null, false, next);
		}

	}

	private List<ToldTime> all() {
		List<ToldTime> times = new ArrayList<>();
		int index = 0;
		while (index < this.words.size()) {
			Reading time = at(index);
			if (time != null) {
				times.add(new ToldTime(this.words.all().get(index).begin(), this.words.all().get(time.next - 1).end(),
						time.kind, time.from, time.to, time.through));
			}
			index = (time != null) ? time.next : index + 1;
		}
		return times;
	}

	private @Nullable Reading at(int index) {
		String word = this.words.at(index);
		Reading read = switch (word) {
			case "since", "starting", "beginning" -> since(index + 1);
			case "as" -> this.words.are(index + 1, "of") ? since(index + 2) : null;
			case "ever" -> this.words.are(index + 1, "since") ? since(index + 2) : null;
			case "until", "till", "til" -> upTo(index + 1, Kind.UNTIL, false);
			case "through" -> upTo(index + 1, Kind.UNTIL, true);
			case "by" -> upTo(index + 1, Kind.BY, false);
			case "from" -> from(index + 1);
			case "between" -> stretch(index + 1, Set.of("and"));
			case "for" -> lasting(index + 1);
			case "at" -> clock(index + 1);
			default -> null;
		};
		return (read != null) ? read : moment(index);
	}

	private @Nullable Reading since(int index) {
		int start = this.words.isAny(index, AT) || this.words.isAny(index, Set.of("from")) ? index + 1 : index;
		Tense backwards = this.words.at(index - 1).equals("since") ? Tense.PAST : this.tense;
		Named period = period(start, backwards);
		if (period != null) {
			return Reading.since(period.period().moment(), period.next());
		}
		Reading ago = ago(start);
		return (ago != null && ago.from != null) ? Reading.since(ago.from, ago.next) : null;
	}

	private @Nullable Reading upTo(int index, Kind kind, boolean through) {
		boolean end = this.words.are(index, "the", "end", "of");
		boolean start = this.words.are(index, "the", "beginning", "of") || this.words.are(index, "the", "start", "of");
		Named period = (end || start) ? ofThis(index + 3)
				: period(index, (this.tense == Tense.PAST) ? Tense.PAST : Tense.FUTURE);
		if (period == null) {
			return null;
		}
		boolean within = end || through || kind == Kind.BY;
		return new Reading(kind, null,
				(within && !period.period().isOne()) ? period.period().end().moment() : period.period().moment(),
				within, period.next());
	}

	/** "The end of the year" is that of this year. */
	private @Nullable Named ofThis(int index) {
		Named period = period(index, this.tense);
		return (period == null && this.words.are(index, "the")) ? this.calendar.near("this", index + 1, this.tense)
				: period;
	}

	private @Nullable Reading from(int index) {
		Reading stretch = stretch(index, Set.of("to", "until", "till", "til", "through", "-", "–"));
		if (stretch != null) {
			return stretch;
		}
		Named period = period(index, this.tense);
		boolean open = period != null
				&& (this.words.isAny(period.next(), ON) || (period.alone() && this.tense != Tense.PAST));
		return (period != null && open) ? Reading.since(period.period().moment(),
				this.words.isAny(period.next(), ON) ? period.next() + 1 : period.next()) : null;
	}

	/**
	 * A weekday to a weekday is a habit and no stretch. The first month may leave its
	 * year to the second.
	 */
	private @Nullable Reading stretch(int index, Set<String> links) {
		Tense direction = (this.tense == Tense.FUTURE) ? Tense.FUTURE : Tense.PAST;
		Named first = period(index, direction);
		if (first == null || !this.words.isAny(first.next(), links)) {
			return null;
		}
		Named last = period(first.next() + 1, direction);
		if (last == null || (first.period().precision() == Precision.DAY && !first.alone())) {
			return null;
		}
		Period start = first.period();
		while (!start.first().isBefore(last.period().first()) && start.precision() == Precision.MONTH
				&& Dates.year(this.words, first.next() - 1) == null) {
			start = new Period(start.first().minusYears(1), start.next().minusYears(1), start.precision());
		}
		if (!start.first().isBefore(last.period().first())) {
			return null;
		}
		boolean through = !this.words.isAny(first.next(), Set.of("until", "till", "til"));
		return new Reading(Kind.STRETCH, start.moment(), last.period().moment(), through, last.next());
	}

	private @Nullable Reading lasting(int index) {
		int start = this.words.isAny(index, Set.of("about", "almost", "nearly", "over", "around", "the"))
				? index + (this.words.are(index, "the") && this.words.isAny(index + 1, Set.of("last", "past")) ? 2 : 1)
				: index;
		TimeLength length = TimeLength.at(this.words, start);
		if (length == null) {
			return null;
		}
		int next = this.words.are(length.next(), "now") ? length.next() + 1 : length.next();
		return new Reading(Kind.LASTING, length.before(this.saidAt), null, false, next);
	}

	private @Nullable Reading clock(int index) {
		if (!CLOCK.matcher(this.words.at(index)).matches()) {
			return null;
		}
		int next = index + 1;
		if (this.words.are(next, ":") && MINUTES.matcher(this.words.at(next + 1)).matches()) {
			next += 2;
		}
		if (this.words.isAny(next, Set.of("am", "pm", "o'clock", "o’clock"))) {
			next++;
		}
		return new Reading(Kind.CLOCK, null, null, false, next);
	}

	private @Nullable Reading moment(int index) {
		Reading ago = ago(index);
		if (ago != null) {
			return ago;
		}
		if (Dates.year(this.words, index) != null && this.words.isAny(index + 1, Set.of("-", "–"))
				&& Dates.year(this.words, index + 2) != null) {
			return stretch(index, Set.of("-", "–"));
		}
		boolean prefixed = this.words.isAny(index, AT);
		int start = prefixed ? index + 1 : index;
		Reading part = partOf(start);
		if (part != null) {
			return part;
		}
		if (this.words.are(index, "in") && this.tense != Tense.PAST) {
			TimeLength length = TimeLength.at(this.words, start);
			Moment later = (length != null) ? length.after(this.saidAt) : null;
			if (length != null && later != null) {
				return Reading.at(later, length.next());
			}
		}
		Named period = period(start, this.tense);
		return (period != null && (prefixed || period.alone())) ? Reading.at(period.period(), period.next()) : null;
	}

	private @Nullable Reading ago(int index) {
		int start = this.words.isAny(index, Set.of("about", "over", "around", "roughly")) ? index + 1 : index;
		TimeLength length = TimeLength.at(this.words, start);
		if (length == null) {
			return null;
		}
		if (this.words.are(length.next(), "ago")) {
			Moment before = length.before(this.saidAt);
			return (before != null) ? Reading.at(before, length.next() + 1) : null;
		}
		if (this.words.are(length.next(), "from", "now") || this.words.are(length.next(), "from", "today")) {
			Moment after = length.after(this.saidAt);
			return (after != null) ? Reading.at(after, length.next() + 2) : null;
		}
		return null;
	}

	/** "The beginning of 2020" is told no more exactly than 2020. */
	private @Nullable Reading partOf(int index) {
		int noun = this.words.are(index, "the") ? index + 1 : index;
		boolean of = this.words.are(noun + 1, "of");
		if (of && this.words.isAny(noun, Set.of("beginning", "start"))) {
			Named period = ofThis(noun + 2);
			return (period != null) ? Reading.at(period.period().moment(), period.next()) : null;
		}
		if (of && this.words.are(noun, "end")) {
			Named period = ofThis(noun + 2);
			return (period != null) ? Reading.at(period.period().end().moment(), period.next()) : null;
		}
		if (this.words.isAny(index, Set.of("early", "late", "mid"))) {
			int start = this.words.are(index + 1, "-") || this.words.are(index + 1, "in") ? index + 2 : index + 1;
			Named period = period(start, this.tense);
			return (period != null && period.period().precision() != Precision.DAY)
					? Reading.at(period.period().moment(), period.next()) : null;
		}
		return null;
	}

	private @Nullable Named period(int index, Tense direction) {
		return this.calendar.at(index, direction);
	}

}
