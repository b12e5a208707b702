package dev.loci.extract;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import dev.loci.memory.Moment;
import dev.loci.memory.Precision;
import org.jspecify.annotations.Nullable;

/**
 * When a fact of an answer holds.
 *
 * @param through whether the period of the end is part of it
 */
record AnswerTimes(@Nullable Moment from, @Nullable Moment to, boolean through) {

	/**
	 * Reads the times of a fact. The words of the message count for more than the model's
	 * arithmetic, where they are understood.
	 */
	static AnswerTimes of(AnswerItem item, Utterance utterance, ModelWhen when) {
		Moment start = date(item, "start", utterance.saidAt());
		Moment end = date(item, "end", utterance.saidAt());
		boolean through = item.isTrue("through");
		AnswerTimes times = words(item, utterance).flatMap((words) -> when.read(words, utterance.saidAt()))
			.map((meant) -> new AnswerTimes((meant.from() != null) ? meant.from() : start,
					(meant.to() != null) ? meant.to() : end, (meant.to() != null) ? meant.through() : through))
			.orElseGet(() -> new AnswerTimes(start, end, through));
		if (times.from != null && times.to != null && !times.first(times.from).isBefore(times.over(times.to))) {
			throw new AnswerRefused("it ends before it starts");
		}
		return times;
	}

	/** A date that is said to be unknown is a guess, and a guess is no date. */
	private static @Nullable Moment date(AnswerItem item, String field, OffsetDateTime saidAt) {
		String text = item.textOrNull(field);
		boolean guessed = "unknown".equals(item.textOrNull(field + "Basis"));
		return (text == null || guessed) ? null : AnswerDate.read(field, text, saidAt.getOffset());
	}

	/** Only words that were said. */
	private static Optional<String> words(AnswerItem item, Utterance utterance) {
		return Optional.ofNullable(item.textOrNull("when")).flatMap((words) -> AnswerQuote.in(utterance, words));
	}

	/** Whether it may hold at this moment. */
	boolean allow(Instant moment) {
		return (this.from == null || !moment.isBefore(first(this.from)))
				&& (this.to == null || moment.isBefore(over(this.to)));
	}

	private Instant first(Moment start) {
		return start.precision().first(start.at());
	}

	private Instant over(Moment end) {
		boolean coarse = Precision.INSTANT.finerThan(end.precision());
		return (this.through && coarse) ? end.precision().next(end.at()) : end.precision().first(end.at());
	}

}
