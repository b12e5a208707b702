package dev.loci.memory;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One dated claim about a slot, as it was accepted. It is never changed.
 *
 * @param slot the key of what can only be in one state at a time
 * @param state which state is claimed; {@link #ANY} to end or retract whatever there is
 * @param from when the state began or, of a retraction, from when on it does not hold
 * @param to the first instant at which it no longer held; of an end, its time
 * @param basis how the start is known
 * @param holdsAt when it was said to hold, if the source spoke of its present
 * @param suggestion whether it is too weak to be believed
 */
public record Statement(StatementId id, String slot, TimeKind time, Polarity polarity, String state,
		@Nullable Moment from, @Nullable Moment to, Basis basis, @Nullable Instant holdsAt, Rank rank,
		boolean suggestion) {

	public static final String ANY = "*";

	public Statement {
		require(from == null || Moments.isTellable(from.at()), "validFrom", "must lie in the years 0001 to 9998");
		require(to == null || Moments.isTellable(to.at()), "validTo", "must lie in the years 0001 to 9998");
		require(from == null || to == null || from.isBefore(to), "validTo", "must be later than validFrom");
		switch (polarity) {
			case ASSERT -> {
				require(!state.equals(ANY), "object", "is needed to assert something");
				require((from == null) == (basis == Basis.UNKNOWN), "validFrom", "must agree with its basis");
				require(from != null || to != null, "validTo", "is needed where the start is unknown");
				require(holdsAt == null || to == null || holdsAt.isBefore(to.at()), "holdsAt", "must precede the end");
			}
			case END -> {
				require(to != null, "validTo", "is needed to end something");
				require(from == null && holdsAt == null, "validFrom", "does not belong to an end");
			}
			case RETRACT -> require(holdsAt == null, "holdsAt", "does not belong to a retraction");
		}
	}

	private static void require(boolean condition, String field, String reason) {
		if (!condition) {
			throw new InvalidInput(field, reason);
		}
	}

	/**
	 * Whether both ends of the stretch were told: such a claim speaks of nothing else.
	 */
	public boolean isStretch() {
		return this.basis == Basis.STATED && this.to != null;
	}

	/** Whether it is about this state. */
	public boolean concerns(String other) {
		return this.state.equals(ANY) || this.state.equals(other);
	}

	public boolean isEarlierThan(Statement other) {
		return this.rank.isEarlierThan(other.rank);
	}

	public boolean outranks(Statement other) {
		return this.rank.compareTo(other.rank) > 0;
	}

	public boolean isCorrection() {
		return this.rank.authority() == Authority.CORRECTION;
	}

}
