package dev.loci.access;

import dev.loci.memory.Scope;

/**
 * Who makes a request, as far as it decides what they see.
 */
public record Caller(String tenant) {

	/** A space of this caller's tenant. */
	public Scope scope(String space) {
		return new Scope(this.tenant, space);
	}

}
