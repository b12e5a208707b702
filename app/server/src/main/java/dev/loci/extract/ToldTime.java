package dev.loci.extract;

import java.time.OffsetDateTime;

import dev.loci.memory.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A time that a sentence tells.
 *
 * @param begin where its words begin in the sentence
 * @param end where they end
 * @param to when that ends; of what happened in several days or months, the last of them
 * @param through whether the period of {@code to} is part of it
 */
record ToldTime(int begin, int end, Kind kind, @Nullable Moment from, @Nullable Moment to, boolean through) {

	/** Whether it begins later than this, by the calendar of the one who speaks. */
	boolean isAhead(OffsetDateTime saidAt) {
		return this.from != null && Happened.at(this.from, saidAt).isEmpty();
	}

	/** What the time says of the thing told. */
	enum Kind {

		/** It happened then, or was so then: "in March". */
		AT,
		/** It is so from then on: "since March". */
		SINCE,
		/** It is so up to then: "until March". */
		UNTIL,
		/** From then to then. */
		STRETCH,
		/** It takes that long; if it still goes on, it began at {@code from}. */
		LASTING,
		/** It shall be so by then. */
		BY,
		/** A time of day, which Loci does not keep. */
		CLOCK

	}

}
