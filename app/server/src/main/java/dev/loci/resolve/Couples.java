package dev.loci.resolve;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import dev.loci.memory.Statement;
import dev.loci.memory.StatementId;

/**
 * Slots that are read together, since what joins two people belongs to both.
 * <p>
 * Of those who are touched all is believed anew that joins them with anybody. Those whom
 * they were ever joined with are read, too, since each of the two can end what joins
 * them; but what these have with others again is left alone: to tell that, still others
 * would have to be read.
 *
 * @param slots all that are there in full
 * @param touched those of them of which all is believed anew
 */
record Couples(Set<String> slots, Set<String> touched) {

	/**
	 * The slots of all others whom these were ever joined with: what is believed of two
	 * depends on what both have with others.
	 */
	static Set<String> others(Collection<Claimed> statements, Set<String> slots) {
		Set<String> others = new HashSet<>();
		for (Claimed each : statements) {
			String mirror = each.mirror();
			if (mirror != null) {
				others.add(each.statement().slot());
				others.add(mirror);
			}
		}
		others.removeAll(slots);
		return others;
	}

	/** Whether what this statement tells of is believed anew. */
	boolean touches(Claimed claimed) {
		String mirror = claimed.mirror();
		return this.touched.contains(claimed.statement().slot()) || (mirror != null && this.touched.contains(mirror));
	}

	/** Whether a fact is believed anew; its statements may have left these slots. */
	boolean touches(Held held, Map<StatementId, Claimed> statements) {
		List<Claimed> supports = held.supports().stream().map(statements::get).filter(Objects::nonNull).toList();
		return supports.isEmpty() ? this.touched.contains(held.version().slot())
				: supports.stream().anyMatch(this::touches);
	}

	/** Whether the statements behind two facts are about the same person. */
	static boolean meet(Map<StatementId, Claimed> claimed, Collection<StatementId> supports,
			Collection<StatementId> others) {
		return !Collections.disjoint(slots(claimed, supports), slots(claimed, others));
	}

	/** The slots of those whom a fact is about; its statements may be gone. */
	static List<String> slots(Map<StatementId, Claimed> claimed, Held held) {
		List<StatementId> left = held.supports().stream().filter(claimed::containsKey).toList();
		return left.isEmpty() ? List.of(held.version().slot()) : slots(claimed, left);
	}

	/** All that supports a fact is about the same. */
	private static List<String> slots(Map<StatementId, Claimed> claimed, Collection<StatementId> supports) {
		Claimed first = Objects.requireNonNull(claimed.get(supports.iterator().next()));
		return Stream.of(first.statement().slot(), first.mirror()).filter(Objects::nonNull).toList();
	}

	/** A statement as the slot has it that is there, where only one of the two is. */
	Statement view(Claimed claimed) {
		Statement told = claimed.statement();
		String mirror = claimed.mirror();
		if (mirror == null || this.slots.contains(told.slot())) {
			return told;
		}
		return new Statement(told.id(), mirror, told.time(), told.polarity(), claimed.subject().id().toString(),
				told.from(), told.to(), told.basis(), told.holdsAt(), told.rank(), told.suggestion());
	}

	/** What is believed of all whom the touched ones are joined with. */
	Timeline timeline(Map<StatementId, Claimed> claimed, Collection<Statement> statements) {
		Set<Pair> all = new LinkedHashSet<>();
		Set<Pair> anew = new LinkedHashSet<>();
		for (Statement statement : statements) {
			Claimed each = Objects.requireNonNull(claimed.get(statement.id()));
			String mirror = each.mirror();
			if (mirror != null) {
				Pair pair = new Pair(each.statement().slot(), each.statement().state(), mirror,
						each.subject().id().toString());
				all.add(pair);
				if (touches(each) && this.slots.contains(each.statement().slot()) && this.slots.contains(mirror)) {
					anew.add(pair);
				}
			}
		}
		return Pair.timeline(anew, all, statements);
	}

}
