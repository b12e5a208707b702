package dev.loci.resolve;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.loci.graph.Cypher;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.EntityId;
import dev.loci.memory.Moment;
import dev.loci.memory.Polarity;
import dev.loci.memory.Statement;
import dev.loci.memory.StatementId;

/**
 * Corrections go where those statements go that they put right. One that puts right
 * others, too, stays with these.
 */
final class Amendments {

	private static final Cypher AMENDMENTS = Cypher.named("resolve/amendments");

	/** All that move. */
	private final Map<StatementId, Claimed> moved = new LinkedHashMap<>();

	private final Map<StatementId, Claimed> known = new HashMap<>();

	private Amendments(Collection<Claimed> asked) {
		asked.forEach((each) -> this.moved.put(each.id(), each));
	}

	/** These about an entity, and what puts them right. */
	static Collection<Claimed> with(Transaction tx, String space, EntityId entity, Collection<Claimed> asked) {
		Amendments amendments = new Amendments(asked);
		Set<String> read = new LinkedHashSet<>();
		Set<String> slots = amendments.slots();
		while (read.addAll(slots)) {
			tx.list(AMENDMENTS, Parameters.with("space", space).and("slots", slots),
					(row) -> Claimed.of(row.get("statement")))
				.stream()
				.filter((each) -> each.isAbout(entity))
				.forEach((each) -> amendments.known.put(each.id(), each));
			amendments.follow();
			slots = amendments.slots();
		}
		return amendments.moved.values();
	}

	private Set<String> slots() {
		return this.moved.values().stream().map((each) -> each.statement().slot()).collect(Collectors.toSet());
	}

	/** The earlier ones first: what they say can be put right by later ones. */
	private void follow() {
		Map<Instant, List<Claimed>> requests = this.known.values()
			.stream()
			.filter((each) -> each.statement().isCorrection())
			.collect(Collectors.groupingBy((each) -> each.statement().rank().observedAt(), TreeMap::new,
					Collectors.toList()));
		requests.values()
			.forEach((request) -> request.stream()
				.collect(Collectors.groupingBy((each) -> each.ends().subject()))
				.values()
				.stream()
				.filter(this::follows)
				.forEach((together) -> together.forEach((each) -> this.moved.put(each.id(), each))));
	}

	/** Whether all that was corrected by what was told together moves. */
	private boolean follows(List<Claimed> together) {
		if (together.stream().anyMatch((each) -> this.moved.containsKey(each.id()))) {
			return true;
		}
		List<Claimed> corrected = this.known.values()
			.stream()
			.filter((each) -> together.stream().anyMatch((one) -> corrects(one, each)))
			.toList();
		return !corrected.isEmpty() && corrected.stream().allMatch((each) -> this.moved.containsKey(each.id()));
	}

	private static boolean corrects(Claimed correction, Claimed other) {
		Statement by = correction.statement();
		Statement told = other.statement();
		return told.polarity() == Polarity.ASSERT && told.isEarlierThan(by)
				&& !told.rank().observedAt().equals(by.rank().observedAt()) && told.slot().equals(by.slot())
				&& told.state().equals(by.state()) && other.ends().equals(correction.ends()) && meet(by, told);
	}

	private static boolean meet(Statement one, Statement other) {
		return begins(one).isBefore(ends(other)) && begins(other).isBefore(ends(one));
	}

	private static Instant begins(Statement statement) {
		Moment from = statement.from();
		return (from != null) ? from.at() : Instant.MIN;
	}

	private static Instant ends(Statement statement) {
		Moment to = statement.to();
		return (to != null) ? to.at() : Instant.MAX;
	}

}
