package dev.loci.recall;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import dev.loci.graph.Cypher;
import dev.loci.graph.Parameters;
import dev.loci.memory.EntityId;
import dev.loci.memory.Fact;
import dev.loci.memory.Interval;
import dev.loci.recall.Recalled.Kind;
import dev.loci.recall.Recalled.Step;
import dev.loci.recall.Search.Hit;
import org.neo4j.driver.Value;

import org.springframework.stereotype.Component;

/**
 * Finds facts: those that hold at the moment that is asked for, and with {@code history}
 * those that have ended, too.
 */
@Component
class FactArms {

	private static final Narrowing BY_MEANING = Narrowing.named("recall/facts_by_meaning");

	private static final Cypher BY_WORDS = Cypher.named("recall/facts_by_words");

	private static final Narrowing OF_LINKED = Narrowing.named("recall/facts_of_linked");

	private static final Narrowing BEYOND = Narrowing.named("recall/facts_beyond");

	private static final Narrowing IN_TIME = Narrowing.named("recall/facts_in_time");

	/**
	 * Those after them are hardly ever among the first of all, and each brings its
	 * evidence along, which takes longer than to find it.
	 */
	private static final int LEAST = 40;

	/** From how many facts the graph is entered. */
	private static final int SEEDS = 20;

	/** To how many entities it is followed. */
	private static final int ENDS = 20;

	private final Search search;

	private final Ahead ahead;

	FactArms(Search search, Ahead ahead) {
		this.search = search;
		this.ahead = ahead;
	}

	/** Those that this question can be asked of. */
	Map<Arm, Callable<List<Hit>>> arms(Asked asked) {
		Map<Arm, Callable<List<Hit>>> arms = new EnumMap<>(Arm.class);
		if (asked.wants(Kind.fact)) {
			if (asked.meant()) {
				arms.put(Arm.vector, () -> byMeaning(asked));
			}
			arms.put(Arm.fullText, () -> byWords(asked));
			if (asked.meant() || !asked.linked().isEmpty()) {
				boolean alone = asked.narrowsFacts() || asked.holdingFacts().isPresent();
				Supplier<Map<Arm, List<Hit>>> beyond = this.ahead.begin(() -> beyond(asked, alone));
				arms.put(Arm.graph, () -> beyond.get().getOrDefault(Arm.graph, List.of()));
				arms.put(Arm.entity,
						alone ? () -> ofLinked(asked) : () -> beyond.get().getOrDefault(Arm.entity, List.of()));
			}
			Interval time = asked.time();
			if (time != null) {
				arms.put(Arm.time, () -> inTime(asked, time));
			}
		}
		return arms;
	}

	/** Only about those whom the caller names, if it names any. */
	private List<Hit> byMeaning(Asked asked) {
		List<EntityId> about = asked.about();
		return (about == null) ? hits(BY_MEANING.of(asked), asked, measured(asked), (facts) -> facts)
				: hits(OF_LINKED.of(asked), asked, measured(asked), (facts) -> facts.and("linked", about));
	}

	private List<Hit> byWords(Asked asked) {
		List<String> words = Words.facts(asked.sight().view().generation(), asked.question().asOf().knownAt() == null,
				asked.question().query());
		return words.isEmpty() ? List.of()
				: hits(BY_WORDS, asked, (hit) -> hit(hit, asked.sight()), (facts) -> facts.and("words", words));
	}

	/** About whom the question names, as far as the caller wants to know of them. */
	private List<Hit> ofLinked(Asked asked) {
		List<EntityId> about = asked.about();
		List<EntityId> both = asked.linkedIds().stream().filter((id) -> about != null && about.contains(id)).toList();
		List<EntityId> linked = both.isEmpty() ? asked.linkedIds() : both;
		return linked.isEmpty() ? List.of()
				: hits(OF_LINKED.of(asked), asked, measured(asked), (facts) -> facts.and("linked", linked));
	}

