package dev.loci.context;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.loci.memory.EntityId;
import dev.loci.memory.Episode;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Fact;
import dev.loci.memory.FactId;
import dev.loci.memory.Scope;
import dev.loci.recall.AsOf;
import dev.loci.recall.Entities;
import dev.loci.recall.Episodes;
import dev.loci.recall.Neighbours;
import dev.loci.recall.Neighbours.Edge;
import dev.loci.recall.Portraits;
import dev.loci.recall.Portraits.Portrait;
import dev.loci.recall.Seen;

import org.springframework.stereotype.Component;

/**
 * Puts together what is known of an entity.
 */
@Component
public class EntityContexts {

	private static final int MOST_EPISODES = 10;

	/** Ids tell when an episode was accepted; what was said last is among those. */
	private static final int LOOKED_AT = 5 * MOST_EPISODES;

	private final Entities entities;

	private final Portraits portraits;

	private final Neighbours neighbours;

	private final Episodes episodes;

	private final Contexts contexts;

	private final ContextSettings settings;

	EntityContexts(Entities entities, Portraits portraits, Neighbours neighbours, Episodes episodes, Contexts contexts,
			ContextSettings settings) {
		this.entities = entities;
		this.portraits = portraits;
		this.neighbours = neighbours;
		this.episodes = episodes;
		this.contexts = contexts;
		this.settings = settings;
	}

	/** By name, for agents that know no ids. */
	public EntityContext of(Scope scope, String name, int depth, AsOf asOf, int budget) {
		return of(scope.tenant(), this.entities.meant(scope, name, asOf), depth, asOf, budget);
	}

	/**
	 * What holds of an entity at a moment, as it was believed at another.
	 * @param budget how many tokens its text has at most
	 */
	public EntityContext of(String tenant, EntityId id, int depth, AsOf asOf, int budget) {
		Scope scope = this.entities.scope(tenant, id);
		Seen<Portrait> seen = this.portraits.of(scope, id, this.settings.lately(), asOf);
		AsOf same = new AsOf(seen.validAt(), seen.knownAt(), asOf.agentId());
		List<Edge> relations = this.neighbours.of(tenant, id, depth, same).what().edges();
		Portrait portrait = seen.what();
		List<Episode> said = episodes(tenant, portrait);
		Core core = this.contexts.core(scope, seen.knownAt());
		Packed packed = Packer.pack(core.pieces(), core.hasMore(), pieces(portrait, relations, said), budget);
		return new EntityContext(portrait.entity(), portrait.profile(), portrait.facts(), portrait.changes(), relations,
				said, packed.text(), packed.tokens(), seen.validAt(), seen.knownAt());
	}

	private List<Episode> episodes(String tenant, Portrait portrait) {
		List<EpisodeId> ids = Stream.of(portrait.profile(), portrait.facts(), portrait.ofOthers(), portrait.changes())
			.flatMap(Collection::stream)
			.flatMap((fact) -> fact.evidence().stream())
			.map(Fact.Evidence::episodeId)
			.distinct()
			.sorted(Comparator.comparing(EpisodeId::toString).reversed())
			.limit(LOOKED_AT)
			.toList();
		return this.episodes.all(tenant, ids)
			.stream()
			.sorted(Comparator.comparing(Episode::occurredAt)
				.thenComparing((episode) -> episode.id().toString())
				.reversed())
			.limit(MOST_EPISODES)
			.toList();
	}

	/** Who or what it is comes first; of the rest, each part gets its share. */
	private static List<Piece> pieces(Portrait portrait, List<Edge> relations, List<Episode> said) {
		Set<FactId> told = new HashSet<>();
		List<Piece> pieces = new ArrayList<>();
		pieces.add(new Piece(Part.SUBJECT, "", 0, Wording.entity(portrait.entity())));
		pieces.addAll(facts(Part.PROFILE, portrait.profile(), told));
		List<List<Piece>> rest = List.of(facts(Part.CHANGES, portrait.changes(), told),
				facts(Part.FACTS, portrait.facts(), told), relations(relations, told), said(said));
		for (int i = 0; rest.stream().anyMatch(isLongerThan(i)); i++) {
			int turn = i;
			rest.stream().filter(isLongerThan(turn)).forEach((part) -> pieces.add(part.get(turn)));
		}
		return pieces;
	}

	private static java.util.function.Predicate<List<Piece>> isLongerThan(int turn) {
		return (part) -> part.size() > turn;
	}

	private static List<Piece> facts(Part part, List<Fact> facts, Set<FactId> told) {
		List<Piece> pieces = new ArrayList<>();
		facts.stream().filter((fact) -> told.add(fact.id())).forEach((fact) -> {
			String dates = Wording.dates(fact.validFrom(), fact.validFromPrecision(), fact.validTo(),
					fact.validToPrecision());
			String remark = Stream.of(dates, remark(fact))
				.filter((each) -> !each.isEmpty())
				.collect(Collectors.joining(", "));
			pieces.add(new Piece(part, "", pieces.size(), Wording.fact(fact.text(), remark, fact.id())));
		});
		return pieces;
	}

	private static String remark(Fact fact) {
		return switch (fact.status()) {
			case DROPPED -> "no longer believed";
			case ENDED -> fact.hasExpired() ? "expired" : "";
			case CURRENT, FUTURE -> "";
		};
	}

	private static List<Piece> relations(List<Edge> relations, Set<FactId> told) {
		List<Piece> pieces = new ArrayList<>();
		relations.stream()
			.filter((edge) -> told.add(edge.fact()))
			.forEach((edge) -> pieces.add(new Piece(Part.RELATIONS, "", pieces.size(), Wording.fact(edge.text(),
					Wording.dates(edge.validFrom(), edge.begun(), edge.validTo(), edge.ended()), edge.fact()))));
		return pieces;
	}

	/** What was told as a fact stands there as one. */
	private static List<Piece> said(List<Episode> episodes) {
		return episodes.stream()
			.filter((episode) -> episode.kind() != Episode.Kind.STATEMENT)
			.map((episode) -> new Piece(Part.EPISODES, "", episode.occurredAt().toEpochMilli(),
					Wording.episode(episode.occurredAt(), episode.name(), episode.role(), episode.title(),
							episode.content(), episode.id())))
			.toList();
	}

}
