package dev.loci.extract;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

import dev.loci.memory.Moment;
import dev.loci.memory.Precision;

/**
 * A stretch of the calendar.
 *
 * @param first its first day
 * @param next the first day after it
 * @param precision how exactly its first day is meant
 */
record Period(LocalDate first, LocalDate next, Precision precision) {

	static Period day(LocalDate day) {
		return new Period(day, day.plusDays(1), Precision.DAY);
	}

	static Period days(LocalDate first, int length) {
		return new Period(first, first.plusDays(length), Precision.DAY);
	}

	static Period month(YearMonth month) {
		return months(month, 1);
	}

	/** A season has no precision of its own: its first month has. */
	static Period months(YearMonth first, int length) {
		return new Period(first.atDay(1), first.plusMonths(length).atDay(1), Precision.MONTH);
	}

	static Period year(int year) {
		return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1), Precision.YEAR);
	}

	/** The day by the speaker's calendar, written as the same date in UTC. */
	Moment moment() {
		return new Moment(this.first.atStartOfDay(ZoneOffset.UTC).toInstant(), this.precision);
	}

	/** Its last part that has a precision of its own. */
	Period end() {
		return switch (this.precision) {
			case YEAR -> month(YearMonth.from(this.next.minusDays(1)));
			case MONTH, DAY, INSTANT -> day(this.next.minusDays(1));
		};
	}

	/** Whether a single period of its precision, not a week or a season. */
	boolean isOne() {
		return switch (this.precision) {
			case YEAR -> this.first.plusYears(1).equals(this.next);
			case MONTH -> this.first.plusMonths(1).equals(this.next);
			case DAY, INSTANT -> this.first.plusDays(1).equals(this.next);
		};
	}

}
