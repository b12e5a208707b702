package dev.loci.memory;

import java.time.Instant;

/**
 * A time and how exactly it was told.
 */
public record Moment(Instant at, Precision precision) {

	public static Moment of(Instant at) {
		return new Moment(at, Precision.INSTANT);
	}

	public boolean isBefore(Moment other) {
		return this.at.isBefore(other.at);
	}

}
