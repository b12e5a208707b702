package dev.loci.resolve;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.loci.graph.Cypher;
import dev.loci.graph.Generations;
import dev.loci.graph.OpenSpace;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Polarity;
import dev.loci.memory.StatementId;
import org.neo4j.driver.Value;

import org.springframework.stereotype.Component;

/**
 * Takes the statements of an episode away, as if nobody had ever made them: what they
 * alone supported is gone, what they had ended goes on, what others support stays.
 */
@Component
public class Withdrawal {

	private static final Cypher OF_EPISODE = Cypher.named("resolve/statements_of_episode");

	private static final Cypher ERASE = Cypher.named("resolve/erase_statements");

	private final Generations generations;

	private final EdgeTypes types;

	Withdrawal(Generations generations, EdgeTypes types) {
		this.generations = generations;
		this.types = types;
	}

	/** Brings what is believed up to date first, then erases. */
	public Withdrawn withdraw(Transaction tx, String tenant, OpenSpace space, EpisodeId episode) {
		this.generations.abandon(tx, space);
		Set<StatementId> gone = new HashSet<>();
		Set<String> touched = new HashSet<>();
		Set<String> paired = new HashSet<>();
		tx.list(OF_EPISODE, Parameters.with("tenant", tenant).and("space", space.generation()).and("episode", episode),
				(row) -> {
					gone.add(StatementId.of(row.get("id").asString()));
					List<String> slots = row.get("slots").asList(Value::asString);
					if (row.get("paired").asBoolean()) {
						paired.addAll(slots);
					}
					return touched.addAll(slots);
				});
		Set<EpisodeId> episodes = new HashSet<>(Set.of(episode));
		if (!touched.isEmpty()) {
			Ledger ledger = new Ledger(space.now(), this.types);
			Map<String, SlotGroup> groups = SlotGroup
				.byName(SlotReader.groups(tx, space.generation(), Reach.whole(touched, paired), List.of()).values());
			groups.values().forEach((group) -> ledger.meet(group.content()));
			groups.values().forEach((group) -> orphans(group.content(), gone).forEach((orphan) -> {
				gone.add(orphan.id());
				episodes.add(orphan.episode());
			}));
			groups.values().forEach((group) -> settle(group, gone, ledger));
			ledger.write(tx, tenant, space.generation());
		}
		return tx
			.first(ERASE, Parameters.with("tenant", tenant).and("episodes", episodes),
					(row) -> new Withdrawn(row.get("statements").asLong(), row.get("facts").asList(Value::asString),
							row.get("entities").asList(Value::asString), episodes))
			.orElse(new Withdrawn(0, List.of(), List.of(), episodes));
	}

	/**
	 * Corrections of what nobody else has said, or not in these words: they tell it
	 * again.
	 */
	private static List<Claimed> orphans(SlotContent content, Set<StatementId> gone) {
		Set<String> erased = new HashSet<>();
		Set<Object> erasedWords = new HashSet<>();
		Set<String> said = new HashSet<>();
		Set<Object> saidWords = new HashSet<>();
		content.statements().values().forEach((each) -> {
			if (gone.contains(each.id())) {
				erased.add(state(each));
				erasedWords.addAll(words(each));
			}
			else if (each.statement().polarity() == Polarity.ASSERT && !each.statement().isCorrection()
					&& !each.statement().suggestion()) {
				said.add(state(each));
				saidWords.addAll(words(each));
			}
		});
		erasedWords.removeAll(saidWords);
		return content.statements()
			.values()
			.stream()
			.filter((each) -> !gone.contains(each.id()) && each.statement().isCorrection())
			.filter((each) -> erased.contains(state(each)))
			.filter((each) -> !said.contains(state(each)) || !Collections.disjoint(words(each), erasedWords))
			.toList();
	}

	/** What a correction takes over that does not put it right. */
	private static List<Object> words(Claimed claimed) {
		return claimed.metadata().values().isEmpty() ? List.of(claimed.text())
				: List.of(claimed.text(), claimed.metadata());
	}

	/** What it tells of; where that says nothing by now, whom it meant. */
	private static String state(Claimed claimed) {
		String slot = claimed.statement().slot();
		return slot.equals(Place.NOWHERE) ? claimed.type() + "|" + claimed.ends()
				: slot + "|" + claimed.statement().state();
	}

	private static void settle(SlotGroup group, Set<StatementId> gone, Ledger ledger) {
		Map<StatementId, Claimed> left = new HashMap<>(group.content().statements());
		left.keySet().removeAll(gone);
		ledger.note(group.content(), left, group.resolve(left, left.values(), List.of()), Map.of());
	}

	/**
	 * What went for good.
	 *
	 * @param facts their ids, like those of the entities
	 * @param episodes that hold nothing any more: the one that was asked for, and those
	 * of corrections of what it had said
	 */
	public record Withdrawn(long statements, List<String> facts, List<String> entities, Set<EpisodeId> episodes) {

		public Withdrawn {
			episodes = Set.copyOf(episodes);
		}

		/** The ids of all memories among it. */
		public List<String> memories() {
			return Stream.of(this.facts, this.entities, this.episodes.stream().map(EpisodeId::toString).toList())
				.flatMap(List::stream)
				.toList();
		}

	}

}
