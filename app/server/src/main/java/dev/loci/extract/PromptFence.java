package dev.loci.extract;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;

/**
 * Lines that stand around what is not to be believed.
 * <p>
 * They begin with a marker that is drawn for each call, when all that is put between them
 * is known: no text can hold it, so none can end its own block or begin another one.
 */
record PromptFence(String marker) {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int BITS = 80;

	private static final int RADIX = 36;

	/** A fence around these texts and none of their content. */
	static PromptFence around(List<String> texts) {
		String marker;
		do {
			marker = "#" + new BigInteger(BITS, RANDOM).toString(RADIX);
		}
		while (isIn(texts, marker));
		return new PromptFence(marker);
	}

	private static boolean isIn(List<String> texts, String marker) {
		return texts.stream().anyMatch((text) -> text.contains(marker));
	}

	/** The text to the letter, between two lines. */
	String block(String head, String text) {
		return this.marker + " " + head + "\n" + text + "\n" + this.marker + " end\n";
	}

}
