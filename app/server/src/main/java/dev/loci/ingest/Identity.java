package dev.loci.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import dev.loci.ingest.Submission.Said;
import dev.loci.memory.Episode;
import org.jspecify.annotations.Nullable;

/**
 * What recognises a message that is sent again: its id, else who said what when in which
 * session.
 * <p>
 * Somebody may say the same twice. Where no time tells the two apart, their places among
 * their equals do: a conversation with two "ok" that is sent again still has two.
 */
final class Identity {

	private Identity() {
	}

	/** One for each part; null for what is never recognised: texts and records. */
	static List<@Nullable String> of(Submission submission) {
		List<@Nullable String> identities = new ArrayList<>();
		Map<String, Integer> equals = new HashMap<>();
		for (Said said : submission.said()) {
			if (said.kind() != Episode.Kind.MESSAGE) {
				identities.add(null);
			}
			else if (said.messageId() != null) {
				identities.add("id:" + said.messageId());
			}
			else {
				String hash = sha256(submission.sessionId(), said.role(), said.name(), said.content(),
						said.occurredAt());
				int place = (said.occurredAt() != null) ? 1 : equals.merge(hash, 1, Integer::sum);
				identities.add((place == 1) ? "is:" + hash : "is:" + hash + ":" + place);
			}
		}
		return identities;
	}

	/**
	 * A hash that also tells absent from empty, and where one part ends and the next
	 * begins.
	 */
	static String sha256(@Nullable Object... parts) {
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
