package dev.loci.resolve;

import java.time.Instant;
import java.util.Optional;

import dev.loci.graph.Cypher;
import dev.loci.graph.Generations;
import dev.loci.graph.Graph;
import dev.loci.graph.Parameters;
import dev.loci.graph.Spaces;
import dev.loci.graph.Transaction;
import dev.loci.memory.Scope;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

import org.springframework.stereotype.Component;

/**
 * Which ontology a space has. Another one comes into force with the next rebuild, for all
 * that was ever claimed at once: statements that are read by two of them could not be
 * compared. Where nothing was claimed yet, it does so at once.
 */
@Component
public class SpaceOntologies {

	private static final Cypher SPACE_ONTOLOGY = Cypher.named("resolve/space_ontology");

	private static final Cypher WANT_ONTOLOGY = Cypher.named("resolve/want_ontology");

	private final Graph graph;

	private final Spaces spaces;

	private final Generations generations;

	private final Vocabularies vocabularies;

	SpaceOntologies(Graph graph, Spaces spaces, Generations generations, Vocabularies vocabularies) {
		this.graph = graph;
		this.spaces = spaces;
		this.generations = generations;
		this.vocabularies = vocabularies;
	}

	/** That of a space; where nothing was ever written, it is the standard one. */
	public Chosen of(Scope scope) {
		return this.graph.read((tx) -> chosen(tx, scope)).orElse(new Chosen(null, null, false));
	}

	/**
	 * Chooses another one.
	 * @param yaml its text; nothing for the standard one
	 * @throws dev.loci.memory.InvalidOntology if it cannot be used
	 */
	public Chosen choose(Scope scope, @Nullable String yaml) {
		this.vocabularies.of(yaml);
		return this.spaces.write(scope, (tx, space) -> {
			this.generations.abandon(tx, space);
			tx.run(WANT_ONTOLOGY,
					Parameters.with("space", space.key()).and("generation", space.generation()).and("ontology", yaml));
			return chosen(tx, scope).orElseThrow();
		});
	}

	/** The text of the one that the space shall have, nothing for the standard one. */
	@Nullable String wanted(Transaction tx, Scope scope) {
		return chosen(tx, scope).map(Chosen::ontology).orElse(null);
	}

	private static Optional<Chosen> chosen(Transaction tx, Scope scope) {
		return tx.first(SPACE_ONTOLOGY, Parameters.with("tenant", scope.tenant()).and("name", scope.space()),
				Chosen::of);
	}

	/**
	 * The ontology that a space shall have.
	 *
	 * @param createdAt when it came into being, if it has
	 * @param ontology its own one, if it has one
	 * @param rebuildNeeded whether another one is still in force
	 */
	public record Chosen(@Nullable Instant createdAt, @Nullable String ontology, boolean rebuildNeeded) {

		static Chosen of(Record row) {
			String wanted = row.get("wanted").asString(null);
			String inForce = row.get("ontology").asString(null);
			return new Chosen(row.get("createdAt").asZonedDateTime().toInstant(),
					(wanted == null) ? inForce : wanted.isEmpty() ? null : wanted, wanted != null);
		}

	}

}
