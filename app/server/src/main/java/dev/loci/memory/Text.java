package dev.loci.memory;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What every text must be to be kept and given back unchanged: Unicode that UTF-8 can
 * write, and no NUL.
 */
public final class Text {

	private Text() {
	}

	/** Returns the text if it can be kept, else says in which field it cannot. */
	public static String checked(String field, String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == 0) {
				throw new InvalidInput(field, "contains a NUL character at position " + i);
			}
			if (Character.isSurrogate(c)) {
				if (!Character.isHighSurrogate(c) || i + 1 == text.length()
						|| !Character.isLowSurrogate(text.charAt(i + 1))) {
					throw new InvalidInput(field, "contains half of a surrogate pair at position " + i);
				}
				i++;
			}
		}
		return text;
	}

	/** By which two writings of a text are found to be the same. */
	public static String folded(String text) {
		return Letters.folded(Letters.plain(text));
	}

	/** The same for all that is written in a JSON value, keys included. */
	public static void checkAll(String field, @Nullable Object json) {
		switch (json) {
			case String text -> checked(field, text);
			case List<?> list -> list.forEach((element) -> checkAll(field, element));
			case Map<?, ?> map -> map.forEach((key, value) -> {
				String name = checked(field, String.valueOf(key));
				checkAll(field + "." + name, value);
			});
			case null, default -> {
				// numbers, booleans and null hold no text
			}
		}
	}

}
