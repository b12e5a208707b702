package dev.loci.rest;

import java.io.IOException;

/**
 * A request goes on beyond what is taken.
 */
final class BodyTooLarge extends IOException {

	private final long limit;

	BodyTooLarge(long limit) {
		super("The body has more than " + limit + " bytes");
		this.limit = limit;
	}

	long limit() {
		return this.limit;
	}

}
