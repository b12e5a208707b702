package dev.loci.ingest;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.loci.embed.Embedder;
import dev.loci.embed.Vectors;
import dev.loci.graph.Graph;
import dev.loci.graph.Idempotency;
import dev.loci.graph.Spaces;
import dev.loci.memory.Scope;
import dev.loci.resolve.Resolver;
import dev.loci.memory.Told;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Takes statements as they are, without a model: when {@link #accept} returns, they are
 * kept, and what they change is believed.
 */
@Component
public class Statements {

	private final Graph graph;

	private final Spaces spaces;

	private final Resolver resolver;

	private final Embedder embedder;

	private final Idempotency idempotency;

	private final ObservationRegistry observations;

	Statements(Graph graph, Spaces spaces, Resolver resolver, Embedder embedder, Idempotency idempotency,
			ObservationRegistry observations) {
		this.graph = graph;
		this.spaces = spaces;
		this.resolver = resolver;
		this.embedder = embedder;
		this.idempotency = idempotency;
		this.observations = observations;
	}

	/**
	 * Keeps statements in one transaction, and says what each of them did.
	 * @param idempotencyKey the caller's name for this request: a second one of the same
	 * name gets the first answer
	 */
	public Outcomes accept(Scope scope, List<Told> told, @Nullable String idempotencyKey) {
		Observation observation = Observation.createNotStarted("loci.statements", this.observations);
		return Objects.requireNonNull(observation.observe(() -> {
			Vectors vectors = new Vectors(this.embedder, sentences(scope, told));
			return this.spaces.write(scope, (tx, space) -> this.idempotency.once(tx, scope, space.key(), idempotencyKey,
					told, Outcomes.class,
					() -> Outcomes.of(this.resolver.resolve(tx, scope.tenant(), space, told, List.of(), vectors::of))));
		}));
	}

	private Set<String> sentences(Scope scope, List<Told> told) {
		return this.graph.read((tx) -> this.resolver.sentences(tx, scope.tenant(), this.spaces.peek(tx, scope), told));
	}

}
