package dev.loci.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.loci.graph.Cypher;
import dev.loci.graph.OpenSpace;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.Change;
import dev.loci.memory.FactId;
import dev.loci.memory.StatementId;

import org.springframework.stereotype.Component;

/**
 * Moves statements to other slots and believes anew what follows from them there. Facts
 * move along under the names that they have.
 */
@Component
class Relocation {

	private static final Cypher MOVE_STATEMENTS = Cypher.named("resolve/move_statements");

	private final EdgeTypes types;

	Relocation(EdgeTypes types) {
		this.types = types;
	}

	/**
	 * Moves statements, in as many round trips as there are sorts of things, however many
	 * they are.
	 * @param moves what changes, in no order
	 * @param cause the decision because of which it does
	 * @param earlier where facts belonged before what is taken back now
	 * @return what callers hear of
	 */
	List<Change> apply(Transaction tx, String tenant, OpenSpace space, List<Move> moves, String cause,
			Earlier.Source earlier) {
		if (moves.isEmpty()) {
			return List.of();
		}
		Reach reach = Reach.whole(slots(moves, (any) -> true), slots(moves, Claimed::paired));
		Map<String, SlotGroup> bySlot = SlotReader.groups(tx, space.generation(), reach,
				moves.stream().map(Move::to).toList());
		List<SlotContent> contents = SlotGroup.byName(bySlot.values())
			.values()
			.stream()
			.map(SlotGroup::content)
			.toList();
		tx.run(MOVE_STATEMENTS,
				Parameters.with("space", space.generation())
					.and("statements", moves.stream()
						.map((move) -> Parameters.with("id", move.to().id()).and("properties", move.to().whereabouts()))
						.toList()));
		return settle(tx, tenant, space, bySlot, contents, statements(bySlot, moves), earlier.of(tx, ids(contents)),
				cause);
	}

	/**
	 * Believes anew what slots come to.
	 * @param contents the facts that there are
	 * @param statements those of each group of slots
	 */
	List<Change> settle(Transaction tx, String tenant, OpenSpace space, Map<String, SlotGroup> bySlot,
			List<SlotContent> contents, Map<String, Map<StatementId, Claimed>> statements, Earlier earlier,
			String cause) {
		Ledger ledger = new Ledger(space.now(), this.types);
		contents.forEach(ledger::meet);
		Tenants facts = Tenants.of(contents, statements, earlier, (slot) -> group(bySlot, slot));
		List<Change> changes = new ArrayList<>();
		SlotGroup.byName(bySlot.values())
			.forEach((name, each) -> changes.addAll(
					resolve(each, facts.of(name), Objects.requireNonNull(statements.get(name)), ledger, cause, space)));
		ledger.write(tx, tenant, space.generation());
		return changes;
	}

	private static String group(Map<String, SlotGroup> bySlot, String slot) {
		return Objects.requireNonNull(bySlot.get(slot), slot).name();
	}

	/** All slots in which some of these statements are or will be. */
	private static Set<String> slots(List<Move> moves, Predicate<Claimed> some) {
		return moves.stream()
			.flatMap((move) -> Stream.of(move.from(), move.to()))
			.filter(some)
			.flatMap((each) -> Stream.of(each.statement().slot(), each.mirror()))
			.filter(Objects::nonNull)
			.filter((slot) -> !slot.equals(Place.NOWHERE))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** The statements of what is resolved together, once all have moved. */
	private static Map<String, Map<StatementId, Claimed>> statements(Map<String, SlotGroup> bySlot, List<Move> moves) {
		Map<String, Map<StatementId, Claimed>> statements = new HashMap<>();
		bySlot.values()
			.forEach((group) -> statements.put(group.name(), new LinkedHashMap<>(group.content().statements())));
		for (Move move : moves) {
			String from = move.from().statement().slot();
			String to = move.to().statement().slot();
			if (!from.equals(Place.NOWHERE)) {
				Objects.requireNonNull(statements.get(group(bySlot, from))).remove(move.from().id());
			}
			if (!to.equals(Place.NOWHERE)) {
				Objects.requireNonNull(statements.get(group(bySlot, to))).put(move.to().id(), move.to());
			}
		}
		return statements;
	}

	static Set<FactId> ids(Collection<SlotContent> contents) {
		return contents.stream()
			.flatMap((content) -> Stream.concat(content.facts().stream(), content.former().stream()))
			.map(Held::id)
			.collect(Collectors.toSet());
	}

	private static List<Change> resolve(SlotGroup group, Tenants.Slot slot, Map<StatementId, Claimed> statements,
			Ledger ledger, String cause, OpenSpace space) {
		Resolution resolution = group.resolve(statements, slot.candidates(), statements.values(), List.of());
		Map<FactId, String> causes = new HashMap<>();
		resolution.beliefs().facts().forEach((fact) -> causes.put(fact.id(), cause));
		Map<FactId, Change> changes = new LinkedHashMap<>();
		ledger.note(SlotContent.of(statements.values(), slot.held(), List.of()), statements, resolution, causes)
			.stream()
			.filter((held) -> held.recordedFrom().equals(space.now()))
			.forEach((held) -> changes.put(held.id(),
					new Change(held.id(), Change.Kind.MOVED, held.version().from(), held.version().to())));
		slot.before().revisionsTo(resolution.beliefs()).forEach((revision) -> {
			Change change = revision.change();
			if (change != null) {
				changes.put(change.fact(), change);
			}
		});
		return List.copyOf(changes.values());
	}

	/** A statement before and after. */
	record Move(Claimed from, Claimed to) {
	}

}
