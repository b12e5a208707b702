package dev.loci.recall;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.loci.graph.Cypher;
import dev.loci.graph.Parameters;
import dev.loci.recall.Recalled.Kind;
import dev.loci.recall.Search.Hit;

import org.springframework.stereotype.Component;

/**
 * Finds entities themselves: those that a question names, and those whose names mean
 * something like it.
 */
@Component
class EntityArms {

	private static final Cypher BY_MEANING = Cypher.named("recall/entities_by_meaning");

	private static final int LEAST = 10;

	/** An entity has several names. */
	private static final int NAMES = 4;

	private final Search search;

	EntityArms(Search search) {
		this.search = search;
	}

	/** Those that this question can be asked of. */
	Map<Arm, Callable<List<Hit>>> arms(Asked asked) {
		Map<Arm, Callable<List<Hit>>> arms = new EnumMap<>(Arm.class);
		if (asked.wants(Kind.entity)) {
			if (asked.meant()) {
				arms.put(Arm.vector, () -> byMeaning(asked));
			}
			arms.put(Arm.entity, () -> named(asked));
		}
		return arms;
	}

	private static List<Hit> named(Asked asked) {
		return asked.linked().stream().map((link) -> hit(link)).toList();
	}

	/** Some names are not for everybody: then more of them are looked at. */
	private List<Hit> byMeaning(Asked asked) {
		Parameters parameters = Parameters.with("space", asked.sight().view().generation())
			.and("home", asked.sight().view().space())
			.and("knownAt", asked.sight().knownAt())
			.and("owners", asked.sight().owners())
			.and("vector", asked.vector())
			.and("limit", Math.max(LEAST, asked.limit()));
		return this.search.hits(BY_MEANING, parameters, asked.limit(), NAMES * LEAST, (hit) -> hit(Linked.link(hit)));
	}

	private static Hit hit(Linked.Link link) {
		return new Hit(link.id().toString(), link.weight(), Recalled.of(link), List.of(), null, link.use(), null);
	}

}
