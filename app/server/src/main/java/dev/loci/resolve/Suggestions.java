package dev.loci.resolve;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.loci.embed.Embedder;
import dev.loci.embed.Vectors;
import dev.loci.graph.Cypher;
import dev.loci.graph.Generations;
import dev.loci.graph.Graph;
import dev.loci.graph.OpenSpace;
import dev.loci.graph.Parameters;
import dev.loci.graph.Spaces;
import dev.loci.graph.Transaction;
import dev.loci.memory.AlreadyDecided;
import dev.loci.memory.Authority;
import dev.loci.memory.Basis;
import dev.loci.memory.Change;
import dev.loci.memory.DecisionId;
import dev.loci.memory.DecisionRefused;
import dev.loci.memory.Entity;
import dev.loci.memory.EntityId;
import dev.loci.memory.Fact;
import dev.loci.memory.Fact.Visibility;
import dev.loci.memory.FactId;
import dev.loci.memory.Moments;
import dev.loci.memory.Moment;
import dev.loci.memory.Named;
import dev.loci.memory.Outcome;
import dev.loci.memory.Scope;
import dev.loci.memory.StatementRefused;
import dev.loci.memory.SuggestionId;
import dev.loci.memory.SuggestionNotFound;
import dev.loci.memory.Told;
import dev.loci.resolve.Suggestion.Status;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

import org.springframework.stereotype.Component;

/**
 * What waits for the decision of a model or a person, and what follows from it.
 */
@Component
public class Suggestions {

	private static final Cypher LIST = Cypher.named("resolve/suggestions");

	private static final Cypher SUGGESTION = Cypher.named("resolve/suggestion");

	private static final Cypher DECIDE = Cypher.named("resolve/decide_suggestion");

	private final Graph graph;

	private final Spaces spaces;

	private final Generations generations;

	private final Merges merges;

	private final Resolver resolver;

	private final Embedder embedder;

	Suggestions(Graph graph, Spaces spaces, Generations generations, Merges merges, Resolver resolver,
			Embedder embedder) {
		this.graph = graph;
		this.spaces = spaces;
		this.generations = generations;
		this.merges = merges;
		this.resolver = resolver;
		this.embedder = embedder;
	}

	/** The newest first. */
	public List<Suggestion> list(Scope scope, Listing listing) {
		return this.spaces.view(scope, null)
			.map((view) -> this.graph.read((tx) -> tx.list(LIST,
					Parameters.with("space", view.generation())
						.and("status", listing.status())
						.and("kind", listing.kind())
						.and("owners", (listing.agentId() != null) ? List.of("", listing.agentId()) : List.of(""))
						.and("before", (listing.after() != null) ? listing.after() : "~")
						.and("limit", listing.limit()),
					Suggestions::suggestion)))
			.orElse(List.of());
	}

	/** Two entities become one; a statement is made anew, as the word of a person. */
	public Decided accept(String tenant, SuggestionId id) {
		Vectors names = new Vectors(this.embedder, names(tenant, id));
		return decide(tenant, id, Status.ACCEPTED, (tx, space, open) -> switch (open.kind()) {
			case SAME -> {
				Merges.Decided merged = this.merges.merge(tx, tenant, space, open.entities().getFirst(),
						open.entities().getLast(), Merges.Why.SUGGESTED);
				yield new Decided(id, Status.ACCEPTED, merged.id(), null, merged.changed());
			}
			case WEAK, CONTESTED -> assertAnew(tx, tenant, space, id, open, names);
		});
	}

	/** The names that it tells: what they mean is made out before the transaction. */
	private Set<String> names(String tenant, SuggestionId id) {
		Scope scope = this.spaces.ofSuggestion(tenant, id).orElseThrow(() -> new SuggestionNotFound(id));
		return this.graph.read((tx) -> {
			OpenSpace space = this.spaces.peek(tx, scope);
			return tx.first(SUGGESTION, Parameters.with("space", space.generation()).and("id", id), Suggestions::open)
				.map(Open::statement)
				.map((claimed) -> names(tx, tenant, space, claimed))
				.orElse(Set.of());
		});
	}

	private Set<String> names(Transaction tx, String tenant, OpenSpace space, Claimed claimed) {
		Set<String> names = new HashSet<>(
				this.resolver.sentences(tx, tenant, space, List.of(anew(claimed, space.now()))));
		names.remove(claimed.text());
		return names;
	}

	/** It is not suggested again. */
	public Decided dismiss(String tenant, SuggestionId id) {
		return decide(tenant, id, Status.DISMISSED,
				(tx, space, open) -> new Decided(id, Status.DISMISSED, null, null, List.of()));
	}

	private Decided decide(String tenant, SuggestionId id, Status status, Work work) {
		Scope scope = this.spaces.ofSuggestion(tenant, id).orElseThrow(() -> new SuggestionNotFound(id));
		return this.spaces.write(scope, (tx, space) -> {
			Parameters parameters = Parameters.with("space", space.generation()).and("id", id);
			Open open = tx.first(SUGGESTION, parameters, Suggestions::open)
				.orElseThrow(() -> new SuggestionNotFound(id));
			if (open.status() != Status.OPEN) {
				throw new AlreadyDecided("The suggestion " + id + " has been " + open.status() + " already");
			}
			this.generations.abandon(tx, space);
			tx.run(DECIDE, parameters.and("status", status).and("now", space.now()));
			return work.on(tx, space, open);
		});
	}

