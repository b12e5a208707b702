package dev.loci.memory;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The ends of time: outside the years 0001 to 9998 that a caller may name, so that "since
 * ever" and "for ever" are moments that can be compared with all others.
 */
public final class Moments {

	public static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

	public static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

	private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

	private static final Instant LATEST = Instant.parse("9998-12-31T23:59:59.999999999Z");

	private Moments() {
	}

	/** Whether a caller may name this moment. */
	public static boolean isTellable(Instant moment) {
		return !moment.isBefore(EARLIEST) && !moment.isAfter(LATEST);
	}

	/** What a caller is told of a moment: nothing of the ends of time. */
	public static @Nullable Instant told(Instant moment) {
		return isTellable(moment) ? moment : null;
	}

	/** Returns the moment if a caller may name it. */
	public static Instant checked(String field, Instant moment) {
		if (!isTellable(moment)) {
			throw new InvalidInput(field, "must lie in the years 0001 to 9998");
		}
		return moment;
	}

}
