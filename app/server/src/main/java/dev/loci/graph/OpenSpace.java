package dev.loci.graph;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * A space that is open for writing: nobody else writes to it until the transaction ends.
 *
 * @param key under which the space keeps what was said
 * @param generation under which it keeps what it believes now
 * @param ontology its own one, as it was written; absent if it has the standard one
 * @param building whether another generation is being built
 * @param now the moment of this transaction by the clock of the space
 */
public record OpenSpace(String key, String generation, @Nullable String ontology, boolean building, Instant now) {

	/** One that holds nothing. */
	static OpenSpace none() {
		return new OpenSpace("none0", "none0", null, false, Instant.now());
	}

	static OpenSpace of(Record row) {
		return new OpenSpace(row.get("space").asString(), row.get("generation").asString(),
				row.get("ontology").asString(null), row.get("building").asBoolean(),
				row.get("now").asZonedDateTime().toInstant());
	}

}
