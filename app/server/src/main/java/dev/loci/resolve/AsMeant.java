package dev.loci.resolve;

import java.time.Instant;

import dev.loci.memory.Fact;

/**
 * A fact as some of its statements meant it.
 *
 * @param saidLast when the last of what it rests on was observed, whoever was meant
 * @param startsLast the last moment from which one of those that support it says so
 */
public record AsMeant(Fact fact, Instant saidLast, Instant startsLast) {
}
