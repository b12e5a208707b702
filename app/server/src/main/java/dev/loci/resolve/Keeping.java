package dev.loci.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.loci.graph.Cypher;
import dev.loci.graph.OpenSpace;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.Episode;

/**
 * Keeps statements as they were made, and those whom they name.
 */
final class Keeping {

	private static final Cypher STORE_ENTITIES = Cypher.named("resolve/store_entities");

	private static final Cypher STORE_STATEMENTS = Cypher.named("resolve/store_statements");

	private Keeping() {
	}

	/**
	 * Stores them.
	 * @param vectors of sentences and names
	 * @param read whether they were read out of episodes, and can be read anew
	 */
	static void store(Transaction tx, String tenant, OpenSpace space, List<Resident> residents, List<Claimed> claimed,
			Function<String, float[]> vectors, boolean read) {
		storeEntities(tx, tenant, space, residents, vectors);
		if (!claimed.isEmpty()) {
			tx.run(STORE_STATEMENTS, Parameters.with("tenant", tenant)
				.and("space", space.key())
				.and("generation", space.generation())
				.and("now", space.now())
				.and("statements",
						claimed.stream().map((each) -> statement(each, vectors.apply(each.text()), read)).toList()));
		}
	}

	private static void storeEntities(Transaction tx, String tenant, OpenSpace space, List<Resident> residents,
			Function<String, float[]> vectors) {
		List<Parameters> entities = new ArrayList<>();
		List<Parameters> names = new ArrayList<>();
		for (Resident resident : residents) {
			if (resident.changed()) {
				entities.add(Parameters.with("id", resident.id())
					.and("name", resident.name())
					.and("shared", resident.newlyShared())
					.and("type", resident.type())
					.and("externalId", resident.externalId()));
			}
			resident.told()
				.forEach((called) -> names.add(Parameters.with("key", called.key().value())
					.and("name", called.name())
					.and("entity", called.entity())
					.and("owner", called.owner())
					.and("type", called.type())
					.and("externalId", called.externalId())
					.and("vector", vectors.apply(called.name()))));
		}
		if (!entities.isEmpty() || !names.isEmpty()) {
			tx.run(STORE_ENTITIES,
					Parameters.with("tenant", tenant)
						.and("space", space.generation())
						.and("now", space.now())
						.and("entities", entities)
						.and("names", names));
		}
	}

	private static Parameters statement(Claimed claimed, float[] vector, boolean read) {
		return Parameters.with("properties", claimed.properties().and("read", read ? true : null))
			.and("embedding", vector)
			.and("quote", claimed.quote())
			.and("episode", claimed.alone() ? episode(claimed) : null);
	}

	private static Parameters episode(Claimed claimed) {
		return Parameters.with("id", claimed.episode())
			.and("kind", Episode.Kind.STATEMENT)
			.and("content", claimed.text())
			.and("owner", claimed.owner())
			.and("agentId", claimed.agentId())
			.and("sessionId", claimed.sessionId())
			.and("metadata", "{}")
			.and("occurredAt", claimed.statement().rank().observedAt());
	}

}
