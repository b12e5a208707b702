package dev.loci.recall;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.loci.graph.Graph;
import dev.loci.graph.Parameters;
import dev.loci.memory.Fact;
import dev.loci.memory.Interval;
import dev.loci.memory.Moments;
import dev.loci.recall.Recalled.Kind;
import dev.loci.recall.Search.Hit;

import org.springframework.stereotype.Component;

/**
 * Finds the time of an event that a question names. It is known only when the arms have
 * answered: so they find what holds at any time, and what is of that time is told then.
 */
@Component
class Events {

	private static final Narrowing OF_LINKED = Narrowing.named("recall/facts_of_linked");

	private static final int MOST = 100;

	private final Graph graph;

	Events(Graph graph) {
		this.graph = graph;
	}

	/** About those whom the question names, whatever else the caller wants. */
	List<Fact> facts(Asked asked) {
		Asked all = asked.unlimited();
		Parameters parameters = all.facts(new Interval(Moments.FIRST, Moments.LAST))
			.and("linked", asked.linkedIds())
			.and("candidates", MOST)
			.and("wanted", MOST);
		Sight sight = asked.sight();
		return this.graph.read((tx) -> tx.single(OF_LINKED.of(all), parameters, (row) -> row.get("hits")
			.asList((hit) -> FactRows.fact(hit.get("fact"), sight.validAt(), sight.knownAt()))));
	}

	/** The same question, of the time of its event if that is known. */
	Asked timed(Asked asked, AskedEvent event, List<Fact> facts) {
		Set<String> linked = asked.linkedIds().stream().map(Object::toString).collect(Collectors.toSet());
		return Event.of(event, facts, linked).map(asked::of).orElse(asked);
	}

	/** Those of an arm that are of the time of the event, the nearest first. */
	List<Hit> ofItsTime(Asked asked, Event event, List<Hit> hits) {
		return hits.stream()
			.filter((hit) -> hit.memory().kind() != Kind.entity && asked.isOfItsTime(hit.memory()))
			.map((hit) -> hit.along(List.of(event.fact())))
			.sorted(Comparator.comparingDouble(Hit::score).reversed())
			.toList();
	}

}
