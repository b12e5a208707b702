package dev.loci.extract;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.loci.extract.ToldTime.Kind;
import dev.loci.memory.Interval;
import dev.loci.memory.Moment;
import dev.loci.memory.Moments;
import org.jspecify.annotations.Nullable;

/**
 * The time that a question asks about, read as in what is said: "in May 2023", "last
 * week", "since 2019".
 */
public final class AskedTime {

	/** "This weekend" is the next one, unless something was then. */
	private static final Pattern NEAR = WordPattern.of("(?i)\\bthis\\b");

	private static final Pattern OVER = WordPattern.of("(?i)\\b(?:did|was|were|had|have|has)\\b");

	private static final Pattern SIDE = WordPattern.of("(?i)\\b(?:before|after)\\b");

	/** A time takes no more than so many characters. */
	private static final int LONGEST_TIME = 60;

	private AskedTime() {
	}

	/**
	 * The first that is told.
	 * @param askedAt from where "last week" is counted
	 */
	public static Optional<Interval> in(String question, OffsetDateTime askedAt) {
		Tense tense = (NEAR.matcher(question).find() && !OVER.matcher(question).find()) ? Tense.FUTURE : Tense.PAST;
		return beside(question, askedAt, tense).or(() -> TimeWords.in(question, askedAt, tense)
			.stream()
			.map((time) -> interval(time, askedAt.toInstant()))
			.flatMap(Optional::stream)
			.findFirst());
	}

	/** "Before 2020" is all that came before, and "after 2020" all that came then. */
	private static Optional<Interval> beside(String question, OffsetDateTime askedAt, Tense tense) {
		return SIDE.matcher(question)
			.results()
			.flatMap((side) -> TimeWords.in("on" + start(question.substring(side.end())), askedAt, tense)
				.stream()
				.filter((time) -> time.begin() == 0 && time.kind() == Kind.AT)
				.map((time) -> interval(time, askedAt.toInstant()))
				.flatMap(Optional::stream)
				.map((time) -> side.group().equalsIgnoreCase("before") ? new Interval(Moments.FIRST, time.from())
						: new Interval(time.to(), Moments.LAST)))
			.findFirst();
	}

	private static String start(String text) {
		return text.substring(0, Math.min(text.length(), LONGEST_TIME));
	}

	private static Optional<Interval> interval(ToldTime time, Instant askedAt) {
		Instant from = start(time.from());
		Instant to = switch (time.kind()) {
			case AT -> (time.to() != null) ? after(time.to()) : (time.from() != null) ? after(time.from()) : null;
			case SINCE -> Moments.LAST;
			case UNTIL, BY -> (time.to() != null) ? (time.through() ? after(time.to()) : time.to().at()) : null;
			case STRETCH -> (time.to() != null) ? after(time.to()) : null;
			case LASTING -> askedAt;
			case CLOCK -> null;
		};
		boolean open = time.kind() == Kind.UNTIL || time.kind() == Kind.BY;
		Instant begin = open ? Moments.FIRST : from;
		return (begin != null && to != null && begin.isBefore(to)) ? Optional.of(new Interval(begin, to))
				: Optional.empty();
	}

	private static @Nullable Instant start(@Nullable Moment moment) {
		return (moment != null) ? moment.precision().first(moment.at()) : null;
	}

	private static Instant after(Moment moment) {
		return Objects.requireNonNull(moment).precision().next(moment.at());
	}

}
