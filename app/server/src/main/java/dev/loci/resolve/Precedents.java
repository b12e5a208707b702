package dev.loci.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.loci.graph.Cypher;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.EntityId;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Named;
import dev.loci.memory.Polarity;
import dev.loci.memory.Rank;
import dev.loci.memory.StatementId;
import dev.loci.memory.Told;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * What was read out of episodes before, when they are read anew: what says the same of
 * the same thing keeps its id, and with it the facts keep theirs; and who was decided to
 * be meant still is.
 */
final class Precedents {

	static final Precedents NONE = new Precedents();

	private static final Cypher PRECEDENTS = Cypher.named("resolve/precedents");

	private final Map<String, List<Claimed>> byState = new HashMap<>();

	private final Map<String, Set<EntityId>> meant = new HashMap<>();

	private Precedents() {
	}

	static Precedents of(Transaction tx, Site site, Collection<EpisodeId> episodes) {
		Precedents precedents = new Precedents();
		List<Claimed> before = new ArrayList<>();
		tx.list(PRECEDENTS,
				Parameters.with("tenant", site.scope().tenant())
					.and("space", site.from())
					.and("to", site.to())
					.and("episodes", episodes),
				(row) -> {
					Claimed claimed = precedents.heed(row);
					return !row.get("again").asBoolean() && before.add(claimed);
				});
		Rereading rereading = Rereading.of(tx, site.to(), site.before(), site.now(), before);
		for (Claimed each : before) {
			Claimed now = rereading.of(each);
			precedents.byState
				.computeIfAbsent(
						key(now.episode(), now.statement().polarity(), now.statement().slot(), now.statement().state()),
						(any) -> new ArrayList<>())
				.add(now);
		}
		return precedents;
	}

	private Claimed heed(Record row) {
		Claimed claimed = Claimed.of(row.get("statement"));
		row.get("subjectKeys").asList(Value::asString).forEach((key) -> heed(claimed, key, claimed.meant().subject()));
		EntityId object = claimed.meant().object();
		if (object != null) {
			row.get("objectKeys").asList(Value::asString).forEach((key) -> heed(claimed, key, object));
		}
		return claimed;
	}

	private void heed(Claimed claimed, String key, EntityId entity) {
		String here = claimed.episode() + "|" + key;
		this.meant.computeIfAbsent(here, (any) -> new HashSet<>()).add(entity);
		this.meant.computeIfAbsent(here + "|" + claimed.said(), (any) -> new HashSet<>()).add(entity);
	}

	/** The same, with those whom these words meant before in the same episode. */
	Told meaning(Told told) {
		return new Told(meaning(told, told.subject()), told.predicate(), meaning(told, told.object()), told.value(),
				told.polarity(), told.from(), told.to(), told.through(), told.holdsAt(), told.wording(), told.source());
	}

	private @Nullable Named meaning(Told told, @Nullable Named named) {
		if (named == null || named.id() != null || named.externalId() != null) {
			return named;
		}
		return Population.key(named).stream().findFirst().flatMap((key) -> {
			String here = told.source().episode() + "|" + key.value();
			Set<EntityId> likely = this.meant.getOrDefault(here + "|" + told.predicate(),
					this.meant.getOrDefault(here, Set.of()));
			return (likely.size() == 1) ? likely.stream().findFirst() : Optional.empty();
		}).map((entity) -> new Named(entity, null, null, named.type())).orElse(named);
	}

	/**
	 * The id of what said the same there, if there is such a statement, else a new one.
	 */
	StatementId id(EpisodeId episode, Polarity polarity, Place place, Rank rank) {
		List<Claimed> same = this.byState.get(key(episode, polarity, place.slot(), place.state()));
		if (same == null || same.isEmpty()) {
			return StatementId.next();
		}
		Claimed found = same.stream()
			.filter((each) -> each.statement().rank().equals(rank))
			.findFirst()
			.orElse(same.getFirst());
		same.remove(found);
		return found.id();
	}

	private static String key(EpisodeId episode, Polarity polarity, String slot, String state) {
		return episode + "|" + polarity + "|" + slot + "|" + state;
	}

}
