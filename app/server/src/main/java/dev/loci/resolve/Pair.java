package dev.loci.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.loci.memory.Moment;
import dev.loci.memory.Statement;
import dev.loci.memory.StatementId;

/**
 * Two that can be the only one for each other, as married people are.
 * <p>
 * A statement that joins two belongs to the slots of both, and each slot knows one other
 * at a time. What is believed of the two is what both slots say: who marries another ends
 * what was, even if the one left behind has said nothing.
 *
 * @param slot the slot of one of them
 * @param state what that slot calls the other one
 * @param otherSlot the slot of the other one
 * @param otherState what that slot calls the first
 */
public record Pair(String slot, String state, String otherSlot, String otherState) {

	/** The state of its runs, the same from both sides. */
	public String name() {
		return (this.slot.compareTo(this.otherSlot) < 0) ? view(this.slot, this.state)
				: view(this.otherSlot, this.otherState);
	}

	/**
	 * When these two hold together.
	 * @param statements all of both slots; what joins the two may stand in either
	 */
	public Timeline timeline(Collection<Statement> statements) {
		return timeline(List.of(this), statements);
	}

	/**
	 * When each of these holds together, in order of time. Runs of one person never
	 * overlap, as long as all statements of their slots are here.
	 * @param statements all of the slots of these pairs; what joins a pair of these may
	 * stand in the slot of either, all else in the slot that it is about
	 */
	public static Timeline timeline(Collection<Pair> pairs, Collection<Statement> statements) {
		return timeline(pairs, pairs, statements);
	}

	/**
	 * When each of these holds together, in order of time.
	 * @param all these, and those others that have a slot with one of these in common
	 */
	static Timeline timeline(Collection<Pair> pairs, Collection<Pair> all, Collection<Statement> statements) {
		Map<String, Map<String, List<Run>>> bySlot = new HashMap<>();
		Set<StatementId> overruled = new HashSet<>();
		bySlot(all, statements).forEach((slot, own) -> {
			Timeline timeline = Timeline.of(own.values());
			bySlot.put(slot, timeline.runs().stream().collect(Collectors.groupingBy(Run::state)));
			overruled.addAll(timeline.contested());
		});
		Common common = new Common(statements);
		List<Run> runs = new ArrayList<>();
		for (Pair pair : pairs) {
			runs.addAll(common.of(pair.name(), pair.in(bySlot), pair.turned().in(bySlot)));
		}
		Set<String> joining = pairs.stream().flatMap(Pair::views).collect(Collectors.toSet());
		List<StatementId> contested = statements.stream()
			.filter((each) -> overruled.contains(each.id()) && joining.contains(view(each.slot(), each.state())))
			.map(Statement::id)
			.distinct()
			.sorted()
			.toList();
		runs.sort(Comparator.comparing(Run::from, Comparator.nullsFirst(Comparator.comparing(Moment::at)))
			.thenComparing(Run::state));
		return new Timeline(runs, contested);
	}

	private static Map<String, Map<StatementId, Statement>> bySlot(Collection<Pair> pairs,
			Collection<Statement> statements) {
		Map<String, Map<String, Pair>> byView = new HashMap<>();
		for (Pair pair : pairs) {
			byView.computeIfAbsent(pair.slot, (slot) -> new HashMap<>()).put(pair.state, pair);
			byView.computeIfAbsent(pair.otherSlot, (slot) -> new HashMap<>()).put(pair.otherState, pair.turned());
		}
		Map<String, Map<StatementId, Statement>> bySlot = new HashMap<>();
		for (Statement statement : statements) {
			bySlot.computeIfAbsent(statement.slot(), (slot) -> new LinkedHashMap<>()).put(statement.id(), statement);
			meant(byView.getOrDefault(statement.slot(), Map.of()), statement.state())
				.forEach((pair) -> bySlot.computeIfAbsent(pair.otherSlot, (slot) -> new LinkedHashMap<>())
					.put(statement.id(), pair.turn(statement)));
		}
		return bySlot;
	}

	/** Who is meant: by a statement that names nobody, everybody. */
	private static Collection<Pair> meant(Map<String, Pair> byState, String state) {
		if (state.equals(Statement.ANY)) {
			return byState.values();
		}
		Pair pair = byState.get(state);
		return (pair != null) ? List.of(pair) : List.of();
	}

	private Pair turned() {
		return new Pair(this.otherSlot, this.otherState, this.slot, this.state);
	}

	/** A statement of the first slot, as the other one has it. */
	private Statement turn(Statement statement) {
		return new Statement(statement.id(), this.otherSlot, statement.time(), statement.polarity(), this.otherState,
				statement.from(), statement.to(), statement.basis(), statement.holdsAt(), statement.rank(),
				statement.suggestion());
	}

	/** When the first slot has it that these two are joined. */
	private List<Run> in(Map<String, Map<String, List<Run>>> bySlot) {
		return bySlot.getOrDefault(this.slot, Map.of()).getOrDefault(this.state, List.of());
	}

	/** What joins these two, from either side. */
	private Stream<String> views() {
		return Stream.of(view(this.slot, this.state), view(this.otherSlot, this.otherState));
	}

	private static String view(String slot, String state) {
		return slot + ' ' + state;
	}

}
