package dev.loci.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.loci.graph.Cypher;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.EntityId;
import dev.loci.memory.InvalidInput;
import dev.loci.memory.NameKey;
import org.jspecify.annotations.Nullable;

/**
 * The entities that a request speaks of, known and new ones. A new one is there for the
 * rest of the request, so that ten statements about somebody unknown make one entity.
 */
final class Population {

	private static final Cypher ENTITIES = Cypher.named("resolve/entities");

	private static final int MOST_ALIKE = 50;

	private final Identity identity;

	private final Map<EntityId, Resident> byId = new LinkedHashMap<>();

	private final Map<String, Resident> byExternalId = new HashMap<>();

	private final Map<NameKey, Set<Resident>> byName = new HashMap<>();

	private final Map<String, Set<Resident>> bySign = new HashMap<>();

	private final List<Doubt> doubts = new ArrayList<>();

	private Population(Identity identity) {
		this.identity = identity;
	}

	/** Reads all whom these may mean. */
	static Population of(Transaction tx, String space, Identity identity, Collection<Named> named) {
		Set<NameKey> keys = named.stream().flatMap((each) -> key(each).stream()).collect(Collectors.toSet());
		Parameters parameters = Parameters.with("space", space)
			.and("ids", named.stream().map(Named::id).filter(Objects::nonNull).distinct().toList())
			.and("externalIds", named.stream().map(Named::externalId).filter(Objects::nonNull).distinct().toList())
			.and("keys", keys)
			.and("alike", keys.stream().flatMap((key) -> Alike.query(space, key).stream()).toList());
		Population population = new Population(identity);
		tx.list(ENTITIES, parameters, Resident::of).forEach(population::add);
		return population;
	}

	private static Set<NameKey> key(Named named) {
		try {
			return (named.name() != null) ? Set.of(NameKey.of(named.name())) : Set.of();
		}
		catch (InvalidInput ex) {
			// said when the statement is read
			return Set.of();
		}
	}

	/**
	 * Decides who is meant. Somebody new is only kept by {@link #keep}.
	 * @throws InvalidInput if nobody can be meant, or several
	 */
	Resident find(String field, Named named) {
		if (named.id() != null) {
			Resident known = this.byId.get(named.id());
			if (known == null) {
				throw new InvalidInput(field + ".id", "names no entity of this space: " + named.id());
			}
			return known;
		}
		if (named.externalId() != null) {
			return byExternalId(field, named.externalId(), named);
		}
		return byName(field, named);
	}

	private Resident byExternalId(String field, String externalId, Named named) {
		Resident known = this.byExternalId.get(externalId);
		if (known != null) {
			return known;
		}
		if (named.name() == null) {
			throw new InvalidInput(field + ".externalId", "is not known yet: tell the name, too");
		}
		// Somebody of this name whom nobody has given an id is the one; one with another
		// id is somebody else.
		List<Candidate> nameless = candidates(NameKey.of(named.name())).stream()
			.filter((candidate) -> !Objects.requireNonNull(this.byId.get(candidate.id())).hasExternalId())
			.toList();
		return decided(field, named, externalId, nameless);
	}

	private Resident byName(String field, Named named) {
		String name = Objects.requireNonNull(named.name());
		return decided(field, named, null, candidates(NameKey.of(name)));
	}

	private Resident decided(String field, Named named, @Nullable String externalId, List<Candidate> candidates) {
		String name = Objects.requireNonNull(named.name());
		Decision decision = this.identity.decide(Mention.of(name, named.type()), candidates);
		return switch (decision) {
			case Decision.Same same -> Objects.requireNonNull(this.byId.get(same.entity()));
			case Decision.New unknown -> Resident.fresh(name, named.type(), externalId);
			case Decision.Doubtful doubtful -> {
				Resident fresh = Resident.fresh(name, named.type(), externalId);
				doubtful.suggestions().forEach((like) -> this.doubts.add(new Doubt(fresh, like)));
				yield fresh;
			}
			case Decision.Ambiguous ambiguous -> throw new InvalidInput(field + ".name",
					"may mean any of " + ambiguous.candidates() + ": name the id or the externalId");
		};
	}

	/** All of the same name, else those that may look alike. */
	private List<Candidate> candidates(NameKey name) {
		Set<Resident> named = this.byName.getOrDefault(name, Set.of());
		Stream<Resident> worthy = !named.isEmpty() ? named.stream()
				: Alike.signs(name)
					.stream()
					.flatMap((sign) -> this.bySign.getOrDefault(sign, Set.of()).stream())
					.distinct()
					.limit(MOST_ALIKE);
		return worthy.map(Resident::candidate).toList();
	}

	/**
	 * Keeps somebody for the rest of the request, with all that this mention tells.
	 * @return whether nobody has kept this one before
	 */
	boolean keep(Resident resident, Named named) {
		boolean first = !this.byId.containsKey(resident.id);
		resident.learn(named);
		add(resident);
		return first;
	}

	/** Forgets somebody new after all. */
	void forget(Resident resident) {
		this.byId.remove(resident.id);
		this.byExternalId.values().removeIf((each) -> each == resident);
		this.byName.values().forEach((named) -> named.remove(resident));
		this.bySign.values().forEach((alike) -> alike.remove(resident));
	}

	private void add(Resident resident) {
		resident.ids().forEach((id) -> this.byId.put(id, resident));
		resident.externalIds().forEach((id) -> this.byExternalId.put(id, resident));
		for (NameKey key : resident.keys()) {
			this.byName.computeIfAbsent(key, (any) -> new LinkedHashSet<>()).add(resident);
			Alike.signs(key)
				.forEach((sign) -> this.bySign.computeIfAbsent(sign, (any) -> new LinkedHashSet<>()).add(resident));
		}
	}

	/** All whom the request may mean, each once. */
	Set<Resident> residents() {
		return new LinkedHashSet<>(this.byId.values());
	}

	/** Pairs that may be one, of those that are kept. */
	List<Doubt> doubts() {
		return this.doubts.stream().filter((doubt) -> this.byId.containsKey(doubt.fresh().id)).toList();
	}

	/** Somebody new who may be somebody known. */
	record Doubt(Resident fresh, Decision.Suggestion like) {
	}

}
