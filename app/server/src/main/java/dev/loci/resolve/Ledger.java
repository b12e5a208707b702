package dev.loci.resolve;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.loci.graph.Cypher;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.FactId;
import dev.loci.memory.Polarity;
import dev.loci.memory.Statement;
import dev.loci.memory.StatementId;
import org.jspecify.annotations.Nullable;

/**
 * Collects how facts must be written anew, slot by slot, and writes all of it in as many
 * round trips as there are sorts of things.
 * <p>
 * A version is written where something that it shows has changed. One more reason for the
 * same belief is only noted at the version that is there.
 */
final class Ledger {

	private static final Cypher CLOSE_VERSIONS = Cypher.named("resolve/close_versions");

	private static final Cypher STORE_VERSIONS = Cypher.named("resolve/store_versions");

	private static final Cypher STORE_EVIDENCE = Cypher.named("resolve/store_evidence");

	private static final Cypher STORE_EDGES = Cypher.named("resolve/store_edges");

	private final Instant now;

	private final EdgeTypes types;

	private final List<Parameters> closed = new ArrayList<>();

	private final List<Parameters> versions = new ArrayList<>();

	private final List<Parameters> lost = new ArrayList<>();

	private final List<Parameters> found = new ArrayList<>();

	private final List<Parameters> followers = new ArrayList<>();

	private final List<Edge> edgesGone = new ArrayList<>();

	private final List<Edge> edgesKept = new ArrayList<>();

	private final List<Edge> edgesNew = new ArrayList<>();

	private final SelfName selfName = new SelfName();

	private final Map<FactId, Integer> numbers = new HashMap<>();

	Ledger(Instant now, EdgeTypes types) {
		this.now = now;
		this.types = types;
	}

	/** Takes notice of the versions that there are, before any slot is noted. */
	void meet(SlotContent content) {
		content.facts().forEach((held) -> this.numbers.put(held.id(), held.number()));
		content.former().forEach((held) -> this.numbers.put(held.id(), held.number()));
	}

	/**
	 * Notes what a slot comes to.
	 * @param before all that was there
	 * @param statements all of the slot, new ones included
	 * @param causes what made each fact change
	 * @return the facts as they are now
	 */
	List<Held> note(SlotContent before, Map<StatementId, Claimed> statements, Resolution resolution,
			Map<FactId, String> causes) {
		Map<FactId, Held> believed = new HashMap<>();
		before.facts().forEach((held) -> believed.put(held.id(), held));
		List<Held> now = new ArrayList<>();
		Set<FactId> rewritten = new HashSet<>();
		for (Believed fact : resolution.beliefs().facts()) {
			Held held = believed.remove(fact.id());
			Version version = Version.of(fact.run(),
					fact.run().supports().stream().map(statements::get).map(Objects::requireNonNull).toList());
			boolean same = held != null && held.version().equals(version);
			Held next = (held != null && same)
					? new Held(fact.id(), held.number(), held.recordedFrom(), version, fact.run().supports(),
							fact.run().ends())
					: new Held(fact.id(), this.numbers.getOrDefault(fact.id(), 0) + 1, this.now, version,
							fact.run().supports(), fact.run().ends());
			if (!same) {
				write(held, next, causes.get(fact.id()));
				rewritten.add(fact.id());
			}
			evidence(fact.id(), (held != null) ? held.supports() : List.of(), next.supports(), false);
			evidence(fact.id(), (held != null) ? held.ends() : List.of(), next.ends(), true);
			now.add(next);
		}
		List<Claimed> retractions = statements.values()
			.stream()
			.filter((each) -> !before.statements().containsKey(each.id()))
			.filter((each) -> each.statement().polarity() == Polarity.RETRACT)
			.toList();
		believed.values().forEach((gone) -> drop(gone, resolution, retractions, statements));
		follow(now, rewritten, statements);
		return now;
	}

	private void write(@Nullable Held before, Held now, @Nullable String cause) {
		this.selfName.meet(now.version());
		if (before != null) {
			this.closed.add(closing(now.id(), null, List.of()));
			edgeGone(before, now.version());
		}
		this.versions.add(Parameters.with("id", now.id())
			.and("version", now.number())
			.and("cause", cause)
			.and("properties", now.version().properties()));
		if (now.version().isEdge()) {
			boolean kept = before != null && before.version().joins(now.version());
			(kept ? this.edgesKept : this.edgesNew).add(new Edge(now.id(), now.version()));
		}
	}

