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

	/** Whether both may mean the same time, each as exactly as it was told. */
	public boolean mayBe(Moment other) {
		return first().isBefore(other.next()) && other.first().isBefore(next());
	}

	private Instant first() {
		return this.precision.first(this.at);
	}

	private Instant next() {
		return this.precision.next(this.at);
	}

}
