package dev.loci.extract;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import dev.loci.memory.Moment;
import org.jspecify.annotations.Nullable;

/**
 * Reads words for a time, so that "three weeks ago" is counted by code that is tested and
 * not by a model.
 */
@FunctionalInterface
interface ModelWhen {

	/** Understands nothing, so that the dates of the model are taken. */
	ModelWhen NOTHING = (words, saidAt, dates) -> Optional.empty();

	/**
	 * What the words mean where and when they were said; empty if they are not
	 * understood.
	 * @param dates what the model makes of them
	 */
	Optional<Meant> read(String words, OffsetDateTime saidAt, List<Moment> dates);

	/**
	 * When something began, and when it was over. A single time is told as the beginning,
	 * since its words do not say what happened then.
	 *
	 * @param through whether the period of the end is part of it
	 * @param last of a single time that has several days or months, the last of them
	 */
	record Meant(@Nullable Moment from, @Nullable Moment to, boolean through, @Nullable Moment last) {

		/** Whether this date is one of its times. */
		boolean mayBe(Moment date) {
			return (this.from != null && this.from.mayBe(date)) || (this.to != null && this.to.mayBe(date));
		}

	}

}
