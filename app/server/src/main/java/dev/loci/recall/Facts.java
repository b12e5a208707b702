package dev.loci.recall;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Parameters;
import dev.loci.graph.Spaces;
import dev.loci.graph.Transaction;
import dev.loci.memory.EntityId;
import dev.loci.memory.EntityNotFound;
import dev.loci.memory.Fact;
import dev.loci.memory.FactId;
import dev.loci.memory.FactNotFound;
import dev.loci.memory.Predicate;
import dev.loci.memory.Scope;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What is and was believed, read with one filter everywhere: it holds at one moment, and
 * was believed at another.
 */
@Component
public class Facts {

	private static final Cypher FACT = Cypher.named("recall/fact");

	private static final Cypher OF_SPACE = Cypher.named("recall/facts_of_space");

	private static final Cypher OF_SUBJECTS = Cypher.named("recall/facts_of_subjects");

	private static final Cypher DROPPED = Cypher.named("recall/facts_dropped");

	private static final Cypher TIMELINE = Cypher.named("recall/timeline");

	/** Behind every id. */
	private static final String LAST = "~";

	private static final int MOST_IN_TIMELINE = 10_000;

	private final Graph graph;

	private final Spaces spaces;

	private final Entities entities;

	Facts(Graph graph, Spaces spaces, Entities entities) {
		this.graph = graph;
		this.spaces = spaces;
		this.entities = entities;
	}

	/** One fact; if it is no longer believed, as it was last. */
	public Seen<Fact> get(String tenant, FactId id, AsOf asOf) {
		Sight sight = sight(tenant, id, asOf);
		Fact fact = this.graph.read((tx) -> tx.first(FACT,
				Parameters.with("space", sight.view().generation()).and("id", id).and("knownAt", sight.knownAt()),
				(row) -> fact(row.get("fact"), sight)))
			.orElseThrow(() -> new FactNotFound(id));
		return new Seen<>(fact, sight.validAt(), sight.knownAt());
	}

	Sight sight(String tenant, FactId id, AsOf asOf) {
		return this.spaces.ofFact(tenant, id)
			.flatMap((scope) -> this.spaces.view(scope, asOf.knownAt()))
			.map((view) -> Sight.of(view, asOf))
			.orElseThrow(() -> new FactNotFound(id));
	}

	/** The newest first. */
	public Seen<List<Fact>> list(Scope scope, Listing listing, AsOf asOf) {
		return Sight.of(this.spaces.view(scope, asOf.knownAt()), asOf,
				(sight) -> this.graph.read((tx) -> list(tx, sight, listing, asOf.agentId())), List.of());
	}

	private List<Fact> list(Transaction tx, Sight sight, Listing listing, @Nullable String agentId) {
		List<EntityId> subjects = (listing.subject() != null) ? this.entities.named(tx, sight, listing.subject())
				: null;
		Parameters parameters = sight.parameters()
			.and("predicate", listing.predicate())
			.and("kind", listing.kind())
			.and("agentId", agentId)
			.and("before", (listing.after() != null) ? listing.after() : LAST)
			.and("limit", listing.limit());
		if (listing.status() == Fact.Status.DROPPED) {
			return tx.list(DROPPED, parameters.and("subjects", subjects), (row) -> fact(row.get("fact"), sight));
		}
		parameters.and("status", listing.status());
		return (subjects != null)
				? tx.list(OF_SUBJECTS, parameters.and("subjects", subjects), (row) -> fact(row.get("fact"), sight))
				: tx.list(OF_SPACE, parameters, (row) -> fact(row.get("fact"), sight));
	}

	/**
	 * What was and is known about an entity, slot by slot in order of time, what is no
	 * longer believed included.
	 */
	public Seen<Timeline> timeline(String tenant, EntityId id, @Nullable String predicate, AsOf asOf) {
		Scope scope = this.entities.scope(tenant, id);
		Sight sight = this.entities.sight(scope, id, asOf);
		List<InSlot> known = this.graph.read((tx) -> {
			if (this.entities.find(tx, sight, id, scope).isEmpty()) {
				throw new EntityNotFound(id);
			}
			return tx.list(TIMELINE,
					sight.parameters()
						.and("subject", this.entities.living(tx, sight, id))
						.and("predicate", predicate)
						.and("limit", MOST_IN_TIMELINE + 1),
					(row) -> new InSlot(row.get("slot").asString(), fact(row.get("fact"), sight)));
		});
		Map<String, List<Fact>> slots = new LinkedHashMap<>();
		known.stream()
			.limit(MOST_IN_TIMELINE)
			.forEach((one) -> slots.computeIfAbsent(one.slot(), (any) -> new ArrayList<>()).add(one.fact()));
		return new Seen<>(new Timeline(slots.values().stream().map(Slot::of).toList(), known.size() > MOST_IN_TIMELINE),
				sight.validAt(), sight.knownAt());
	}

	private Fact fact(org.neo4j.driver.Value row, Sight sight) {
		return FactRows.fact(row, sight.validAt(), sight.knownAt());
	}

	/**
	 * Which facts of a space.
	 *
	 * @param subject the name or the id of an entity
	 * @param status as of the moments that are asked for; all that are believed, if
	 * absent
	 * @param after the id of the last one of the page before
	 */
	public record Listing(@Nullable String subject, @Nullable String predicate, Predicate.@Nullable Kind kind,
			Fact.@Nullable Status status, @Nullable FactId after, int limit) {
	}

	/**
	 * What holds of an entity when.
	 *
	 * @param more whether there is more than can be told at once: ask by predicate then
	 */
	public record Timeline(List<Slot> slots, boolean more) {
	}

	/**
	 * What excludes each other, in order of time.
	 */
	public record Slot(String predicate, List<Fact> facts) {

		static Slot of(List<Fact> facts) {
			return new Slot(Objects.requireNonNull(facts.getFirst()).predicate(), List.copyOf(facts));
		}

	}

	private record InSlot(String slot, Fact fact) {
	}

}