	/**
	 * About those to whom other facts lead, and what leads there: about whom the question
	 * names.
	 * @param alone whether those are looked for by themselves, since not all that leads
	 * on is wanted
	 */
	private Map<Arm, List<Hit>> beyond(Asked asked, boolean alone) {
		Interval time = asked.question().history() ? null : asked.time();
		Parameters parameters = asked.leadingFacts()
			.and("timeFrom", (time != null) ? time.from() : null)
			.and("timeTo", (time != null) ? time.to() : null)
			.and("linked", asked.linkedIds())
			.and("meant", asked.meant())
			.and("alone", alone)
			.and("seeds", SEEDS)
			.and("ends", ENDS);
		Map<Arm, List<Hit>> hits = this.search.hitsByArm(BEYOND.of(asked), parameters, asked.limit(), least(asked),
				(hit) -> hit(hit, asked.sight()), isWanted(asked));
		if (!asked.meant()) {
			hits.replaceAll((arm, some) -> some.stream().map(Hit::unmeasured).toList());
		}
		return hits;
	}

	/** Of the time that is asked about, whether they still hold or not. */
	private List<Hit> inTime(Asked asked, Interval time) {
		List<EntityId> about = asked.about();
		return (about == null) ? found(IN_TIME.of(asked), asked, measured(asked), asked.facts(time)) : found(
				OF_LINKED.of(asked), asked, measured(asked), asked.facts(time).and("linked", about).and("timed", true));
	}

	/** By what they mean, if anybody knows what the question means. */
	private static Function<Value, Hit> measured(Asked asked) {
		return asked.meant() ? (hit) -> hit(hit, asked.sight()) : (hit) -> hit(hit, asked.sight()).unmeasured();
	}

	/**
	 * Those that hold now are looked for by themselves, side by side with those that ever
	 * did, or in the time that is asked about, where these are wanted, too.
	 */
	private List<Hit> hits(Cypher arm, Asked asked, Function<Value, Hit> hit, UnaryOperator<Parameters> more) {
		Optional<Supplier<List<Hit>>> holding = asked.holdingFacts()
			.map((facts) -> this.ahead.begin(() -> found(arm, asked, hit, more.apply(facts))));
		List<Hit> others = found(arm, asked, hit, more.apply(asked.facts()));
		return holding.map((now) -> merged(now.get(), others)).orElse(others);
	}

	private static List<Hit> merged(List<Hit> holding, List<Hit> others) {
		Map<String, Hit> all = new LinkedHashMap<>();
		holding.forEach((each) -> all.put(each.key(), each));
		others.forEach((each) -> all.putIfAbsent(each.key(), each));
		return all.values().stream().sorted(Comparator.comparingDouble(Hit::score).reversed()).toList();
	}

	private List<Hit> found(Cypher arm, Asked asked, Function<Value, Hit> hit, Parameters parameters) {
		return this.search.hits(arm, parameters, asked.limit(), least(asked), hit, isWanted(asked));
	}

	private static int least(Asked asked) {
		return asked.question().filters().choose() ? Search.LEAST : LEAST;
	}

	/** Which ones are of the time of an event is known only when that is. */
	private static Predicate<Hit> isWanted(Asked asked) {
		return (hit) -> asked.event().isPresent() || asked.wants(hit.memory());
	}

	private static List<Step> path(Value via) {
		boolean along = via.get("from").equals(via.get("subject"));
		return List.of(
				new Step(FactRows.word(via.get("from")), FactRows.word(via.get(along ? "subjectName" : "objectName"))),
				new Step(FactRows.word(via.get("id")), FactRows.word(via.get("text"))),
				new Step(FactRows.word(via.get("to")), FactRows.word(via.get(along ? "objectName" : "subjectName"))));
	}

	/** When what leads there holds. */
	private static Interval way(Value via) {
		return new Interval(FactRows.moment(via.get("validFrom")), FactRows.moment(via.get("validTo")));
	}

	private static Hit hit(Value hit, Sight sight) {
		Fact fact = FactRows.fact(hit.get("fact"), sight.validAt(), sight.knownAt());
		return new Hit(fact.id().toString(), hit.get("score").asDouble(0), Recalled.of(fact, slots(hit.get("fact"))),
				hit.get("via").isNull() ? List.of() : path(hit.get("via")),
				hit.get("via").isNull() ? null : way(hit.get("via")), Use.of(hit.get("use")), null);
	}

	/** What somebody can be to one other only, the other one can be to nobody else. */
	private static Set<String> slots(Value fact) {
		String slot = FactRows.word(fact.get("slot"));
		String other = fact.get("mutual").asString("");
		return Set.copyOf(
				List.of(slot, slot.contains(other) ? slot : slot.replace(FactRows.word(fact.get("subject")), other)));
	}

}
