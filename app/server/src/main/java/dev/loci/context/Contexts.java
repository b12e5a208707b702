package dev.loci.context;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.loci.memory.Entity;
import dev.loci.memory.EntityId;
import dev.loci.memory.Episode;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Fact;
import dev.loci.memory.Precision;
import dev.loci.memory.Predicate;
import dev.loci.memory.Scope;
import dev.loci.recall.AsOf;
import dev.loci.recall.Entities;
import dev.loci.recall.Episodes;
import dev.loci.recall.Facts;
import dev.loci.recall.Neighbours;
import dev.loci.recall.Neighbours.Edge;
import dev.loci.recall.Neighbours.Picture;
import dev.loci.recall.Seen;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts together what is known of an entity.
 */
@Component
public class Contexts {

	private static final int MOST_FACTS = 200;

	private static final int MOST_EPISODES = 10;

	private final Entities entities;

	private final Facts facts;

	private final Neighbours neighbours;

	private final Episodes episodes;

	Contexts(Entities entities, Facts facts, Neighbours neighbours, Episodes episodes) {
		this.entities = entities;
		this.facts = facts;
		this.neighbours = neighbours;
		this.episodes = episodes;
	}

	/** By name, for agents that know no ids. */
	public EntityContext of(Scope scope, String name, int depth, AsOf asOf) {
		return of(scope.tenant(), this.entities.meant(scope, name, asOf), depth, asOf);
	}

	/** What holds of an entity at a moment, as it was believed at another. */
	public EntityContext of(String tenant, EntityId id, int depth, AsOf asOf) {
		Scope scope = this.entities.scope(tenant, id);
		Seen<List<Fact>> seen = this.facts.list(scope,
				new Facts.Listing(id.toString(), null, null, Fact.Status.CURRENT, null, MOST_FACTS), asOf);
		AsOf same = new AsOf(seen.validAt(), seen.knownAt(), asOf.agentId());
		Entity entity = this.entities.get(scope, id, same);
		Picture picture = this.neighbours.of(tenant, id, depth, same).what();
		List<Fact> profile = seen.what().stream().filter((fact) -> fact.kind() == Predicate.Kind.PROFILE).toList();
		List<Fact> others = seen.what().stream().filter((fact) -> fact.kind() != Predicate.Kind.PROFILE).toList();
		return new EntityContext(entity, profile, others, picture.edges(), episodes(tenant, seen.what()),
				text(entity, profile, others, picture), seen.validAt(), seen.knownAt());
	}

	private List<Episode> episodes(String tenant, List<Fact> known) {
		List<EpisodeId> ids = known.stream()
			.flatMap((fact) -> fact.evidence().stream())
			.map(Fact.Evidence::episodeId)
			.distinct()
			.toList();
		return this.episodes.all(tenant, ids)
			.stream()
			.sorted(Comparator.comparing(Episode::occurredAt)
				.thenComparing((episode) -> episode.id().value())
				.reversed())
			.limit(MOST_EPISODES)
			.toList();
	}

	private static String text(Entity entity, List<Fact> profile, List<Fact> others, Picture picture) {
		String names = entity.aliases()
			.stream()
			.filter((alias) -> !alias.equals(entity.name()))
			.collect(Collectors.joining(", "));
		StringBuilder text = new StringBuilder(entity.name());
		text.append((entity.type() != null) ? " (" + entity.type() + ")" : "");
		text.append(names.isEmpty() ? "" : ", also " + names).append(" [entity ").append(entity.id()).append("]\n");
		append(text, profile.stream().map(Contexts::line).toList());
		append(text, others.stream().map(Contexts::line).toList());
		// What it is the subject of stands above already.
		append(text,
				picture.edges()
					.stream()
					.filter((edge) -> !edge.subject().equals(entity.id()))
					.map(Contexts::line)
					.toList());
		return text.toString();
	}

	private static void append(StringBuilder text, List<String> lines) {
		lines.forEach((line) -> text.append("- ").append(line).append('\n'));
	}

	private static String line(Fact fact) {
		return fact.text() + stretch(day(fact.validFrom(), fact.validFromPrecision()),
				day(fact.validTo(), fact.validToPrecision())) + " [fact " + fact.id() + "]";
	}

	private static String line(Edge edge) {
		return edge.text() + stretch(day(edge.validFrom(), Precision.DAY), day(edge.validTo(), Precision.DAY))
				+ " [fact " + edge.fact() + "]";
	}

	private static String stretch(String from, String to) {
		return (from.isEmpty() && to.isEmpty()) ? "" : " (" + (from.isEmpty() ? "" : "since " + from)
				+ (from.isEmpty() || to.isEmpty() ? "" : ", ") + (to.isEmpty() ? "" : "until " + to) + ")";
	}

	/** As exactly as it was told. */
	private static String day(@Nullable Instant moment, @Nullable Precision precision) {
		if (moment == null) {
			return "";
		}
		String date = moment.atOffset(ZoneOffset.UTC).toLocalDate().toString();
		return switch (Objects.requireNonNullElse(precision, Precision.DAY)) {
			case YEAR -> date.substring(0, 4);
			case MONTH -> date.substring(0, 7);
			case DAY, INSTANT -> date;
		};
	}

}
