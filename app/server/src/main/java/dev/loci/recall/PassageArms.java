package dev.loci.recall;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import dev.loci.graph.Cypher;
import dev.loci.graph.MetadataJson;
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

	PassageArms(Search search) {
		this.search = search;
	}

	/** Those that this question can be asked of. */
	Map<Arm, Callable<List<Hit>>> arms(Asked asked) {
		Map<Arm, Callable<List<Hit>>> arms = new EnumMap<>(Arm.class);
		if (asked.wants(Kind.episode)) {
			if (asked.meant()) {
				arms.put(Arm.vector, () -> byMeaning(asked));
				arms.put(Arm.context, () -> inContext(asked));
			}
			arms.put(Arm.fullText, () -> byWords(asked));
			arms.put(Arm.around, () -> byWordsAround(asked));
			arms.put(Arm.before, () -> byWordsBefore(asked));
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

	private List<Hit> byWords(Asked asked) {
		return having(asked, Words.passages(asked.sight().view().space(), asked.cues().content()));
	}

	/** Words of the question stand in them, or close to them. */
	private List<Hit> byWordsAround(Asked asked) {
		return having(asked, Words.around(asked.sight().view().space(), asked.cues().content()));
	}

	/** Words of the question stand in them, or right before them. */
	private List<Hit> byWordsBefore(Asked asked) {
		return having(asked, Words.before(asked.sight().view().space(), asked.question().query()));
	}

	private List<Hit> having(Asked asked, List<String> words) {
		return words.isEmpty() ? List.of() : this.search.hits(BY_WORDS, asked.passages().and("words", words),
				asked.limit(), Search.LEAST, PassageArms::hit);
	}

	/** Said in the time that is asked about. */
	private List<Hit> inTime(Asked asked, Interval time) {
		return this.search.hits(BY_MEANING.of(asked), asked.passages(time), asked.limit(), Search.LEAST,
				(hit) -> asked.meant() ? hit(hit) : hit(hit).unmeasured());
	}

	private static Hit hit(Value hit) {
		Value episode = hit.get("episode");
		EpisodeId id = EpisodeId.of(FactRows.word(episode.get("id")));
		String passage = FactRows.word(hit.get("passage").get("id"));
		String text = FactRows.word(hit.get("passage").get("text"));
		return new Hit(passage, hit.get("score").asDouble(), new Recalled(Kind.episode, id.toString(), null, passage,
				text, 0, null, null, null, episode.get("role").asString(null), episode.get("name").asString(null),
				episode.get("title").asString(null), episode.get("sessionId").asString(null),
				episode.get("agentId").asString(null), MetadataJson.of(episode),
				FactRows.moment(episode.get("occurredAt")), null, null, null, null,
				FactRows.moment(episode.get("recordedAt")), null, List.of(new Evidence(null, id, text)), null, null),
				List.of(), Set.of(), Use.of(hit.get("use")), hit.get("previous").asString(null));
	}

}
