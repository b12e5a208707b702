package dev.loci.memory;

import java.time.Instant;
import java.util.Comparator;

/**
 * The place of a statement among all others of its space: first by authority, then by
 * age.
 * <p>
 * It is part of the statement and never changes, so that the same statements make the
 * same timeline in whatever order they arrive.
 *
 * @param position the place in its request, among statements observed at one moment
 * @param hash of the content, to decide what nothing else does
 */
public record Rank(Authority authority, Instant observedAt, int position, String hash) implements Comparable<Rank> {

	private static final Comparator<Rank> AGE = Comparator.comparing(Rank::observedAt)
		.thenComparingInt(Rank::position)
		.thenComparing(Rank::hash);

	/** Oldest first, whoever spoke. */
	public static Comparator<Rank> byAge() {
		return AGE;
	}

	public boolean isEarlierThan(Rank other) {
		return AGE.compare(this, other) < 0;
	}

	@Override
	public int compareTo(Rank other) {
		int byAuthority = this.authority.compareTo(other.authority);
		return (byAuthority != 0) ? byAuthority : AGE.compare(this, other);
	}

}
