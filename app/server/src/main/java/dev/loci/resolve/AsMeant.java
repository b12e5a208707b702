package dev.loci.resolve;

import java.time.Instant;
import java.util.List;

import dev.loci.memory.Fact;
import dev.loci.memory.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A fact as some of its statements meant it.
 *
 * @param saidLast when the last of what it rests on was observed, whoever was meant
 * @param starts those that are told coarsely by what supports it
 * @param startsLast the last moment from which one of those that support it says so
 * @param before when it last ended to be so, if it had been so before
 * @param sessionId where it was told
 */
public record AsMeant(Fact fact, Instant saidLast, List<Moment> starts, Instant startsLast, @Nullable Instant before,
		@Nullable String sessionId) {

	public AsMeant {
		starts = List.copyOf(starts);
	}

}
