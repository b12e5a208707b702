package dev.loci.resolve;

import java.time.Duration;
import java.time.Instant;

import dev.loci.memory.Authority;
import dev.loci.memory.Basis;
import dev.loci.memory.Moment;
import dev.loci.memory.Moments;
import dev.loci.memory.Polarity;
import dev.loci.memory.Precision;
import dev.loci.memory.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Whether a claim can be kept, and the statement that it then is: what was left unsaid
 * about its times is filled in here, once, so that no rule need ask a clock.
 */
public sealed interface Acceptance {

	/** Clocks differ; more than this is no difference but an error. */
	Duration TOLERANCE = Duration.ofMinutes(5);

	Duration FARTHEST_ZONE = Duration.ofHours(14);

	/** It is kept. */
	record Accepted(Statement statement) implements Acceptance {
	}

	/** It cannot be true. */
	record Refused(String reason) implements Acceptance {
	}

	static Acceptance of(Claim claim, Instant now) {
		Instant observed = claim.rank().observedAt();
		if (!observed.isBefore(now.plus(TOLERANCE))) {
			return new Refused("observed 5 minutes or more ahead");
		}
		if (!Moments.isTellable(observed) || (claim.holdsAt() != null && !Moments.isTellable(claim.holdsAt()))) {
			return new Refused("outside the years 0001 to 9998");
		}
		Moment from = start(claim.from());
		Instant over = (claim.to() != null) ? end(claim.to(), claim.through()) : null;
		if ((from != null && !Moments.isTellable(from.at())) || (over != null && !Moments.isTellable(over))) {
			return new Refused("outside the years 0001 to 9998");
		}
		Moment to = (over != null && claim.to() != null) ? new Moment(over, claim.to().precision()) : null;
		boolean end = claim.polarity() == Polarity.END;
		if (from != null && to != null && (end ? to.isBefore(from) : !from.isBefore(to))) {
			return new Refused("ends before it starts");
		}
		if (claim.holdsAt() != null && claim.polarity() != Polarity.ASSERT) {
			return new Refused("holdsAt goes only with what is asserted");
		}
		return switch (claim.polarity()) {
			case ASSERT -> asserted(claim, from, to);
			case END -> accepted(claim, null, (to != null) ? to : Moment.of(observed), Basis.UNKNOWN, null);
			case RETRACT -> accepted(claim, from, to, (from != null) ? Basis.STATED : Basis.UNKNOWN, null);
		};
	}

	private static Acceptance asserted(Claim claim, @Nullable Moment from, @Nullable Moment to) {
		if (claim.state().equals(Statement.ANY)) {
			return new Refused("asserts nothing in particular");
		}
		Instant observed = claim.rank().observedAt();
		Instant holdsAt = claim.holdsAt();
		if (holdsAt != null && to != null && !holdsAt.isBefore(to.at())) {
			return new Refused("holds after its end");
		}
		if (holdsAt != null && from != null && holdsAt.isBefore(earliest(from))) {
			return new Refused("holds before its start");
		}
		if (from != null) {
			return accepted(claim, from, to, Basis.STATED, holdsAt);
		}
		// Who puts right what is believed would tell a start that is known.
		boolean unknown = claim.rank().authority() == Authority.CORRECTION && holdsAt == null;
		if (to != null && (unknown || !observed.isBefore(to.at()))) {
			return accepted(claim, null, to, Basis.UNKNOWN, holdsAt);
		}
		// Whoever says that it held then does not say that it holds now.
		return accepted(claim, Moment.of((holdsAt != null) ? holdsAt : observed), to, Basis.OBSERVED, holdsAt);
	}

	private static Acceptance accepted(Claim claim, @Nullable Moment from, @Nullable Moment to, Basis basis,
			@Nullable Instant holdsAt) {
		return new Accepted(new Statement(claim.id(), claim.slot(), claim.time(), claim.polarity(), claim.state(), from,
				to, basis, holdsAt, claim.rank(), claim.suggestion()));
	}

	/** A day begins somewhere while it is still the day before elsewhere. */
	private static Instant earliest(Moment from) {
		return (from.precision() == Precision.INSTANT) ? from.at() : from.at().minus(FARTHEST_ZONE);
	}

	private static @Nullable Moment start(@Nullable Moment told) {
		return (told != null) ? new Moment(told.precision().first(told.at()), told.precision()) : null;
	}

	private static Instant end(Moment told, boolean through) {
		boolean coarse = Precision.INSTANT.finerThan(told.precision());
		return (through && coarse) ? told.precision().next(told.at()) : told.precision().first(told.at());
	}

}
