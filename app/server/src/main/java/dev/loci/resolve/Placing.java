package dev.loci.resolve;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.loci.graph.Cypher;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.Entity;
import dev.loci.memory.EntityId;
import dev.loci.memory.Ontology;
import dev.loci.memory.PredicateName;
import dev.loci.memory.Reading;
import dev.loci.resolve.Claimed.Meant;
import dev.loci.resolve.Claimed.Target;
import dev.loci.resolve.Relocation.Move;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places of statements anew, from those who were meant when it was decided and
 * what they have turned out to be since.
 *
 * @param tops what entities have turned out to be
 */
record Placing(Ontology ontology, Map<EntityId, Resident> tops) {

	private static final Cypher TOPS = Cypher.named("resolve/tops");

	/** What entities have turned out to be; no entry for those that there are not. */
	static Map<EntityId, Resident> tops(Transaction tx, String space, Collection<EntityId> ids) {
		Map<EntityId, Resident> tops = new HashMap<>();
		tx.list(TOPS, Parameters.with("space", space).and("ids", ids),
				(row) -> tops.put(EntityId.of(row.get("asked").asString()), Resident.of(row)));
		return tops;
	}

	/** Looks up what those have turned out to be whom statements mean. */
	static Placing of(Transaction tx, String space, Ontology ontology, Collection<Meant> meant) {
		return new Placing(ontology,
				tops(tx, space,
						meant.stream()
							.flatMap((each) -> Stream.of(each.subject(), each.object()))
							.filter(Objects::nonNull)
							.collect(Collectors.toSet())));
	}

	/** What must move. */
	List<Move> moves(Map<Claimed, Meant> statements) {
		return statements.entrySet()
			.stream()
			.map((each) -> new Move(each.getKey(), placed(each.getKey(), each.getValue(), reading(each.getKey()))))
			.filter((move) -> !move.from().equals(move.to()))
			.toList();
	}

	/** As it was read when it was told. */
	private Reading reading(Claimed claimed) {
		return new Reading(this.ontology.read(claimed.type()).predicate(), new PredicateName(claimed.predicate()),
				claimed.turned());
	}

	/** Where it belongs if it means these and reads so. */
	Claimed placed(Claimed claimed, Meant meant, Reading reading) {
		Target target = claimed.target();
		Entity.Ref subject = claimed.turned() ? Objects.requireNonNull(object(target)) : claimed.subject();
		Entity.Ref object = claimed.turned() ? claimed.subject() : object(target);
		Target told = (object != null && meant.object() != null)
				? new Target(top(meant.object(), object, claimed.owner()), null) : target;
		return claimed.at(Place.of(reading, top(meant.subject(), subject, claimed.owner()), told, claimed.owner()),
				meant);
	}

	private static Entity.@Nullable Ref object(@Nullable Target target) {
		return (target != null) ? target.object() : null;
	}

	/** One that is the same as before keeps the name that it had then. */
	private Entity.Ref top(EntityId id, Entity.Ref before, String owner) {
		Resident top = Objects.requireNonNull(this.tops.get(id));
		return top.id().equals(before.id()) ? before : top.ref(owner);
	}

}
