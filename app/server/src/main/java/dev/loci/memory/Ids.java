package dev.loci.memory;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes and reads the identifiers of this memory: UUIDs of version 7, which sort by the
 * moment they were made. Those of one process sort in the order in which they were made,
 * even within a millisecond, so a conversation keeps its order.
 */
final class Ids {

	private static final SecureRandom RANDOM = new SecureRandom();

	/** Milliseconds and, in the lowest twelve bits, a count within them. */
	private static final AtomicLong LAST = new AtomicLong();

	private Ids() {
	}

	static UUID next() {
		long now = System.currentTimeMillis() << 12;
		long moment = LAST.updateAndGet((last) -> Math.max(last + 1, now));
		long high = (moment >>> 12) << 16 | 0x7000 | (moment & 0x0FFF);
		long low = 0x8000_0000_0000_0000L | (RANDOM.nextLong() >>> 2);
		return new UUID(high, low);
	}

	static UUID parse(String noun, String text) {
		try {
			UUID id = UUID.fromString(text);
			if (id.toString().equalsIgnoreCase(text)) {
				return id;
			}
		}
		catch (IllegalArgumentException ex) {
			// said below, in words of this memory
		}
		throw new InvalidInput(noun, "is not an id: a UUID like 0198c5f2-7d4e-7c1a-9b3e-2f6a8d4c1e70 is expected");
	}

}
