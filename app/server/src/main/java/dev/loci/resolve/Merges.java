package dev.loci.resolve;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.loci.graph.Cypher;
import dev.loci.graph.Generations;
import dev.loci.graph.OpenSpace;
import dev.loci.graph.Parameters;
import dev.loci.graph.Spaces;
import dev.loci.graph.Transaction;
import dev.loci.memory.AlreadyDecided;
import dev.loci.memory.Change;
import dev.loci.memory.DecisionId;
import dev.loci.memory.DecisionNotFound;
import dev.loci.memory.DecisionRefused;
import dev.loci.memory.EntityId;
import dev.loci.memory.EntityNotFound;
import dev.loci.memory.Scope;
import dev.loci.memory.StatementId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Decides that two entities are one, and takes that back. Statements keep whom they
 * meant, so what was joined can be told apart again; what is believed follows in the same
 * transaction, as new versions.
 */
@Component
public class Merges {

	private static final Cypher MERGE = Cypher.named("resolve/merge");

	private static final Cypher DECISION = Cypher.named("resolve/decision");

	private static final Cypher UNDO_MERGE = Cypher.named("resolve/undo_merge");

	private static final Cypher UNDO_SPLIT = Cypher.named("resolve/undo_split");

	private static final Cypher STATEMENTS_MEANING = Cypher.named("resolve/statements_meaning");

	/**
	 * All of them move in one transaction, as fast as they were told: it must end in
	 * time. What was merged can be told apart again, however much was said since.
	 */
	private static final int MOST_STATEMENTS = 10_000;

	private final Spaces spaces;

	private final Generations generations;

	private final Relocation relocation;

	private final Vocabularies vocabularies;

	Merges(Spaces spaces, Generations generations, Relocation relocation, Vocabularies vocabularies) {
		this.spaces = spaces;
		this.generations = generations;
		this.relocation = relocation;
		this.vocabularies = vocabularies;
	}

	/** Decides that the other entity is this one. */
	public Decided merge(String tenant, EntityId id, EntityId other) {
		if (id.equals(other)) {
			throw new DecisionRefused("An entity is itself already: name another one");
		}
		Scope scope = this.spaces.ofEntity(tenant, id).orElseThrow(() -> new EntityNotFound(id));
		Scope others = this.spaces.ofEntity(tenant, other).orElseThrow(() -> new EntityNotFound(other));
		if (!scope.equals(others)) {
			throw new DecisionRefused(
					"The other entity belongs to the space " + others.space() + ": what a space knows stays in it");
		}
		return this.spaces.write(scope, (tx, space) -> merge(tx, tenant, space, id, other, Why.UNSAID));
	}

	/** Decides it in a transaction of the caller. */
	Decided merge(Transaction tx, String tenant, OpenSpace space, EntityId id, EntityId other, Why why) {
		Map<EntityId, Resident> tops = Placing.tops(tx, space.generation(), List.of(id, other));
		EntityId kept = top(tops, id);
		EntityId gone = top(tops, other);
		if (kept.equals(gone)) {
			throw new AlreadyDecided("Both are one entity already, " + kept);
		}
		DecisionId decision = DecisionId.next();
		List<Claimed> statements = meaning(tx, space, gone, MOST_STATEMENTS + 1);
		tx.run(MERGE,
				Parameters.with("tenant", tenant)
					.and("space", space.generation())
					.and("now", space.now())
					.and("id", decision)
					.and("kept", kept)
					.and("gone", gone)
					.and("reason", why.reason())
					.and("by", why.by())
					.and("drawnFrom", why.drawnFrom()));
		return new Decided(decision, kept, moved(tx, tenant, space, statements, decision, Earlier.NEVER));
	}

