package dev.loci.resolve;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.loci.memory.Statement;
import dev.loci.memory.StatementId;

/**
 * Slots that are read together, since what joins two people belongs to both.
 *
 * @param slots all that are there in full
 */
record Couples(Set<String> slots) {

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

	/** What is believed of all who are joined here. */
	Timeline timeline(Map<StatementId, Claimed> claimed, Collection<Statement> statements) {
		Set<Pair> pairs = new LinkedHashSet<>();
		for (Statement statement : statements) {
			Claimed each = Objects.requireNonNull(claimed.get(statement.id()));
			String mirror = each.mirror();
			if (mirror != null && this.slots.contains(each.statement().slot()) && this.slots.contains(mirror)) {
				pairs.add(new Pair(each.statement().slot(), each.statement().state(), mirror,
						each.subject().id().toString()));
			}
		}
		return Pair.timeline(pairs, statements);
	}

}
