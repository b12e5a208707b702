package dev.loci.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.loci.graph.Cypher;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Polarity;
import dev.loci.memory.Rank;
import dev.loci.memory.StatementId;

/**
 * What was read out of episodes before, when they are read anew: what says the same of
 * the same thing keeps its id, and with it the facts keep theirs; and who was decided to
 * be meant still is.
 */
final class Precedents {

	static final Precedents NONE = new Precedents(MeantBefore.NOBODY);

	private static final Cypher PRECEDENTS = Cypher.named("resolve/precedents");

	private final Map<String, List<Claimed>> byState = new HashMap<>();

	private final MeantBefore meant;

	private Precedents(MeantBefore meant) {
		this.meant = meant;
	}

	/** Whether it is read anew at all. */
	boolean areThere() {
		return this != NONE;
	}

	static Precedents of(Transaction tx, Site site, Collection<EpisodeId> episodes) {
		MeantBefore meant = MeantBefore.of(tx, site);
		Precedents precedents = new Precedents(meant);
		List<Claimed> before = new ArrayList<>();
		tx.list(PRECEDENTS,
				Parameters.with("tenant", site.scope().tenant())
					.and("space", site.from())
					.and("to", site.to())
					.and("episodes", episodes),
				(row) -> {
					Claimed claimed = Claimed.of(row.get("statement"));
					meant.heed(claimed, row);
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

	/** The same, with those whom these words meant before in the same episode. */
	Understood decided(Understood understood) {
		return this.meant.decided(understood);
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