	private Decided assertAnew(Transaction tx, String tenant, OpenSpace space, SuggestionId id, Open open,
			Vectors names) {
		Claimed claimed = Objects.requireNonNull(open.statement());
		Resolved resolved = this.resolver
			.resolve(tx, tenant, space, List.of(anew(claimed, space.now())), List.of(),
					(text) -> text.equals(claimed.text()) ? open.vector() : names.of(text))
			.getFirst();
		if (resolved.outcome() instanceof Outcome.Rejected rejected) {
			throw new StatementRefused(rejected.reason());
		}
		if (resolved.outcome() instanceof Outcome.Outranked outranked) {
			throw new DecisionRefused("Even as the word of a person it would not be believed, since "
					+ outranked.reason() + ": correct the fact that stands against it");
		}
		return new Decided(id, Status.ACCEPTED, null, resolved.fact(), resolved.changed());
	}

	/** The same of those whom it meant, said again, now, by somebody who knows. */
	private static Told anew(Claimed claimed, Instant now) {
		Claimed.Target target = claimed.target();
		EntityId object = claimed.ends().object();
		Moment from = claimed.statement().from();
		// Nobody has said since when: that it was seen then stays true, and no more.
		boolean seen = claimed.statement().basis() == Basis.OBSERVED && claimed.statement().to() == null;
		return new Told(Named.of(claimed.ends().subject()), claimed.predicate(),
				(object != null) ? Named.of(object) : null,
				(target != null && target.value() != null) ? target.value().stored() : null,
				claimed.statement().polarity(), seen ? null : from, claimed.statement().to(), false,
				(seen && from != null) ? from.at() : claimed.statement().holdsAt(),
				new Told.Wording(claimed.text(), null, claimed.kind(), claimed.expiresAt(), claimed.metadata()),
				new Told.Source(Authority.CORRECTION, claimed.agentId(), claimed.sessionId(),
						claimed.owner().isEmpty() ? Visibility.SPACE : Visibility.AGENT, now, claimed.episode(),
						claimed.quote(), null));
	}

	private static Suggestion suggestion(Record row) {
		Value node = row.get("suggestion");
		return new Suggestion(SuggestionId.of(node.get("id").asString()),
				Suggestion.Kind.valueOf(node.get("kind").asString()), Status.valueOf(node.get("status").asString()),
				node.get("score").asDouble(), node.get("reason").asString(),
				node.get("createdAt").asZonedDateTime().toInstant(),
				row.get("entities")
					.asList((each) -> new Entity.Ref(EntityId.of(each.get("id").asString()),
							each.get("name").asString(), each.get("type").asString(null))),
				row.get("statement").isNull() ? null : Suggestion.Doubted.of(Claimed.of(row.get("statement"))),
				row.get("believed")
					.asList((each) -> new Suggestion.Rival(FactId.of(each.get("id").asString()),
							each.get("text").asString(), told(each.get("validFrom")), told(each.get("validTo")))),
				node.get("judgedAt").isNull() ? null
						: new Suggestion.Opinion(node.get("judgedBy").asString(),
								node.get("verdictReason").asString(null),
								Advice.Verdict.valueOf(node.get("verdict").asString()),
								node.get("judgedAt").asZonedDateTime().toInstant()),
				node.get("decidedBy").asString(null));
	}

	private static Open open(Record row) {
		return new Open(Suggestion.Kind.valueOf(row.get("kind").asString()),
				Status.valueOf(row.get("status").asString()),
				row.get("entities").asList((entity) -> EntityId.of(entity.asString())),
				row.get("statement").isNull() ? null : Claimed.of(row.get("statement")), row.get("vector"));
	}

	private static @Nullable Instant told(Value moment) {
		return Moments.told(moment.asZonedDateTime().toInstant());
	}

	/**
	 * Which suggestions.
	 *
	 * @param agentId who asks, to be asked about its own statements, too
	 * @param after the id of the last one of the page before
	 */
	public record Listing(Status status, Suggestion.@Nullable Kind kind, @Nullable String agentId,
			@Nullable SuggestionId after, int limit) {
	}

	/**
	 * What followed.
	 *
	 * @param merge the decision that can be undone
	 * @param fact that is believed because of it
	 */
	public record Decided(SuggestionId id, Status status, @Nullable DecisionId merge, @Nullable Fact fact,
			List<Change> changed) {
	}

	private record Open(Suggestion.Kind kind, Status status, List<EntityId> entities, @Nullable Claimed statement,
			Value embedding) {

		/** Of the sentence that the statement is kept with: it is not made again. */
		float[] vector() {
			List<Float> numbers = this.embedding.asList(Value::asFloat);
			float[] vector = new float[numbers.size()];
			for (int i = 0; i < vector.length; i++) {
				vector[i] = numbers.get(i);
			}
			return vector;
		}

	}

	private interface Work {

		Decided on(Transaction tx, OpenSpace space, Open open);

	}

}
