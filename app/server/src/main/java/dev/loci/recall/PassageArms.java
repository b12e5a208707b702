package dev.loci.recall;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import dev.loci.graph.Cypher;
import dev.loci.graph.MetadataJson;
import dev.loci.graph.Parameters;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Interval;
import dev.loci.recall.Recalled.Evidence;
import dev.loci.recall.Recalled.Kind;
import dev.loci.recall.Search.Hit;
import org.neo4j.driver.Value;

import org.springframework.stereotype.Component;

/**
 * Finds passages of episodes.
 */
@Component
class PassageArms {

	private static final Narrowing BY_MEANING = Narrowing.named("recall/passages_by_meaning");

	private static final Narrowing IN_CONTEXT = Narrowing.named("recall/passages_in_context");

	private static final Cypher BY_WORDS = Cypher.named("recall/passages_by_words");

	private final Search search;

	private final Ahead ahead;

	PassageArms(Search search, Ahead ahead) {
		this.search = search;
		this.ahead = ahead;
	}

	/** Those that this question can be asked of. */
	Map<Arm, Callable<List<Hit>>> arms(Asked asked) {
		Map<Arm, Callable<List<Hit>>> arms = new EnumMap<>(Arm.class);
		if (asked.wants(Kind.episode)) {
			if (asked.meant()) {
				arms.put(Arm.vector, () -> byMeaning(asked));
				arms.put(Arm.context, () -> inContext(asked));
			}
			Supplier<Map<Arm, List<Hit>>> worded = this.ahead.begin(() -> byWords(asked));
			for (Arm arm : List.of(Arm.fullText, Arm.around, Arm.before)) {
				arms.put(arm, () -> worded.get().getOrDefault(arm, List.of()));
			}
			Interval time = asked.time();
			if (time != null) {
				arms.put(Arm.time, () -> inTime(asked, time));
			}
		}
		return arms;
	}

	private List<Hit> byMeaning(Asked asked) {
		return this.search.hits(BY_MEANING.of(asked), asked.passages(), asked.limit(), Search.LEAST, PassageArms::hit);
	}

	/** As what they mean after what was said before them. */
	private List<Hit> inContext(Asked asked) {
		return this.search.hits(IN_CONTEXT.of(asked), asked.passages(), asked.limit(), Search.LEAST, PassageArms::hit);
	}

	/** Words of the question stand in them, close to them, or right before them. */
	private Map<Arm, List<Hit>> byWords(Asked asked) {
		String space = asked.sight().view().space();
		String content = asked.cues().content();
		Map<Arm, List<String>> words = new EnumMap<>(Arm.class);
		words.put(Arm.fullText, Words.passages(space, content));
		words.put(Arm.around, Words.around(space, content));
		words.put(Arm.before, Words.before(space, asked.question().query()));
		words.values().removeIf(List::isEmpty);
		if (words.isEmpty()) {
			return Map.of();
		}
		List<Parameters> arms = words.entrySet()
			.stream()
			.map((arm) -> Parameters.with("arm", arm.getKey()).and("words", arm.getValue()))
			.toList();
		return this.search.hitsByArm(BY_WORDS, asked.passages().and("arms", arms), asked.limit(), Search.LEAST,
				PassageArms::hit, (any) -> true);
	}

	/** Said in the time that is asked about. */
	private List<Hit> inTime(Asked asked, Interval time) {
		return this.search.hits(BY_MEANING.of(asked), asked.passages(time), asked.limit(), Search.LEAST,
				(hit) -> asked.meant() ? hit(hit) : hit(hit).unmeasured());
	}

	/** By words, each arm has a score of its own for it. */
	private static Hit hit(Value hit) {
		Value episode = hit.get("episode");
		EpisodeId id = EpisodeId.of(FactRows.word(episode.get("id")));
		String passage = FactRows.word(hit.get("passage").get("id"));
		String text = FactRows.word(hit.get("passage").get("text"));
		return new Hit(passage, hit.get("score").asDouble(0), new Recalled(Kind.episode, id.toString(), null, passage,
				text, 0, null, null, null, episode.get("role").asString(null), episode.get("name").asString(null),
				episode.get("title").asString(null), episode.get("sessionId").asString(null),
				episode.get("agentId").asString(null), MetadataJson.of(episode),
				FactRows.moment(episode.get("occurredAt")), null, null, null, null, Set.of(),
				FactRows.moment(episode.get("recordedAt")), null, List.of(new Evidence(null, id, text)), null, null),
				List.of(), null, Use.of(hit.get("use")), hit.get("previous").asString(null));
	}

}
