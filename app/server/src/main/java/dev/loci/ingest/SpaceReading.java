package dev.loci.ingest;

import java.util.Optional;

import dev.loci.extract.Extractors;
import dev.loci.extract.Extractors.Mode;
import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Parameters;
import dev.loci.graph.Spaces;
import dev.loci.memory.ReaderMissing;
import dev.loci.memory.Scope;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Who reads what is said in a space, where that is not as it is set for all. It holds for
 * what is read from then on.
 */
@Component
public class SpaceReading {

	private static final Cypher READING = Cypher.named("ingest/reading");

	private static final Cypher SET_READING = Cypher.named("ingest/set_reading");

	private final Graph graph;

	private final Spaces spaces;

	private final Extractors extractors;

	SpaceReading(Graph graph, Spaces spaces, Extractors extractors) {
		this.graph = graph;
		this.spaces = spaces;
		this.extractors = extractors;
	}

	/** Empty where it is as it is set for all. */
	public Optional<Mode> of(Scope scope) {
		return this.graph
			.read((tx) -> tx.first(READING, Parameters.with("tenant", scope.tenant()).and("name", scope.space()),
					(row) -> Optional.ofNullable(row.get("extract").asString(null))))
			.flatMap((mode) -> mode)
			.map(Mode::valueOf);
	}

	/**
	 * Refuses a way that nobody can go here.
	 * @throws ReaderMissing if there is nobody who reads so
	 */
	public void check(@Nullable Mode mode) {
		if (mode == Mode.MODEL && !this.extractors.hasModel()) {
			throw new ReaderMissing("No model is configured that could read: set loci.extract.base-url and "
					+ "loci.extract.model and start the service again, or choose local or off");
		}
	}

	/** Chooses another way; as it is set for all, if none is named. */
	public void choose(Scope scope, @Nullable Mode mode) {
		check(mode);
		this.spaces.write(scope, (tx, space) -> {
			tx.run(SET_READING, Parameters.with("space", space.key()).and("extract", mode));
			return space;
		});
	}

}
