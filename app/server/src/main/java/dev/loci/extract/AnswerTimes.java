package dev.loci.extract;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.loci.extract.ModelWhen.Meant;
import dev.loci.memory.Moment;
import dev.loci.memory.Polarity;
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
	 * arithmetic, where they are understood and go together with the rest.
	 */
	static AnswerTimes of(AnswerItem item, Polarity polarity, Utterance utterance, ModelWhen when) {
		AnswerTimes own = new AnswerTimes(date(item, "start", utterance.saidAt()),
				date(item, "end", utterance.saidAt()), item.isTrue("through"));
		AnswerTimes times = words(item, utterance).flatMap((words) -> when.read(words, utterance.saidAt(), own.dates()))
			.map((meant) -> (polarity == Polarity.END) ? own.ending(meant) : own.holding(meant))
			.filter(AnswerTimes::isPossible)
			.orElse(own);
		if (!times.isPossible()) {
			throw new AnswerRefused("it ends before it starts");
		}
		return times.begun(polarity, utterance.saidAt());
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

	private List<Moment> dates() {
		return Stream.of(this.from, this.to).filter(Objects::nonNull).toList();
	}

	/** Of an end, a single time tells when it came, unless it is the model's start. */
	private AnswerTimes ending(Meant meant) {
		Moment at = meant.from();
		if (meant.to() != null || at == null) {
			return with(meant);
		}
		boolean begins = this.from != null && this.from.mayBe(at) && this.to != null && !this.to.mayBe(at);
		return begins ? this : new AnswerTimes(null, (meant.last() != null) ? meant.last() : at, this.through);
	}

	/** Of what the model knows only the end of, a single time tells that or nothing. */
	private AnswerTimes holding(Meant meant) {
		Moment at = meant.from();
		if (meant.to() != null || at == null || this.from != null || this.to == null) {
			return with(meant);
		}
		return this.to.mayBe(at) ? new AnswerTimes(null, at, this.through) : this;
	}

	private AnswerTimes with(Meant meant) {
		return new AnswerTimes((meant.from() != null) ? meant.from() : this.from,
				(meant.to() != null) ? meant.to() : this.to, (meant.to() != null) ? meant.through() : this.through);
	}

	/** What began or ended on the speaker's today has done so when it is told. */
	private AnswerTimes begun(Polarity polarity, OffsetDateTime saidAt) {
		Moment start = (this.from != null) ? Happened.begun(this.from, saidAt) : null;
		Moment end = (this.to != null && polarity == Polarity.END) ? Happened.begun(this.to, saidAt) : this.to;
		return new AnswerTimes(start, end, this.through);
	}

	private boolean isPossible() {
		return this.from == null || this.to == null || first(this.from).isBefore(over(this.to));
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
