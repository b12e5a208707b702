package dev.loci.graph;

import java.util.Optional;

import dev.loci.memory.Scope;

import org.springframework.stereotype.Component;

/**
 * Finds the opaque key under which a space keeps everything.
 */
@Component
public class Spaces {

	private static final Cypher SPACE_KEY = Cypher.named("graph/space_key");

	private final Graph graph;

	Spaces(Graph graph) {
		this.graph = graph;
	}

	/** Empty if nothing was ever written there. */
	public Optional<String> key(Scope scope) {
		return this.graph
			.read((tx) -> tx.first(SPACE_KEY, Parameters.with("tenant", scope.tenant()).and("name", scope.space()),
					(row) -> row.get("space").asString()));
	}

}
