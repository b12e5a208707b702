package dev.loci.resolve;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.loci.memory.Statement;
import dev.loci.memory.StatementId;

/**
 * All that is there about one slot.
 *
 * @param facts those believed
 * @param former those no longer believed, as they were last
 */
record SlotContent(Map<StatementId, Claimed> statements, List<Held> facts, List<Held> former) {

	static SlotContent empty() {
		return new SlotContent(new LinkedHashMap<>(), List.of(), List.of());
	}

	static SlotContent of(Collection<Claimed> statements, List<Held> facts, List<Held> former) {
		Map<StatementId, Claimed> byId = new LinkedHashMap<>();
		statements.forEach((each) -> byId.put(each.id(), each));
		return new SlotContent(byId, facts, former);
	}

	/** Only what is said of whoever may be meant. */
	SlotContent nameless() {
		return of(this.statements.values()
			.stream()
			.filter((each) -> each.statement().state().equals(Statement.ANY))
			.toList(), List.of(), List.of());
	}

	Beliefs beliefs() {
		return new Beliefs(believed(this.facts), believed(this.former));
	}

	private List<Believed> believed(List<Held> held) {
		return held.stream().map((each) -> each.believed(this.statements)).toList();
	}

}
