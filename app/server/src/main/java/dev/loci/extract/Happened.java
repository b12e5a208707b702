package dev.loci.extract;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import dev.loci.memory.Moment;

/**
 * Keeps what has happened from lying ahead of when it was told.
 */
final class Happened {

	private Happened() {
	}

	/**
	 * When it happened; empty if that would lie ahead, since then something else is
	 * meant.
	 */
	static Optional<Moment> at(Moment told, OffsetDateTime saidAt) {
		Moment begun = begun(told, saidAt);
		return begun.at().isAfter(saidAt.toInstant()) ? Optional.empty() : Optional.of(begun);
	}

	/**
	 * Days are written by the speaker's calendar as the same dates in UTC, where in the
	 * morning of an eastern place they have not begun: what is of the speaker's today, or
	 * of this month or year, is then no later than its telling.
	 */
	static Moment begun(Moment told, OffsetDateTime saidAt) {
		LocalDate today = saidAt.toLocalDate();
		boolean current = told.precision().first(today.atStartOfDay(ZoneOffset.UTC).toInstant()).equals(told.at());
		return (current && told.at().isAfter(saidAt.toInstant())) ? Moment.of(saidAt.toInstant()) : told;
	}

}
