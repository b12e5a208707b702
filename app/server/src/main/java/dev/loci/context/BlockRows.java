package dev.loci.context;

import java.time.Instant;

import dev.loci.memory.Block;
import org.neo4j.driver.Value;

/**
 * Reads blocks from rows of the database, as they look from a moment.
 */
final class BlockRows {

	private BlockRows() {
	}

	static Block block(Value row, String space, Instant knownAt) {
		Instant recordedTo = row.get("recordedTo").asZonedDateTime().toInstant();
		return new Block(space, row.get("label").asString(), row.get("version").asInt(), row.get("text").asString(),
				row.get("description").asString(null), row.get("limit").asInt(),
				row.get("recordedFrom").asZonedDateTime().toInstant(),
				knownAt.isBefore(recordedTo) ? null : recordedTo);
	}

}
