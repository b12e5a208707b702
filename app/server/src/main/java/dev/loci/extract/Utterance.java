package dev.loci.extract;

import java.time.OffsetDateTime;

import dev.loci.memory.Named;
import dev.loci.memory.Told;
import org.jspecify.annotations.Nullable;

/**
 * One message, text or record, as an extractor reads it.
 *
 * @param role who spoke, for messages
 * @param speaker whom "I" means; nobody, in a text or a record
 * @param content to the letter
 * @param saidAt when it was said, where the speaker was: "yesterday" is counted from
 * there
 * @param claims whether it may claim something, or is only there so that the others are
 * understood
 * @param source whose word its statements are
 * @param message the whole of which it is a part: what a sentence is may be said far
 * before it
 * @param begin where it begins in that
 */
public record Utterance(@Nullable String role, @Nullable Named speaker, String content, OffsetDateTime saidAt,
		boolean claims, Told.Source source, String message, int begin) {

	/** What is a whole. */
	public Utterance(@Nullable String role, @Nullable Named speaker, String content, OffsetDateTime saidAt,
			boolean claims, Told.Source source) {
		this(role, speaker, content, saidAt, claims, source, content, 0);
	}

	/** A part of it. */
	Utterance saying(String part) {
		return new Utterance(this.role, this.speaker, part, this.saidAt, this.claims, this.source, this.message,
				this.begin);
	}

}
