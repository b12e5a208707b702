package dev.loci.memory;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What a caller attaches to a memory for its own use, and may later filter by.
 */
public record Metadata(Map<String, @Nullable Object> values) {

	public static final Metadata NONE = new Metadata(Map.of());

	public Metadata {
		Text.checkAll("metadata", values);
		values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
	}

	/**
	 * One word for each entry, equal for equal entries: a memory matches a filter if it
	 * has all of the filter's tags.
	 */
	public List<String> tags() {
		return this.values.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + canonical(entry.getValue()))
			.toList();
	}

	private static String canonical(@Nullable Object value) {
		return switch (value) {
			case null -> "null";
			case String text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
			case Number number -> new BigDecimal(number.toString()).stripTrailingZeros().toString();
			case List<?> list -> list.stream().map(Metadata::canonical).collect(Collectors.joining(",", "[", "]"));
			case Map<?, ?> map -> {
				Map<String, String> sorted = new TreeMap<>();
				map.forEach((key, element) -> sorted.put(canonical(key), canonical(element)));
				yield sorted.toString();
			}
			default -> value.toString();
		};
	}

}
