package dev.loci.rest;

import dev.loci.memory.Block;
import dev.loci.memory.InvalidInput;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;

/**
 * The version of something as an ETag.
 */
final class Tag {

	private Tag() {
	}

	static ResponseEntity<Block> on(Block block) {
		return ResponseEntity.ok().eTag(block.stamp().toString()).body(block);
	}

	static <T> ResponseEntity<T> on(T body, int version) {
		return ResponseEntity.ok().eTag(String.valueOf(version)).body(body);
	}

	/** The version that the caller has seen; any, if none is named. */
	static @Nullable Integer version(@Nullable String ifMatch) {
		String seen = seen(ifMatch, "[0-9]{1,9}");
		return (seen != null) ? Integer.valueOf(seen) : null;
	}

	/** The block that the caller has seen; any, if none is named. */
	static @Nullable String block(@Nullable String ifMatch) {
		return seen(ifMatch, "[0-9]{1,9}(?:-[0-9a-z]{1,13})?");
	}

	private static @Nullable String seen(@Nullable String ifMatch, String pattern) {
		if (ifMatch == null || ifMatch.equals("*")) {
			return null;
		}
		if (!ifMatch.matches("\"" + pattern + "\"")) {
			throw new InvalidInput("If-Match", "must be the ETag of an answer, like \"3\"");
		}
		return ifMatch.substring(1, ifMatch.length() - 1);
	}

}