	/** Takes a decision back: what is believed is as if it had not been made. */
	public Decided undo(String tenant, DecisionId id) {
		Scope scope = this.spaces.ofDecision(tenant, id).orElseThrow(() -> new DecisionNotFound(id));
		return this.spaces.write(scope, (tx, space) -> {
			Made made = tx.first(DECISION, Parameters.with("space", space.generation()).and("id", id), Made::of)
				.orElseThrow(() -> new DecisionNotFound(id));
			if (made.undone()) {
				throw new AlreadyDecided("The decision " + id + " has been undone already");
			}
			if (made.isSplit()) {
				checkWhole(tx, space, made);
			}
			List<Claimed> statements = meaning(tx, space, made.gone(), Integer.MAX_VALUE);
			tx.run(made.isSplit() ? UNDO_SPLIT : UNDO_MERGE, made.parameters(space, id));
			EntityId entity = made.isSplit() ? made.kept() : made.gone();
			Map<Claimed, Claimed.Meant> meant = Formerly.of(tx, space).meant(tx, space, statements);
			return new Decided(id, entity,
					moved(tx, tenant, space, meant, id, Earlier.than(made.at(), space.generation())));
		});
	}

	/** The new entity of a split can go back only while it stands for itself. */
	private static void checkWhole(Transaction tx, OpenSpace space, Made made) {
		Map<EntityId, Resident> tops = Placing.tops(tx, space.generation(), List.of(made.gone(), made.kept()));
		if (!top(tops, made.gone()).equals(made.gone()) || top(tops, made.kept()).equals(made.gone())) {
			throw new AlreadyDecided(
					"The entity " + made.gone() + " has been merged since it was split off: undo that first");
		}
	}

	private static EntityId top(Map<EntityId, Resident> tops, EntityId id) {
		Resident top = tops.get(id);
		if (top == null) {
			throw new EntityNotFound(id);
		}
		return top.id();
	}

	private List<Claimed> meaning(Transaction tx, OpenSpace space, EntityId entity, int limit) {
		List<Claimed> statements = tx.list(STATEMENTS_MEANING,
				Parameters.with("space", space.generation()).and("entity", entity).and("limit", limit),
				(row) -> Claimed.of(row.get("statement")));
		if (statements.size() == limit) {
			throw new DecisionRefused("More than " + MOST_STATEMENTS + " statements mean the entity " + entity
					+ ": more cannot move at once");
		}
		return statements;
	}

	private List<Change> moved(Transaction tx, String tenant, OpenSpace space, Collection<Claimed> statements,
			DecisionId decision, Earlier.Source earlier) {
		Map<Claimed, Claimed.Meant> meant = new LinkedHashMap<>();
		statements.forEach((each) -> meant.put(each, each.meant()));
		return moved(tx, tenant, space, meant, decision, earlier);
	}

	/** Moves statements to those whom they mean. */
	List<Change> moved(Transaction tx, String tenant, OpenSpace space, Map<Claimed, Claimed.Meant> statements,
			DecisionId decision, Earlier.Source earlier) {
		this.generations.abandon(tx, space);
		Placing placing = Placing.of(tx, space.generation(), this.vocabularies.of(space.ontology()),
				statements.values());
		return this.relocation.apply(tx, tenant, space, placing.moves(statements), decision.toString(), earlier);
	}

	/**
	 * What was decided.
	 *
	 * @param entity the one that it is about now
	 * @param changed what is believed otherwise because of it
	 */
	public record Decided(DecisionId id, EntityId entity, List<Change> changed) {
	}

	/**
	 * Why it is decided.
	 *
	 * @param by the model that decides, none for a person
	 * @param drawnFrom the statements that the model was told
	 */
	record Why(@Nullable String reason, @Nullable String by, List<StatementId> drawnFrom) {

		static final Why UNSAID = new Why(null, null, List.of());

		static final Why SUGGESTED = new Why("suggested", null, List.of());

		static Why of(Advice advice) {
			return new Why(advice.reason(), advice.by(), advice.drawnFrom());
		}

	}

	/** A decision as it is kept. */
	private record Made(String kind, EntityId kept, EntityId gone, Instant at, boolean undone) {

		static Made of(org.neo4j.driver.Record row) {
			return new Made(row.get("kind").asString(), EntityId.of(row.get("kept").asString()),
					EntityId.of(row.get("gone").asString()), row.get("at").asZonedDateTime().toInstant(),
					row.get("undone").asBoolean());
		}

		boolean isSplit() {
			return this.kind.equals("SPLIT");
		}

		Parameters parameters(OpenSpace space, DecisionId id) {
			Parameters parameters = Parameters.with("space", space.generation())
				.and("now", space.now())
				.and("id", id)
				.and("gone", this.gone);
			return isSplit() ? parameters.and("kept", this.kept) : parameters;
		}

	}

}
