package dev.loci.bench;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.loci.bench.Sentences.Sentence;
import dev.loci.graph.Cypher;
import dev.loci.memory.NameKey;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.TransactionContext;

/**
 * Brings facts into a space by the queries with which the service itself stores them, and
 * by these alone: what costs time with every statement, to find out whom it means and
 * what it changes, is left out, since each of these facts is a new one.
 */
final class BulkLoad {

	private static final Cypher OPEN = Cypher.named("graph/open_space");

	private static final Cypher ENTITIES = Cypher.named("resolve/store_entities");

	private static final Cypher STATEMENTS = Cypher.named("resolve/store_statements");

	private static final Cypher VERSIONS = Cypher.named("resolve/store_versions");

	private static final Cypher EVIDENCE = Cypher.named("resolve/store_evidence");

	private static final Cypher EDGES = Cypher.named("resolve/store_edges");

	private static final int AT_ONCE = 1000;

	/** Over so many days what is claimed was observed. */
	private static final int DAYS = 1000;

	private static final int FACT = 0;

	private static final int STATEMENT = 1;

	private static final int EPISODE = 2;

	private static final int PERSON = 3;

	private static final int THING = 4;

	private final Driver driver;

	private final Meanings meanings;

	private final String name;

	/** Makes the ids of a space its own. */
	private final int ordinal;

	/** Whom it knows by now, and by which id. */
	private final Map<String, String> known = new HashMap<>();

	BulkLoad(Driver driver, Meanings meanings, String name, int ordinal) {
		this.driver = driver;
		this.meanings = meanings;
		this.name = name;
		this.ordinal = ordinal;
	}

	/** What the sentences from one on until before another claim. */
	void load(int from, int to) {
		try (var session = this.driver.session()) {
			for (int start = from; start < to; start += AT_ONCE) {
				int first = start;
				int end = Math.min(to, start + AT_ONCE);
				session.executeWriteWithoutResult((tx) -> store(tx, first, end));
			}
		}
	}

	/** The number of the sentence that a fact was made of. */
	static int number(String fact) {
		return Integer.parseInt(fact.substring(fact.lastIndexOf('-') + 1), 16);
	}

	private void store(TransactionContext tx, int from, int to) {
		var space = tx
			.run(OPEN.text(),
					Map.of("tenant", "default", "name", this.name, "key", "bench%020d1".formatted(this.ordinal)))
			.single();
		String key = space.get("space").asString();
		ZonedDateTime now = space.get("now").asZonedDateTime();
		List<Map<String, @Nullable Object>> entities = new ArrayList<>();
		List<Map<String, @Nullable Object>> names = new ArrayList<>();
		List<Map<String, @Nullable Object>> statements = new ArrayList<>();
		List<Map<String, @Nullable Object>> versions = new ArrayList<>();
		List<Map<String, @Nullable Object>> evidence = new ArrayList<>();
		List<Map<String, @Nullable Object>> edges = new ArrayList<>();
		for (int i = from; i < to; i++) {
			Sentence sentence = Sentences.of(i);
			Claim claim = new Claim(sentence, id(FACT, i), id(STATEMENT, i), id(EPISODE, i),
					entity(sentence.person(), "Person", PERSON, i, entities, names),
					entity(sentence.thing(), sentence.topic().type(), THING, i, entities, names),
					now.minusDays(i % DAYS));
			statements.add(claim.statement(i - from, this.meanings.of(i)));
			versions.add(claim.version());
			evidence.add(Map.of("statement", claim.statementId(), "fact", claim.fact(), "ends", false));
			edges.add(claim.edge());
		}
		Map<String, @Nullable Object> whose = Map.of("tenant", "default", "space", key, "generation", key, "now", now);
		run(tx, ENTITIES, whose, Map.of("entities", entities, "names", names));
		run(tx, STATEMENTS, whose, Map.of("statements", statements));
		run(tx, VERSIONS, whose, Map.of("versions", versions));
		run(tx, EVIDENCE, whose, Map.of("gone", List.of(), "added", evidence, "followers", List.of()));
		run(tx, EDGES, whose, Map.of("gone", List.of(), "kept", List.of(), "new", edges));
	}

	private static void run(TransactionContext tx, Cypher query, Map<String, @Nullable Object> whose,
			Map<String, @Nullable Object> what) {
		Map<String, @Nullable Object> parameters = new LinkedHashMap<>(whose);
		parameters.putAll(what);
		tx.run(query.text(), parameters).consume();
	}

	private String entity(String called, String type, int sort, int number,
			List<Map<String, @Nullable Object>> entities, List<Map<String, @Nullable Object>> names) {
		return this.known.computeIfAbsent(called, (any) -> {
			String id = id(sort, number);
			Map<String, @Nullable Object> entity = new LinkedHashMap<>();
			entity.put("id", id);
			entity.put("name", called);
			entity.put("type", type);
			entity.put("externalId", null);
			entities.add(entity);
			names.add(Map.of("key", NameKey.of(called).value(), "name", called, "entity", id, "owner", "", "vector",
					this.meanings.ofName(number, sort)));
			return id;
		});
	}

	private String id(int sort, int number) {
		return "01a10000-%04x-7%03x-8000-%012x".formatted(this.ordinal, sort, number);
	}

}
