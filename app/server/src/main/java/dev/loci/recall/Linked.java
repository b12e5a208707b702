package dev.loci.recall;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Parameters;
import dev.loci.memory.EntityId;
import dev.loci.memory.InvalidInput;
import dev.loci.memory.NameKey;
import dev.loci.memory.Scope;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.MapAccessor;

import org.springframework.stereotype.Component;

/**
 * Finds whom a question names.
 */
@Component
class Linked {

	private static final Cypher ASKED = Cypher.named("recall/entities_asked");

	private static final int MOST = 20;

	private static final int MOST_OF_A_NAME = 100;

	private final Graph graph;

	Linked(Graph graph) {
		this.graph = graph;
	}

	/** The most certain first. */
	List<Link> by(Scope scope, Cues cues, AsOf asOf) {
		return links(named(scope, asOf).and("ids", List.of())
			.and("keys", cues.keys())
			.and("tokens", Stream.concat(cues.tokens().stream(), cues.parts().stream()).toList())
			.and("words", Words.names(cues.tokens()))
			.and("self", cues.ofSpeaker())
			.and("limit", MOST));
	}

	/** Exactly those that a caller names, by id or by name. */
	List<EntityId> exactly(Scope scope, List<String> namesOrIds, AsOf asOf) {
		List<EntityId> ids = new ArrayList<>();
		List<String> keys = new ArrayList<>();
		for (String each : namesOrIds) {
			try {
				ids.add(EntityId.of(each));
			}
			catch (InvalidInput noId) {
				keys.add(NameKey.of(each).value());
			}
		}
		return links(named(scope, asOf).and("ids", ids)
			.and("keys", keys)
			.and("tokens", List.of())
			.and("words", "")
			.and("self", false)
			.and("limit", MOST_OF_A_NAME * Math.max(1, namesOrIds.size()))).stream().map(Link::id).toList();
	}

	private static Parameters named(Scope scope, AsOf asOf) {
		return Parameters.with("tenant", scope.tenant())
			.and("name", scope.space())
			.and("knownAt", asOf.knownAt())
			.and("owners", Sight.owners(asOf.agentId()));
	}

	private List<Link> links(Parameters parameters) {
		return this.graph.read((tx) -> tx.list(ASKED, parameters, Linked::link));
	}

	static Link link(MapAccessor row) {
		return new Link(EntityId.of(FactRows.word(row.get("id"))), FactRows.word(row.get("name")),
				row.get("type").asString(null), row.get("weight").asDouble(), Use.of(row.get("use")));
	}

	/**
	 * An entity that a question may name.
	 *
	 * @param weight how much of its name the question has
	 * @param use how often it has helped
	 */
	record Link(EntityId id, String name, @Nullable String type, double weight, Use use) {
	}

}
