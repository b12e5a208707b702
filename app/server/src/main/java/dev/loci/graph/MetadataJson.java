package dev.loci.graph;

import java.util.Map;

import dev.loci.memory.Metadata;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Metadata as the database keeps them: a property of a node can hold no map.
 */
public final class MetadataJson {

	private static final String NONE = "{}";

	private static final TypeReference<Map<String, @Nullable Object>> ENTRIES = new TypeReference<>() {
	};

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private MetadataJson() {
	}

	/** Those of a node. */
	public static Metadata of(Value node) {
		String entries = node.get("metadata").asString();
		return entries.equals(NONE) ? Metadata.NONE : new Metadata(MAPPER.readValue(entries, ENTRIES));
	}

	static String written(Metadata metadata) {
		return metadata.values().isEmpty() ? NONE : MAPPER.writeValueAsString(metadata.values());
	}

}
