package dev.loci.context;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.loci.memory.Block;
import dev.loci.memory.Entity;
import dev.loci.memory.EntityId;
import dev.loci.memory.Precision;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * What a context needs besides what was recalled.
 *
 * @param facts by id: those that are still there
 */
record Around(List<Block> blocks, Map<String, Shown> facts) {

	private static final int MOST_BLOCKS = 100;

	/** One more than are shown, to see whether there are more. */
	static final int BLOCKS = MOST_BLOCKS + 1;

	static final Around NOTHING = new Around(List.of(), Map.of());

	static Around of(Record row, String space, Instant knownAt) {
		Map<String, Shown> facts = new HashMap<>();
		row.get("facts").values().forEach((fact) -> facts.put(fact.get("id").asString(), Shown.of(fact)));
		return new Around(row.get("blocks").asList((block) -> BlockRows.block(block, space, knownAt)), facts);
	}

	/** Core memory as it stands in a context. */
	List<Piece> core() {
		return IntStream.range(0, Math.min(MOST_BLOCKS, this.blocks.size()))
			.mapToObj((i) -> new Piece(Part.CORE, "", i, Wording.block(this.blocks.get(i))))
			.toList();
	}

	boolean hasMore() {
		return this.blocks.size() > MOST_BLOCKS;
	}

	/** Of whom a fact is, and how exactly its dates are known. */
	record Shown(Entity.Ref subject, @Nullable Precision begun, @Nullable Precision ended) {

		static Shown of(Value fact) {
			return new Shown(
					new Entity.Ref(EntityId.of(fact.get("subject").asString()), fact.get("subjectName").asString(),
							fact.get("subjectType").asString(null)),
					precision(fact.get("validFromPrecision")), precision(fact.get("validToPrecision")));
		}

		private static @Nullable Precision precision(Value value) {
			return value.isNull() ? null : Precision.valueOf(value.asString());
		}

	}

}
