package dev.loci.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.loci.graph.Cypher;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.EntityId;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Fingerprint;
import dev.loci.memory.Named;
import dev.loci.memory.Polarity;
import dev.loci.memory.Rank;
import dev.loci.memory.StatementId;
import dev.loci.memory.Told;
import dev.loci.resolve.Claimed.Target;
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

	/** Whether it is read anew at all. */
	boolean areThere() {
		return this != NONE;
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
		Mentions mentions = claimed.mentions();
		EntityId object = claimed.meant().object();
		heed(claimed, mentions.subject(), opposite(mentions.object(), claimed), claimed.meant().subject());
		names(row, "subjectKeys").forEach((name) -> heed(claimed, name, "", claimed.meant().subject()));
		if (object != null && mentions.object() != null) {
			heed(claimed, mentions.object(), mentions.subject(), object);
			names(row, "objectKeys").forEach((name) -> heed(claimed, name, "", object));
		}
		return claimed;
	}

	private static List<String> names(Record row, String column) {
		return row.get(column).asList(Value::asString);
	}

	private static String opposite(@Nullable String object, Claimed claimed) {
		return (object != null || claimed.target() == null) ? String.valueOf(object) : claimed.target().key();
	}

	private void heed(Claimed claimed, String mention, String opposite, EntityId entity) {
		ways(claimed.episode(), mention, claimed.said(), opposite, claimed.quote())
			.forEach((way) -> this.meant.computeIfAbsent(way, (any) -> new HashSet<>()).add(entity));
	}

	/** The same, with those whom these words meant before in the same episode. */
	Understood decided(Understood understood) {
		Told told = understood.told();
		EpisodeId episode = told.source().episode();
		if (!areThere() || episode == null) {
			return understood;
		}
		Mentions mentions = Mentions.of(told);
		String opposite = (understood.value() != null) ? new Target(null, understood.value()).key()
				: String.valueOf(mentions.object());
		Named object = understood.object();
		return understood.meaning(
				decided(understood.subject(),
						ways(episode, mentions.subject(), told.predicate(), opposite, told.source().quote())),
				(object != null) ? decided(object, ways(episode, Objects.requireNonNull(mentions.object()),
						told.predicate(), mentions.subject(), told.source().quote())) : null);
	}

	private Named decided(Named named, List<String> ways) {
		return ways.stream()
			.map(this.meant::get)
			.filter(Objects::nonNull)
			.findFirst()
			.filter((likely) -> likely.size() == 1)
			.map((likely) -> new Named(likely.iterator().next(), null, null, named.type()))
			.orElse(named);
	}

	/**
	 * By which words somebody is known again, the most exact ones first: one mention may
	 * mean several in one episode.
	 */
	private static List<String> ways(EpisodeId episode, String mention, @Nullable String said, String opposite,
			@Nullable String quote) {
		return List.of(Fingerprint.of(episode, mention, said, opposite, quote),
				Fingerprint.of(episode, mention, said, opposite), Fingerprint.of(episode, mention, said),
				Fingerprint.of(episode, mention));
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
