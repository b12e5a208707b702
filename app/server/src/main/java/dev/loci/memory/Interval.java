package dev.loci.memory;

import java.time.Instant;

/**
 * A stretch of time that ends before {@code to}.
 */
public record Interval(Instant from, Instant to) {

	public Interval {
		if (!from.isBefore(to)) {
			throw new InvalidInput("interval", "ends before it begins");
		}
	}

	public boolean contains(Instant moment) {
		return !moment.isBefore(this.from) && moment.isBefore(this.to);
	}

}
