package dev.loci.extract;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Set;

import dev.loci.memory.Precision;
import org.jspecify.annotations.Nullable;

/**
 * Finds the period that words name, counted from a day. Seasons are those of the north,
 * where most of the text about them is written. What may mean two periods is none.
 */
final class Calendar {

	private static final Map<String, DayOfWeek> WEEKDAYS = Map.of("monday", DayOfWeek.MONDAY, "tuesday",
			DayOfWeek.TUESDAY, "wednesday", DayOfWeek.WEDNESDAY, "thursday", DayOfWeek.THURSDAY, "friday",
			DayOfWeek.FRIDAY, "saturday", DayOfWeek.SATURDAY, "sunday", DayOfWeek.SUNDAY);

	private static final Map<String, Month> SEASONS = Map.of("spring", Month.MARCH, "summer", Month.JUNE, "autumn",
			Month.SEPTEMBER, "fall", Month.SEPTEMBER, "winter", Month.DECEMBER);

	private static final Set<String> NEAR = Set.of("last", "this", "next");

	/**
	 * A period and where its words end.
	 *
	 * @param alone whether it is a time without "in" or "on" before it
	 */
	record Named(Period period, int next, boolean alone) {
	}

	private final Words words;

	private final LocalDate today;

	Calendar(Words words, LocalDate today) {
		this.words = words;
		this.today = today;
	}

	/** The period that is named from this place on, if one is. */
	@Nullable Named at(int index, Tense tense) {
		Named day = nearDay(index);
		if (day != null) {
			return day;
		}
		if (this.words.isAny(index, NEAR)) {
			return near(this.words.at(index), index + 1, tense);
		}
		Named date = new Dates(this.words, this.today).at(index, tense);
		if (date != null) {
			return date;
		}
		int start = this.words.are(index, "the") ? index + 1 : index;
		Named season = seasonOfYear(start);
		if (season != null) {
			return season;
		}
		DayOfWeek weekday = WEEKDAYS.get(this.words.at(index));
		return (weekday != null) ? weekday(weekday, index, tense) : null;
	}

	/** The last, this or the next of the unit at this place. */
	@Nullable Named near(String which, int index, Tense tense) {
		Period near = near(which, this.words.at(index));
		if (near != null && which.equals("this") && tense == Tense.PAST && near.first().isAfter(this.today)) {
			// "I moved this weekend", on a Monday
			near = near("last", this.words.at(index));
		}
		return (near != null) ? new Named(near, index + 1, true) : null;
	}

	private @Nullable Named nearDay(int index) {
		if (this.words.are(index, "the", "day", "before", "yesterday")) {
			return day(-2, index + 4);
		}
		if (this.words.are(index, "the", "day", "after", "tomorrow")) {
			return day(2, index + 4);
		}
		if (this.words.are(index, "last", "night")) {
			return day(-1, index + 2);
		}
		if (this.words.are(index, "this")
				&& Set.of("morning", "afternoon", "evening").contains(this.words.at(index + 1))) {
			return day(0, index + 2);
		}
		int partOfDay = Set.of("morning", "afternoon", "evening", "night").contains(this.words.at(index + 1)) ? 2 : 1;
		return switch (this.words.at(index)) {
			case "today", "tonight" -> day(0, index + 1);
			case "yesterday" -> day(-1, index + partOfDay);
			case "tomorrow" -> day(1, index + partOfDay);
			default -> null;
		};
	}

	private Named day(int days, int next) {
		return new Named(Period.day(this.today.plusDays(days)), next, true);
	}

	private @Nullable Period near(String which, String unit) {
		int steps = switch (which) {
			case "last" -> -1;
			case "next" -> 1;
			default -> 0;
		};
		LocalDate monday = this.today.with(DayOfWeek.MONDAY);
		if (WEEKDAYS.containsKey(unit)) {
			DayOfWeek weekday = WEEKDAYS.get(unit);
			return Period.day((steps < 0) ? this.today.with(TemporalAdjusters.previous(weekday))
					: monday.plusWeeks(steps).with(weekday));
		}
		if (SEASONS.containsKey(unit)) {
			return season(SEASONS.get(unit), steps);
		}
		Month month = Dates.month(unit);
		if (month != null) {
			return (steps != 0) ? month(month, steps) : Period.month(YearMonth.of(this.today.getYear(), month));
		}
		return switch (unit) {
			case "week" -> Period.days(monday.plusWeeks(steps), 7);
			case "weekend" -> weekend(monday, steps);
			case "month" -> Period.month(YearMonth.from(this.today).plusMonths(steps));
			case "year" -> Period.year(this.today.getYear() + steps);
			default -> null;
		};
	}

	/** On a Sunday, last weekend is not the one that is still going on. */
	private static Period weekend(LocalDate monday, int steps) {
		return Period.days(monday.plusWeeks(steps).with(DayOfWeek.SATURDAY), 2);
	}

	/** The last one is over, the next one has not begun. */
	private Period season(Month first, int steps) {
		Period season = Period.months(YearMonth.of(this.today.getYear(), first), 3);
		if (steps == 0) {
			Period before = Period.months(YearMonth.of(this.today.getYear() - 1, first), 3);
			return before.next().isAfter(this.today) ? before : season;
		}
		while (steps < 0 && season.next().isAfter(this.today)) {
			season = Period.months(YearMonth.from(season.first()).minusYears(1), 3);
		}
		while (steps > 0 && !season.first().isAfter(this.today)) {
			season = Period.months(YearMonth.from(season.first()).plusYears(1), 3);
		}
		return season;
	}

	private Period month(Month month, int steps) {
		YearMonth now = YearMonth.from(this.today);
		YearMonth same = YearMonth.of(this.today.getYear(), month);
		boolean thisYear = (steps < 0) ? same.isBefore(now) : same.isAfter(now);
		return Period.month(thisYear ? same : same.plusYears(steps));
	}

	private @Nullable Named seasonOfYear(int index) {
		Month first = SEASONS.get(this.words.at(index));
		int year = index + (this.words.are(index + 1, "of") ? 2 : 1);
		Integer number = Dates.year(this.words, year);
		return (first != null && number != null)
				? new Named(Period.months(YearMonth.of(number, first), 3), year + 1, false) : null;
	}

	private @Nullable Named weekday(DayOfWeek weekday, int index, Tense tense) {
		if (this.words.at(index - 1).equals("every") || this.words.at(index - 1).equals("each")) {
			return null;
		}
		LocalDate day = this.today
			.with((tense == Tense.PAST) ? TemporalAdjusters.previous(weekday) : TemporalAdjusters.next(weekday));
		int next = index + 1;
		int comma = this.words.are(next, ",") ? next + 1 : next;
		Named date = new Dates(this.words, this.today).at(comma, tense);
		if (date != null && date.period().precision() == Precision.DAY) {
			return date.period().first().getDayOfWeek() == weekday ? date : null;
		}
		boolean partOfDay = Set.of("morning", "afternoon", "evening", "night").contains(this.words.at(next));
		return new Named(Period.day(day), partOfDay ? next + 1 : next, false);
	}

	/** A date that may not exist, like the 30th of February. */
	static @Nullable LocalDate date(int year, int month, int day) {
		try {
			return LocalDate.of(year, month, day);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
