package dev.loci.memory;

import java.util.regex.Pattern;

/**
 * The marks around memories in a text that a model reads.
 * <p>
 * Each fence has a nonce that nobody who writes memories can know, and whatever looks
 * like a mark in them is defused: so no memory ends the fence or begins another one.
 */
public final class Fence {

	private static final Pattern MARK = Pattern.compile("<(?=\\s*/?\\s*loci\\s*:\\s*memory)", Pattern.CASE_INSENSITIVE);

	private Fence() {
	}

	public static String open(String nonce) {
		return "<loci:memory " + nonce + ">";
	}

	public static String close(String nonce) {
		return "</loci:memory " + nonce + ">";
	}

	/** The same text without anything that could be taken for a mark. */
	public static String defuse(String text) {
		return MARK.matcher(text).replaceAll("‹");
	}

}