	/** What is over because of a retraction, is over because of one that is new. */
	private void drop(Held gone, Resolution resolution, List<Claimed> retractions,
			Map<StatementId, Claimed> statements) {
		this.selfName.meet(gone.version());
		FactId into = resolution.revisions()
			.stream()
			.filter((revision) -> revision.fact().equals(gone.id()))
			.map((revision) -> (revision instanceof Revision.Merge merge) ? merge.into() : null)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
		List<StatementId> droppedBy = retractions.stream()
			.filter((each) -> each.isAbout(gone, statements))
			.map(Claimed::id)
			.toList();
		this.closed.add(closing(gone.id(), into, (into == null) ? droppedBy : List.of()));
		evidence(gone.id(), gone.supports(), List.of(), false);
		evidence(gone.id(), gone.ends(), List.of(), true);
		edgeGone(gone, null);
	}

	private static Parameters closing(FactId fact, @Nullable FactId mergedInto, List<StatementId> droppedBy) {
		return Parameters.with("id", fact).and("mergedInto", mergedInto).and("droppedBy", droppedBy);
	}

	/** A relationship whose ends or type change cannot be updated in place. */
	private void edgeGone(Held before, @Nullable Version now) {
		Version old = before.version();
		if (old.isEdge() && (now == null || !now.joins(old))) {
			this.edgesGone.add(new Edge(before.id(), old));
		}
	}

	private void evidence(FactId fact, Collection<StatementId> before, Collection<StatementId> now, boolean ends) {
		Set<StatementId> lostOnes = new HashSet<>(before);
		now.forEach(lostOnes::remove);
		Set<StatementId> newOnes = new HashSet<>(now);
		before.forEach(newOnes::remove);
		lostOnes.forEach((id) -> this.lost.add(evidence(fact, id, ends)));
		newOnes.forEach((id) -> this.found.add(evidence(fact, id, ends)));
	}

	private static Parameters evidence(FactId fact, StatementId statement, boolean ends) {
		return Parameters.with("statement", statement).and("fact", fact).and("ends", ends);
	}

	/** A fact that ends where another one of its slot begins was superseded by it. */
	private void follow(List<Held> facts, Set<FactId> rewritten, Map<StatementId, Claimed> statements) {
		Map<Instant, List<Held>> ended = new HashMap<>();
		facts.forEach((fact) -> ended.computeIfAbsent(fact.version().validTo(), (any) -> new ArrayList<>()).add(fact));
		for (Held after : facts) {
			ended.getOrDefault(after.version().validFrom(), List.of())
				.stream()
				.filter((before) -> !before.version().state().equals(after.version().state()))
				.filter((before) -> rewritten.contains(before.id()) || rewritten.contains(after.id()))
				.filter((before) -> Couples.meet(statements, before.supports(), after.supports()))
				.forEach((before) -> this.followers
					.add(Parameters.with("before", before.id()).and("after", after.id())));
		}
	}

	/** Writes all that was noted. */
	void write(Transaction tx, String tenant, String space) {
		Parameters whose = Parameters.with("space", space);
		if (!this.edgesGone.isEmpty() || !this.edgesKept.isEmpty() || !this.edgesNew.isEmpty()) {
			UnaryOperator<String> types = this.types.reserve(tx,
					Stream.of(this.edgesGone, this.edgesKept, this.edgesNew)
						.flatMap(List::stream)
						.map((edge) -> edge.version().type())
						.toList());
			tx.run(STORE_EDGES,
					Parameters.with("space", space)
						.and("gone", edges(this.edgesGone, types))
						.and("kept", edges(this.edgesKept, types))
						.and("new", edges(this.edgesNew, types)));
		}
		if (!this.closed.isEmpty()) {
			tx.run(CLOSE_VERSIONS, whose.and("now", this.now).and("facts", this.closed));
		}
		if (!this.versions.isEmpty()) {
			tx.run(STORE_VERSIONS,
					Parameters.with("tenant", tenant)
						.and("space", space)
						.and("now", this.now)
						.and("versions", this.versions));
		}
		if (!this.lost.isEmpty() || !this.found.isEmpty() || !this.followers.isEmpty()) {
			tx.run(STORE_EVIDENCE,
					Parameters.with("space", space)
						.and("now", this.now)
						.and("gone", this.lost)
						.and("added", this.found)
						.and("followers", this.followers));
		}
		this.selfName.write(tx, space, this.now);
	}

	private static List<Parameters> edges(List<Edge> edges, UnaryOperator<String> types) {
		return edges.stream().map((edge) -> edge.parameters(types)).toList();
	}

	/** A fact as a relationship between two entities. */
	private record Edge(FactId fact, Version version) {

		Parameters parameters(UnaryOperator<String> types) {
			return Parameters.with("fact", this.fact)
				.and("type", types.apply(this.version.type()))
				.and("subject", this.version.subject().id())
				.and("object", Objects.requireNonNull(this.version.object()).id())
				.and("predicate", this.version.predicate())
				.and("owner", this.version.owner())
				.and("validFrom", this.version.validFrom())
				.and("validTo", this.version.validTo());
		}

	}

}
