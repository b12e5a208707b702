package dev.loci.rest;

import dev.loci.memory.InvalidInput;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;

/**
 * The version of something as an ETag.
 */
final class Tag {

	private Tag() {
	}

	static <T> ResponseEntity<T> on(T body, int version) {
		return ResponseEntity.ok().eTag(String.valueOf(version)).body(body);
	}

	/** The version that the caller has seen; any, if none is named. */
	static @Nullable Integer version(@Nullable String ifMatch) {
		if (ifMatch == null || ifMatch.equals("*")) {
			return null;
		}
		if (!ifMatch.matches("\"[0-9]{1,9}\"")) {
			throw new InvalidInput("If-Match", "must be the ETag of an answer, like \"3\"");
		}
		return Integer.valueOf(ifMatch.substring(1, ifMatch.length() - 1));
	}

}
