package dev.loci.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.loci.memory.Rank;
import dev.loci.memory.Statement;
import dev.loci.memory.StatementId;

/**
 * Which fact goes with which slot, after statements have moved: with the slot where it
 * was before what is taken back, else with the one that has its oldest statement.
 */
final class Tenants {

	private static final Comparator<Statement> BY_AGE = Comparator.comparing(Statement::rank, Rank.byAge())
		.thenComparing(Statement::id);

	private final Map<StatementId, Claimed> statements = new HashMap<>();

	private final Map<String, Slot> slots = new HashMap<>();

	private final Earlier earlier;

	private final UnaryOperator<String> group;

	private Tenants(Earlier earlier, UnaryOperator<String> group) {
		this.earlier = earlier;
		this.group = group;
	}

	/**
	 * Gives each fact its slot.
	 * @param group what a slot is resolved together with
	 */
	static Tenants of(Collection<SlotContent> contents, Map<String, Map<StatementId, Claimed>> statements,
			Earlier earlier, UnaryOperator<String> group) {
		Tenants tenants = new Tenants(earlier, group);
		statements.forEach((slot, all) -> {
			tenants.statements.putAll(all);
			tenants.slots.put(slot, Slot.empty());
		});
		for (SlotContent content : contents) {
			content.facts().forEach((held) -> tenants.settle(held, true));
			content.former().forEach((held) -> tenants.settle(held, false));
		}
		return tenants;
	}

	Slot of(String key) {
		return Objects.requireNonNull(this.slots.get(key));
	}

	private void settle(Held held, boolean believed) {
		List<Claimed> supports = held.supports()
			.stream()
			.map(this.statements::get)
			.filter(Objects::nonNull)
			.sorted(Comparator.comparing(Claimed::statement, BY_AGE))
			.toList();
		String key = slot(held, supports);
		Believed fact = restated(held,
				supports.stream().filter((each) -> each.statement().slot().equals(key)).toList());
		Slot slot = of(this.group.apply(key));
		if (believed) {
			slot.held.add(held);
			slot.believed.add(fact);
		}
		else {
			(this.earlier.undoing() ? slot.returning : slot.former).add(fact);
		}
	}

	private String slot(Held held, List<Claimed> supports) {
		String before = this.earlier.slots().get(held.id());
		if (before != null && supports.stream().anyMatch((each) -> each.statement().slot().equals(before))) {
			return before;
		}
		return supports.isEmpty() ? held.version().slot() : supports.getFirst().statement().slot();
	}

	/**
	 * Its state may have another name by now: who is meant by it turned out to be another
	 * one.
	 */
	private Believed restated(Held held, List<Claimed> supports) {
		Run run = held.believed(this.statements).run();
		String state = supports.isEmpty() ? run.state() : supports.getFirst().run();
		return new Believed(held.id(), new Run(state, run.from(), run.to(), run.basis(),
				supports.stream().map(Claimed::id).toList(), run.ends()));
	}

	/**
	 * The facts of one slot.
	 *
	 * @param held those believed, as they are held
	 * @param returning no longer believed, but perhaps again
	 */
	record Slot(List<Held> held, List<Believed> believed, List<Believed> returning, List<Believed> former) {

		static Slot empty() {
			return new Slot(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		}

		Beliefs before() {
			return new Beliefs(this.believed, this.former);
		}

		/** Those from which what is believed now may take its names. */
		Beliefs candidates() {
			return new Beliefs(Stream.concat(this.believed.stream(), this.returning.stream()).toList(), this.former);
		}

	}

}
