package dev.loci.extract;

import java.util.concurrent.atomic.AtomicReference;

import dev.loci.extract.Extraction.Usage;

/**
 * What asking one question has cost so far: every try of it, and what was asked besides
 * to find out why it failed. Calls run on threads of their own.
 */
final class EndpointBill {

	private final AtomicReference<Usage> total = new AtomicReference<>(Usage.NONE);

	void add(Usage usage) {
		this.total.accumulateAndGet(usage, Usage::and);
	}

	Usage total() {
		return this.total.get();
	}

}
