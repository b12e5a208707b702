package dev.loci.context;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import dev.loci.memory.Fingerprint;

/**
 * Packs memories into a text of so many tokens at most: each of them whole, the best ones
 * first.
 */
final class Packer {

	/** Known to this process alone, so that nobody can tell a nonce beforehand. */
	private static final String SECRET = UUID.randomUUID().toString();

	private static final int NONCE_LENGTH = 12;

	private Packer() {
	}

	/**
	 * Packs core memory, and then what fits of the rest.
	 * @param more whether there is more core memory than this
	 * @param memories best first
	 */
	static Packed pack(List<Piece> core, boolean more, List<Piece> memories, int budget) {
		String nonce = nonce(core, memories);
		Sheet sheet = new Sheet(nonce, budget, false);
		if (!sheet.take(core) || more) {
			// Room is kept for saying so.
			sheet = new Sheet(nonce, budget, true);
			sheet.take(core);
		}
		sheet.take(memories);
		return sheet.packed();
	}

	/**
	 * The same for the same memories, so that who asks twice reads the same; and another
	 * one for others, so that no memory can hold the nonce of a fence around it.
	 */
	private static String nonce(List<Piece> core, List<Piece> memories) {
		Object[] texts = Stream.concat(Stream.of(SECRET), Stream.concat(core.stream(), memories.stream())).toArray();
		return Fingerprint.of(texts).substring(0, NONCE_LENGTH);
	}

}
