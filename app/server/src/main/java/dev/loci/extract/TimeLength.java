package dev.loci.extract;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import dev.loci.memory.Moment;
import org.jspecify.annotations.Nullable;

/**
 * "Three weeks", "half a year": how long, as told.
 *
 * @param halves the number of half units
 * @param next the place of the first word after it
 */
record TimeLength(int halves, ChronoUnit unit, int next) {

	private static final Map<String, ChronoUnit> UNITS = Map.ofEntries(Map.entry("minute", ChronoUnit.MINUTES),
			Map.entry("minutes", ChronoUnit.MINUTES), Map.entry("hour", ChronoUnit.HOURS),
			Map.entry("hours", ChronoUnit.HOURS), Map.entry("day", ChronoUnit.DAYS), Map.entry("days", ChronoUnit.DAYS),
			Map.entry("week", ChronoUnit.WEEKS), Map.entry("weeks", ChronoUnit.WEEKS),
			Map.entry("month", ChronoUnit.MONTHS), Map.entry("months", ChronoUnit.MONTHS),
			Map.entry("year", ChronoUnit.YEARS), Map.entry("years", ChronoUnit.YEARS),
			Map.entry("decade", ChronoUnit.DECADES), Map.entry("decades", ChronoUnit.DECADES));

	private static final Map<String, Integer> NUMBERS = Map.ofEntries(Map.entry("a", 1), Map.entry("an", 1),
			Map.entry("one", 1), Map.entry("two", 2), Map.entry("three", 3), Map.entry("four", 4), Map.entry("five", 5),
			Map.entry("six", 6), Map.entry("seven", 7), Map.entry("eight", 8), Map.entry("nine", 9),
			Map.entry("ten", 10), Map.entry("eleven", 11), Map.entry("twelve", 12), Map.entry("thirteen", 13),
			Map.entry("fourteen", 14), Map.entry("fifteen", 15), Map.entry("sixteen", 16), Map.entry("seventeen", 17),
			Map.entry("eighteen", 18), Map.entry("nineteen", 19), Map.entry("twenty", 20), Map.entry("thirty", 30),
			Map.entry("forty", 40), Map.entry("fifty", 50));

	/** The length that is told from this place on, if one is. */
	static @Nullable TimeLength at(Words words, int index) {
		if (words.are(index, "half", "a") || words.are(index, "half", "an")) {
			return of(1, words, index + 2);
		}
		if (words.are(index, "a", "couple", "of")) {
			return of(4, words, index + 3);
		}
		if (words.are(index, "a", "couple")) {
			return of(4, words, index + 2);
		}
		Integer number = number(words.at(index));
		if (number == null) {
			return null;
		}
		if (words.are(index + 1, "and", "a", "half")) {
			return of(2 * number + 1, words, index + 4);
		}
		TimeLength whole = of(2 * number, words, index + 1);
		return (whole != null && words.are(whole.next, "and", "a", "half"))
				? new TimeLength(whole.halves + 1, whole.unit, whole.next + 3) : whole;
	}

	static @Nullable Integer number(String word) {
		if (word.length() <= 3 && !word.isEmpty() && word.chars().allMatch((digit) -> digit >= '0' && digit <= '9')) {
			return Integer.valueOf(word);
		}
		return NUMBERS.get(word);
	}

	private static @Nullable TimeLength of(int halves, Words words, int index) {
		ChronoUnit unit = UNITS.get(words.at(index));
		return (unit != null) ? new TimeLength(halves, unit, index + 1) : null;
	}

	/** How long before. Nothing for half of a day or a week, which nobody means so. */
	@Nullable Moment before(OffsetDateTime saidAt) {
		return from(saidAt, -1);
	}

	/** How long after. */
	@Nullable Moment after(OffsetDateTime saidAt) {
		return from(saidAt, 1);
	}

	private @Nullable Moment from(OffsetDateTime saidAt, int direction) {
		int whole = direction * this.halves / 2;
		return switch (this.unit) {
			case MINUTES -> Moment.of(saidAt.plusSeconds(30L * direction * this.halves).toInstant());
			case HOURS -> Moment.of(saidAt.plusMinutes(30L * direction * this.halves).toInstant());
			case DAYS -> isWhole() ? Period.day(saidAt.toLocalDate().plusDays(whole)).moment() : null;
			case WEEKS -> isWhole() ? Period.day(saidAt.toLocalDate().plusWeeks(whole)).moment() : null;
			case MONTHS -> isWhole() ? Period.month(YearMonth.from(saidAt).plusMonths(whole)).moment() : null;
			case YEARS -> isWhole() ? Period.year(saidAt.getYear() + whole).moment()
					: Period.month(YearMonth.from(saidAt).plusMonths(6L * direction * this.halves)).moment();
			default -> Period.year(saidAt.getYear() + direction * this.halves * 5).moment();
		};
	}

	private boolean isWhole() {
		return this.halves % 2 == 0;
	}

}
