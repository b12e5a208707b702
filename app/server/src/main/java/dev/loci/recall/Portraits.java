package dev.loci.recall;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.Entity;
import dev.loci.memory.EntityId;
import dev.loci.memory.EntityNotFound;
import dev.loci.memory.Fact;
import dev.loci.memory.Predicate;
import dev.loci.memory.Scope;

import org.springframework.stereotype.Component;

/**
 * What is known of an entity, as it looks from two moments: what holds, and what has
 * changed lately. As much is read of one with a million facts as of others.
 */
@Component
public class Portraits {

	private static final Cypher OF_KINDS = Cypher.named("recall/facts_of_kinds");

	private static final Cypher LEADING_TO = Cypher.named("recall/facts_leading_to");

	private static final Cypher CHANGED = Cypher.named("recall/facts_changed");

	private static final List<Predicate.Kind> PROFILE = List.of(Predicate.Kind.PROFILE);

	private static final List<Predicate.Kind> OTHERS = Arrays.stream(Predicate.Kind.values())
		.filter((kind) -> !PROFILE.contains(kind))
		.toList();

	private static final int MOST_FACTS = 200;

	private static final int MOST_CHANGES = 50;

	/**
	 * What others have to do with it is shown by the edges; the rest is in the latest.
	 */
	private static final int MOST_OF_OTHERS = 50;

	/** How many facts of a kind, the latest ones, are looked at for those that hold. */
	private static final int LOOKED_AT = 2_000;

	private final Graph graph;

	private final Entities entities;

	Portraits(Graph graph, Entities entities) {
		this.graph = graph;
		this.entities = entities;
	}

	/**
	 * Portrays an entity.
	 * @param lately how long ago a change counts as a late one
	 */
	public Seen<Portrait> of(Scope scope, EntityId id, Duration lately, AsOf asOf) {
		Sight sight = this.entities.sight(scope, id, asOf);
		return new Seen<>(this.graph.read((tx) -> {
			Entity entity = this.entities.find(tx, sight, id, scope).orElseThrow(() -> new EntityNotFound(id));
			EntityId living = this.entities.living(tx, sight, id);
			return new Portrait(entity, holding(tx, sight, living, PROFILE), holding(tx, sight, living, OTHERS),
					leadingTo(tx, sight, living), changed(tx, sight, living, lately));
		}), sight.validAt(), sight.knownAt());
	}

	private List<Fact> holding(Transaction tx, Sight sight, EntityId subject, List<Predicate.Kind> kinds) {
		return tx.list(OF_KINDS,
				sight.parameters()
					.and("subject", subject)
					.and("kinds", kinds)
					.and("looked", LOOKED_AT)
					.and("limit", MOST_FACTS),
				(row) -> FactRows.fact(row.get("fact"), sight.validAt(), sight.knownAt()));
	}

	private List<Fact> leadingTo(Transaction tx, Sight sight, EntityId object) {
		return tx.list(LEADING_TO,
				sight.parameters().and("object", object).and("looked", LOOKED_AT).and("limit", MOST_OF_OTHERS),
				(row) -> FactRows.fact(row.get("fact"), sight.validAt(), sight.knownAt()));
	}

	private List<Fact> changed(Transaction tx, Sight sight, EntityId subject, Duration lately) {
		Parameters parameters = sight.parameters()
			.and("subject", subject)
			.and("validSince", before(sight.validAt(), lately))
			.and("knownSince", before(sight.knownAt(), lately))
			.and("looked", LOOKED_AT)
			.and("limit", MOST_CHANGES);
		return tx.list(CHANGED, parameters, (row) -> FactRows.fact(row.get("fact"), sight.validAt(), sight.knownAt()));
	}

	private static Instant before(Instant moment, Duration lately) {
		return moment.minus(lately);
	}

	/**
	 * An entity.
	 *
	 * @param profile who or what it is, the latest first
	 * @param facts what else holds, the latest first
	 * @param ofOthers what holds of others and leads to it, the latest first
	 * @param changes what has begun or ended lately, or is no longer believed, the last
	 * one first
	 */
	public record Portrait(Entity entity, List<Fact> profile, List<Fact> facts, List<Fact> ofOthers,
			List<Fact> changes) {
	}

}
