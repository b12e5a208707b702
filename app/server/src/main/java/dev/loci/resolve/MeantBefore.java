package dev.loci.resolve;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.loci.graph.Cypher;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.EntityId;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Family;
import dev.loci.memory.Fingerprint;
import dev.loci.memory.Named;
import dev.loci.memory.Told;
import dev.loci.resolve.Claimed.Target;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Whom the words of episodes meant when they were read before, once all was decided that
 * has been decided since. A reader may name somebody by other words this time, a model by
 * the id of one who is known by now; so whoever was meant is known by all of them.
 */
final class MeantBefore {

	static final MeantBefore NOBODY = new MeantBefore((type) -> Optional.empty());

	private static final Cypher SPLITS = Cypher.named("resolve/splits");

	private final Function<String, Optional<Family>> families;

	/** Whom statements had meant before that was split off, by their ids. */
	private final Map<String, Set<String>> formerSubjects = new HashMap<>();

	private final Map<String, Set<String>> formerObjects = new HashMap<>();

	private final Map<String, Set<EntityId>> byWords = new HashMap<>();

	private final Map<EntityId, String> types = new HashMap<>();

	private MeantBefore(Function<String, Optional<Family>> families) {
		this.families = families;
	}

	static MeantBefore of(Transaction tx, Site site) {
		MeantBefore before = new MeantBefore(site.now()::family);
		tx.list(SPLITS, Parameters.with("space", site.from()), (row) -> former(before.formerSubjects, row, "subjects")
				&& former(before.formerObjects, row, "objects"));
		return before;
	}

	private static boolean former(Map<String, Set<String>> former, Record row, String end) {
		former.computeIfAbsent(row.get("statement").asString(), (any) -> new HashSet<>())
			.addAll(row.get(end).asList(Value::asString));
		return true;
	}

	/**
	 * Takes notice of whom a statement means.
	 * @param row with what is known of both its ends
	 */
	void heed(Claimed claimed, Record row) {
		Mentions mentions = claimed.mentions();
		EntityId object = claimed.meant().object();
		List<String> subjects = words(mentions.subject(), row.get("subject"), former(this.formerSubjects, claimed));
		List<String> objects = (object != null)
				? words(mentions.object(), row.get("object"), former(this.formerObjects, claimed))
				: List.of((claimed.target() != null) ? claimed.target().key() : "");
		heed(claimed, subjects, objects, claimed.meant().subject());
		if (object != null) {
			heed(claimed, objects, subjects, object);
		}
	}

	private static Set<String> former(Map<String, Set<String>> former, Claimed claimed) {
		return former.getOrDefault(claimed.id().toString(), Set.of());
	}

	/** All by which one end may be named. */
	private List<String> words(@Nullable String mention, Value end, Set<String> former) {
		String type = end.get("type").asString(null);
		if (type != null) {
			this.types.put(EntityId.of(end.get("id").asString()), type);
		}
		Stream<String> ids = Stream.concat(Stream.of("id", "top").map((which) -> end.get(which).asString()),
				former.stream());
		return Stream
			.of(Stream.ofNullable(mention), ids.map(EntityId::of).map(Mentions::id),
					end.get("names").asList(Value::asString).stream())
			.flatMap((each) -> each)
			.distinct()
			.toList();
	}

	private void heed(Claimed claimed, List<String> words, List<String> opposites, EntityId entity) {
		words.forEach((mention) -> opposites
			.forEach((opposite) -> ways(claimed.episode(), mention, claimed.said(), opposite, claimed.quote())
				.forEach((way) -> this.byWords.computeIfAbsent(way, (any) -> new HashSet<>()).add(entity))));
	}

	/** The same of those whom its words meant before in the same episode. */
	Understood decided(Understood understood) {
		Told told = understood.told();
		EpisodeId episode = told.source().episode();
		if (episode == null) {
			return understood;
		}
		Mentions mentions = Mentions.of(told);
		String opposite = (understood.value() != null) ? new Target(null, understood.value()).key()
				: Objects.requireNonNullElse(mentions.object(), "");
		String quote = told.source().quote();
		Named object = understood.object();
		return understood.meaning(
				decided(understood.subject(), ways(episode, mentions.subject(), told.predicate(), opposite, quote)),
				(object != null) ? decided(object, ways(episode, Objects.requireNonNull(mentions.object()),
						told.predicate(), mentions.subject(), quote)) : null);
	}

	private Named decided(Named named, List<String> ways) {
		return ways.stream()
			.map(this.byWords::get)
			.filter(Objects::nonNull)
			.findFirst()
			.filter((likely) -> likely.size() == 1)
			.map((likely) -> likely.iterator().next())
			.filter((likely) -> fits(likely, named.type()))
			.map((likely) -> new Named(likely, null, null, named.type()))
			.orElse(named);
	}

	/** The same name of another sort of thing may be told of here for the first time. */
	private boolean fits(EntityId entity, @Nullable String type) {
		String known = this.types.get(entity);
		return known == null || type == null || this.families.apply(known).equals(this.families.apply(type));
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

}
