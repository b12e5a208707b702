package dev.loci.graph;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.loci.memory.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query, from our types to those that the driver knows: instants as
 * UTC date-times, ids and names of constants as text, metadata as JSON. Absent values are
 * nulls.
 */
public final class Parameters {

	private final Map<String, @Nullable Object> values = new HashMap<>();

	private Parameters() {
	}

	public static Parameters none() {
		return new Parameters();
	}

	public static Parameters with(String name, @Nullable Object value) {
		return none().and(name, value);
	}

	public Parameters and(String name, @Nullable Object value) {
		this.values.put(name, plain(value));
		return this;
	}

	Map<String, @Nullable Object> asMap() {
		return this.values;
	}

	private static @Nullable Object plain(@Nullable Object value) {
		return switch (value) {
			case null -> null;
			case Instant instant -> instant.atZone(ZoneOffset.UTC);
			case Parameters nested -> nested.values;
			case Map<?, ?> map -> {
				Map<String, @Nullable Object> plain = new LinkedHashMap<>();
				map.forEach((key, element) -> plain.put(String.valueOf(key), plain(element)));
				yield plain;
			}
			case Collection<?> collection -> collection.stream().map(Parameters::plain).toList();
			case Enum<?> constant -> constant.name();
			case Metadata metadata -> MetadataJson.written(metadata);
			case Record id -> id.toString();
			default -> value;
		};
	}

}
