package dev.loci.extract;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.loci.extract.Calendar.Named;
import org.jspecify.annotations.Nullable;

/**
 * Finds dates, months and years that are told by name or number. Without a year they are
 * the nearest in the direction of the tense.
 */
final class Dates {

	private static final Map<String, Month> MONTHS = Map.ofEntries(Map.entry("january", Month.JANUARY),
			Map.entry("jan", Month.JANUARY), Map.entry("february", Month.FEBRUARY), Map.entry("feb", Month.FEBRUARY),
			Map.entry("march", Month.MARCH), Map.entry("mar", Month.MARCH), Map.entry("april", Month.APRIL),
			Map.entry("apr", Month.APRIL), Map.entry("may", Month.MAY), Map.entry("june", Month.JUNE),
			Map.entry("jun", Month.JUNE), Map.entry("july", Month.JULY), Map.entry("jul", Month.JULY),
			Map.entry("august", Month.AUGUST), Map.entry("aug", Month.AUGUST), Map.entry("september", Month.SEPTEMBER),
			Map.entry("sep", Month.SEPTEMBER), Map.entry("sept", Month.SEPTEMBER), Map.entry("october", Month.OCTOBER),
			Map.entry("oct", Month.OCTOBER), Map.entry("november", Month.NOVEMBER), Map.entry("nov", Month.NOVEMBER),
			Map.entry("december", Month.DECEMBER), Map.entry("dec", Month.DECEMBER));

	private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?");

