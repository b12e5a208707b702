package dev.loci.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * How exactly a time was told, the coarsest first. A coarse time is a period in UTC and
 * is written as the period's first instant.
 */
public enum Precision {

	YEAR, MONTH, DAY, INSTANT;

	/** The smallest step between two instants that are told apart. */
	public static final Duration TICK = Duration.of(1, ChronoUnit.MICROS);

	/** The first instant of the period around this one. */
	public Instant first(Instant at) {
		OffsetDateTime day = at.truncatedTo(ChronoUnit.DAYS).atOffset(ZoneOffset.UTC);
		return switch (this) {
			case YEAR -> day.withDayOfYear(1).toInstant();
			case MONTH -> day.withDayOfMonth(1).toInstant();
			case DAY -> day.toInstant();
			case INSTANT -> at;
		};
	}

	/** The first instant after the period around this one. */
	public Instant next(Instant at) {
		OffsetDateTime first = first(at).atOffset(ZoneOffset.UTC);
		return switch (this) {
			case YEAR -> first.plusYears(1).toInstant();
			case MONTH -> first.plusMonths(1).toInstant();
			case DAY -> first.plusDays(1).toInstant();
			case INSTANT -> at.plus(TICK);
		};
	}

	public boolean finerThan(Precision other) {
		return compareTo(other) > 0;
	}

}
