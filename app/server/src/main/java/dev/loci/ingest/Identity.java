package dev.loci.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.loci.ingest.Submission.Said;
import dev.loci.memory.Episode;
import dev.loci.memory.Fingerprint;
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
				String hash = Fingerprint.of(submission.sessionId(), said.role(), said.name(), said.content(),
						(said.occurredAt() != null) ? said.occurredAt().toInstant() : null);
				int place = (said.occurredAt() != null) ? 1 : equals.merge(hash, 1, Integer::sum);
				identities.add((place == 1) ? "is:" + hash : "is:" + hash + ":" + place);
			}
		}
		return identities;
	}

}
