package dev.loci.extract;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

import dev.loci.extract.Manner.Aspect;
import dev.loci.extract.ToldTime.Kind;
import dev.loci.memory.Moment;
import dev.loci.memory.Polarity;
import dev.loci.memory.TimeKind;
import org.jspecify.annotations.Nullable;

/**
 * What verb and time of a sentence say of when something holds.
 *
 * @param holdsAt when it is said to hold, where no start is told
 */
record Timing(Polarity polarity, @Nullable Moment from, @Nullable Moment to, boolean through,
		@Nullable Instant holdsAt) {

	private static final Timing NEVER_DATED = asserted(null, null, false, null);

	private static Timing asserted(@Nullable Moment from, @Nullable Moment to, boolean through,
			@Nullable Instant holdsAt) {
		return new Timing(Polarity.ASSERT, from, to, through, holdsAt);
	}

	/** What holds when it is said. */
	static Timing now(TimeKind kind, OffsetDateTime saidAt) {
		return (kind == TimeKind.STATE) ? asserted(null, null, false, saidAt.toInstant()) : NEVER_DATED;
	}

	/**
	 * Nothing where verb and time do not go together, or tell nothing that can be kept.
	 */
	static @Nullable Timing of(TimeKind kind, boolean ends, Manner manner, List<ToldTime> told, OffsetDateTime saidAt) {
		List<ToldTime> times = told.stream().filter((time) -> time.kind() != Kind.CLOCK).toList();
		if (times.size() > 1 || manner.denied()) {
			return null;
		}
		ToldTime time = times.isEmpty() ? null : times.getFirst();
		boolean changes = ends || manner.aspect() == Aspect.END || manner.aspect() == Aspect.START;
		if (manner.tense() == Tense.FUTURE && !(changes && kind == TimeKind.STATE)) {
			return null;
		}
		if (ends || manner.aspect() == Aspect.END) {
			return (ends && manner.aspect() == Aspect.PAST) ? null : end(ends, manner, time, saidAt);
		}
		return switch (kind) {
			case CONSTANT -> (manner.aspect() == Aspect.PAST || isLasting(time)) ? null : NEVER_DATED;
			case OCCURRENCE -> occurrence(manner, time, saidAt);
			case STATE -> switch (manner.aspect()) {
				case START -> start(manner, time, saidAt);
				case STATE, PAST, END ->
					(manner.tense() == Tense.PAST) ? past(manner, time, saidAt) : present(manner, time, saidAt);
			};
		};
	}

	/** What took ten years, or was so until then, was not made or born. */
	private static boolean isLasting(@Nullable ToldTime time) {
		return time != null && Set.of(Kind.LASTING, Kind.SINCE, Kind.UNTIL).contains(time.kind());
	}

	/**
	 * It ended within the time that is told, of several days or months by the last; it
	 * will end then, if that lies ahead and the verb does not say that it is over.
	 */
	private static @Nullable Timing end(boolean verbEnds, Manner manner, @Nullable ToldTime time,
			OffsetDateTime saidAt) {
		boolean plan = manner.tense() == Tense.FUTURE
				|| (verbEnds && manner.tense() == Tense.PRESENT && !manner.perfect() && manner.aspect() != Aspect.END);
		if (time == null) {
			return plan ? null : new Timing(Polarity.END, null, null, false, null);
		}
		Moment at = (time.kind() == Kind.AT && time.to() != null) ? time.to() : time.from();
		if (at == null || (time.kind() != Kind.AT && time.kind() != Kind.SINCE)
				|| (happened(manner) && time.isAhead(saidAt))) {
			return null;
		}
		return new Timing(Polarity.END, null, happened(manner) ? Happened.at(at, saidAt).orElse(null) : at, false,
				null);
	}

	private static boolean happened(Manner manner) {
		return manner.tense() == Tense.PAST || manner.perfect();
	}

	private static @Nullable Timing occurrence(Manner manner, @Nullable ToldTime time, OffsetDateTime saidAt) {
		if (!happened(manner) || manner.aspect() == Aspect.PAST) {
			return null;
		}
		if (time == null) {
			return NEVER_DATED;
		}
		Moment at = (time.kind() == Kind.AT) ? time.from() : null;
		return (at != null) ? asserted(Happened.at(at, saidAt).orElse(null), null, false, null) : null;
	}

	private static @Nullable Timing start(Manner manner, @Nullable ToldTime time, OffsetDateTime saidAt) {
		Timing lately = asserted(null, null, false, saidAt.toInstant());
		if (time == null) {
			return happened(manner) ? lately : null;
		}
		Moment from = time.from();
		if (time.kind() != Kind.AT || from == null) {
			return null;
		}
		if (happened(manner)) {
			return Happened.at(from, saidAt).map((at) -> asserted(at, null, false, null)).orElse(lately);
		}
		return from.at().isAfter(saidAt.toInstant()) ? asserted(from, null, false, null) : null;
	}

	/** It was so then, and is over; of what lies before and after, nothing is told. */
	private static @Nullable Timing past(Manner manner, @Nullable ToldTime time, OffsetDateTime saidAt) {
		Moment over = Moment.of(saidAt.toInstant());
		if (time == null) {
			return (manner.aspect() == Aspect.PAST) ? asserted(null, over, false, null) : null;
		}
		Moment from = time.from();
		return switch (time.kind()) {
			case STRETCH -> asserted(from, time.to(), time.through(), null);
			case UNTIL -> asserted(null, time.to(), time.through(), null);
			case LASTING -> asserted(null, over, false, null);
			case AT -> (from != null && from.isBefore(over)) ? within(from, time.to(), over) : null;
			case SINCE, BY, CLOCK -> null;
		};
	}

	/** In a time that goes on, it is over all the same. */
	private static Timing within(Moment from, @Nullable Moment last, Moment over) {
		Moment end = (last != null) ? last : from;
		boolean through = !end.precision().next(end.at()).isAfter(over.at());
		return asserted(from, through ? end : over, through, null);
	}

	private static @Nullable Timing present(Manner manner, @Nullable ToldTime time, OffsetDateTime saidAt) {
		Instant now = saidAt.toInstant();
		if (time == null) {
			return manner.perfect() ? null : asserted(null, null, false, now);
		}
		return switch (time.kind()) {
			case SINCE -> asserted(time.from(), null, false, isAhead(time.from(), now) ? null : now);
			case LASTING ->
				manner.perfect() ? asserted(time.from(), null, false, now) : asserted(null, null, false, now);
			case UNTIL -> (time.to() != null && now.isBefore(time.to().at()) && !manner.perfect())
					? asserted(null, time.to(), time.through(), now) : null;
			case AT, STRETCH, BY, CLOCK -> null;
		};
	}

	/** "Starting next month": it is not so yet. */
	private static boolean isAhead(@Nullable Moment from, Instant now) {
		return from != null && from.at().isAfter(now);
	}

}
