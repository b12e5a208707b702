package dev.loci.rest;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

import dev.loci.memory.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next the cursor of the part that follows, if there is one
 */
record Page<T>(List<T> items, @Nullable String next) {

	/** Takes one item more than is wanted, so as to know whether more follow. */
	static <S, T> Page<T> of(List<S> found, int limit, Function<S, T> answer, Function<S, String> position) {
		List<S> items = found.subList(0, Math.min(limit, found.size()));
		return new Page<>(items.stream().map(answer).toList(),
				(found.size() > limit) ? cursor(position.apply(items.getLast())) : null);
	}

	/** Where a page begins; nowhere, if no cursor is given. */
	static <P> @Nullable P position(@Nullable String cursor, Function<String, P> position) {
		try {
			return (cursor != null)
					? position.apply(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8)) : null;
		}
		catch (IllegalArgumentException | DateTimeParseException | InvalidInput ex) {
			throw new InvalidInput("cursor", "is not one that an answer has given");
		}
	}

	private static String cursor(String position) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
	}

}