	private static final Pattern NUMBERED = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})");

	private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");

	private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?");

	/** After a number they make it an amount: "in 2000 steps". */
	private static final Set<String> NO_AMOUNT = Set.of("", ",", ".", "!", "?", ";", ":", "(", ")", "-", "–", "—",
			"and", "to", "until", "till", "through", "i", "we", "he", "she", "they", "at", "in", "with", "when",
			"because", "but", "for", "on", "from", "as", "or", "onwards", "onward", "my", "now", "so", "after",
			"before", "by", "while", "where", "then", "already", "too", "lol", "haha", "together");

	private static final Set<String> ROUGHLY = Set.of("around", "about", "roughly", "nearly", "almost", "over",
			"under");

	private final Words words;

	private final LocalDate today;

	Dates(Words words, LocalDate today) {
		this.words = words;
		this.today = today;
	}

	@Nullable Named at(int index, Tense tense) {
		Named numbers = inNumbers(index);
		if (numbers != null) {
			return numbers;
		}
		Named named = monthFirst(index, tense);
		if (named == null) {
			named = dayFirst(index, tense);
		}
		if (named != null) {
			return named;
		}
		int start = this.words.are(index, "the", "year") ? index + 2 : index;
		Integer year = year(this.words, start);
		return (year != null && isNoAmount(start + 1) && !isPrice(start) && !isClock(start))
				? new Named(Period.year(year), start + 1, false) : null;
	}

	static @Nullable Month month(String word) {
		return MONTHS.get(word);
	}

	static @Nullable Integer year(Words words, int index) {
		String word = words.at(index);
		return YEAR.matcher(word).matches() ? Integer.valueOf(word) : null;
	}

	private boolean isNoAmount(int index) {
		String after = this.words.at(index);
		return NO_AMOUNT.contains(after) || !Character.isLetterOrDigit(after.codePointAt(0));
	}

	/** "for around 2000" */
	private boolean isPrice(int index) {
		return ROUGHLY.contains(this.words.at(index - 1)) && this.words.at(index - 2).equals("for");
	}

	/** "at 1900" */
	private boolean isClock(int index) {
		return this.words.at(index - 1).equals("at");
	}

	private @Nullable Named inNumbers(int index) {
		String word = this.words.at(index);
		Matcher iso = ISO.matcher(word);
		if (iso.matches() && YEAR.matcher(iso.group(1)).matches()) {
			int month = Integer.parseInt(iso.group(2));
			if (iso.group(3) != null) {
				return day(Calendar.date(Integer.parseInt(iso.group(1)), month, Integer.parseInt(iso.group(3))),
						index + 1);
			}
			return (word.charAt(4) == '-' && month >= 1 && month <= 12)
					? new Named(Period.month(YearMonth.of(Integer.parseInt(iso.group(1)), month)), index + 1, false)
					: null;
		}
		Matcher numbered = NUMBERED.matcher(word);
		return numbered.matches() ? day(unambiguous(numbered), index + 1) : null;
	}

	/** Some write the month first, some the day: it must not matter. */
	private static @Nullable LocalDate unambiguous(Matcher numbers) {
		int one = Integer.parseInt(numbers.group(1));
		int other = Integer.parseInt(numbers.group(3));
		int year = Integer.parseInt(numbers.group(4));
		if (one == other || one > 12 || numbers.group(2).equals(".")) {
			return Calendar.date(year, other, one);
		}
		return (other > 12) ? Calendar.date(year, one, other) : null;
	}

	private static @Nullable Named day(@Nullable LocalDate day, int next) {
		return (day != null) ? new Named(Period.day(day), next, true) : null;
	}

	private @Nullable Named monthFirst(int index, Tense tense) {
		Month month = MONTHS.get(this.words.at(index));
		if (month == null) {
			return null;
		}
		int next = this.words.are(index + 1, ".") && this.words.at(index).length() < 5 ? index + 2 : index + 1;
		Matcher day = DAY.matcher(this.words.at(next));
		if (day.matches()) {
			return dated(Integer.parseInt(day.group(1)), month, next + 1, tense);
		}
		int yearAt = this.words.are(next, "of") || this.words.are(next, ",") ? next + 1 : next;
		Integer year = year(this.words, yearAt);
		if (year != null) {
			return new Named(Period.month(YearMonth.of(year, month)), yearAt + 1, false);
		}
		YearMonth nearest = nearest(month, tense);
		return (nearest != null) ? new Named(Period.month(nearest), next, false) : null;
	}

	private @Nullable Named dayFirst(int index, Tense tense) {
		int start = this.words.are(index, "the") ? index + 1 : index;
		Matcher day = DAY.matcher(this.words.at(start));
		if (!day.matches()) {
			return null;
		}
		int at = this.words.are(start + 1, "of") ? start + 2 : start + 1;
		Month month = MONTHS.get(this.words.at(at));
		return (month != null) ? dated(Integer.parseInt(day.group(1)), month, at + 1, tense) : null;
	}

	private @Nullable Named dated(int day, Month month, int next, Tense tense) {
		int yearAt = this.words.are(next, ",") || this.words.are(next, "of") ? next + 1 : next;
		Integer year = year(this.words, yearAt);
		if (year != null) {
			return day(Calendar.date(year, month.getValue(), day), yearAt + 1);
		}
		return day(nearest(day, month, tense), next);
	}

	/** Of a leap day, the nearest year that has one. */
	private @Nullable LocalDate nearest(int day, Month month, Tense tense) {
		int step = (tense == Tense.PAST) ? -1 : 1;
		for (int years = 0; years <= 8; years++) {
			LocalDate date = Calendar.date(this.today.getYear() + step * years, month.getValue(), day);
			if (date != null && ((tense == Tense.PAST) ? !date.isAfter(this.today) : !date.isBefore(this.today))) {
				return date;
			}
		}
		return null;
	}

	/** In March, "in March" may mean the next one or this one, unless it is the past. */
	private @Nullable YearMonth nearest(Month month, Tense tense) {
		YearMonth now = YearMonth.from(this.today);
		YearMonth same = YearMonth.of(this.today.getYear(), month);
		if (tense == Tense.PAST) {
			return same.isAfter(now) ? same.minusYears(1) : same;
		}
		return same.equals(now) ? null : same.isBefore(now) ? same.plusYears(1) : same;
	}

}
