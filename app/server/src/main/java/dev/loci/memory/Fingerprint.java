package dev.loci.memory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * A short text that is the same for the same parts, and for no others.
 */
public final class Fingerprint {

	private Fingerprint() {
	}

	/**
	 * A hash that also tells absent from empty, and where one part ends and the next
	 * begins.
	 */
	public static String of(@Nullable Object... parts) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (Object part : parts) {
				byte[] bytes = (part != null) ? part.toString().getBytes(StandardCharsets.UTF_8) : new byte[0];
				digest.update((((part != null) ? bytes.length : -1) + ":").getBytes(StandardCharsets.UTF_8));
				digest.update(bytes);
			}
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
