package dev.loci.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.loci.graph.Cypher;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.EntityId;
import dev.loci.memory.InvalidInput;
import dev.loci.memory.NameKey;
import dev.loci.memory.Named;
import org.jspecify.annotations.Nullable;

/**
 * The entities that a request speaks of, known and new ones. A new one is there for the
 * rest of the request, so that ten statements about somebody unknown make one entity.
 */
final class Population {

	private static final Cypher ENTITIES = Cypher.named("resolve/entities");

	private static final Cypher CLOSE = Cypher.named("resolve/entities_close");

	private static final int MOST_ALIKE = 50;

	private static final int MOST_CLOSE = 5;

	/** Beyond that, names of a request are compared as they are written only. */
	private static final int MOST_UNKNOWN = 100;

	private final Identity identity;

	private final Map<EntityId, Resident> byId = new LinkedHashMap<>();

	private final Map<String, EntityId> byExternalId = new HashMap<>();

	private final Map<NameKey, Set<EntityId>> byName = new HashMap<>();

	private final Map<String, Set<EntityId>> bySign = new HashMap<>();

	private final Map<NameKey, Map<EntityId, Double>> closeness = new HashMap<>();

	private final List<Doubt> doubts = new ArrayList<>();

	private Population(Identity identity) {
		this.identity = identity;
	}

	/**
	 * Reads all whom these may mean.
	 * @param vectors of names; without them nobody is looked for who is merely alike
	 */
	static Population of(Transaction tx, String space, Identity identity, Collection<Named> named,
			@Nullable Function<String, float[]> vectors) {
		Set<NameKey> keys = named.stream().flatMap((each) -> key(each).stream()).collect(Collectors.toSet());
		Parameters parameters = Parameters.with("space", space)
			.and("ids", named.stream().map(Named::id).filter(Objects::nonNull).distinct().toList())
			.and("externalIds", named.stream().map(Named::externalId).filter(Objects::nonNull).distinct().toList())
			.and("keys", keys)
			.and("alike", (vectors == null) ? List.of()
					: keys.stream().flatMap((key) -> Alike.query(space, key).stream()).toList());
		Population population = new Population(identity);
		tx.list(ENTITIES, parameters, Resident::of).forEach(population::keep);
		if (vectors != null) {
			population.look(tx, space, named, vectors);
		}
		return population;
	}

	/** Looks for those whose names mean much the same as names that nobody has. */
	private void look(Transaction tx, String space, Collection<Named> named, Function<String, float[]> vectors) {
		Map<NameKey, String> unknown = new LinkedHashMap<>();
		for (Named each : named) {
			if (each.name() != null && unknown.size() < MOST_UNKNOWN) {
				key(each).stream()
					.filter((key) -> !this.byName.containsKey(key))
					.forEach((key) -> unknown.put(key, each.name().strip()));
			}
		}
		if (unknown.isEmpty()) {
			return;
		}
		List<Parameters> names = new ArrayList<>();
		unknown
			.forEach((key, name) -> names.add(Parameters.with("key", key.value()).and("vector", vectors.apply(name))));
		tx.list(CLOSE, Parameters.with("space", space).and("names", names).and("limit", MOST_CLOSE), (row) -> {
			Resident close = Resident.of(row);
			if (!this.byId.containsKey(close.id())) {
				keep(close);
			}
			return this.closeness
				.computeIfAbsent(new NameKey(row.get("key").asString()), (any) -> new LinkedHashMap<>())
				.put(close.id(), row.get("score").asDouble());
		});
	}

	static Set<NameKey> key(Named named) {
		try {
			return (named.name() != null) ? Set.of(NameKey.of(named.name())) : Set.of();
		}
		catch (InvalidInput ex) {
			// said when the statement is read
			return Set.of();
		}
	}

	/**
	 * Decides who is meant. What a mention tells is only kept by {@link #keep}.
	 * @param also who is about to be kept: the object may be just who the subject is
	 * @throws InvalidInput if nobody can be meant, or several
	 */
	Resident find(String field, Named named, @Nullable Resident also, Teller teller) {
		Resident found = found(field, named, also, teller);
		return ((also != null && also.id().equals(found.id())) ? also : found).with(named, teller);
	}

	private Resident found(String field, Named named, @Nullable Resident also, Teller teller) {
		if (named.id() != null) {
			return byId(field, named.id(), teller);
		}
		return (named.externalId() != null) ? byExternalId(field, named.externalId(), named, also, teller)
				: decided(field, named, teller, candidates(named, also, teller));
	}

	private Resident byId(String field, EntityId id, Teller teller) {
		Resident known = this.byId.get(id);
		if (known == null || !known.isKnownTo(teller)) {
			throw new InvalidInput(field + ".id", "names no entity of this space: " + id);
		}
		return known;
	}

	/**
	 * An external id means the same to all who use it, whoever has told it first; but
	 * only who may know whose it is can leave the name out.
	 */
	private Resident byExternalId(String field, String externalId, Named named, @Nullable Resident also,
			Teller teller) {
		if (also != null && also.externalIds().contains(externalId)) {
			return also;
		}
		EntityId id = this.byExternalId.get(externalId);
		Resident known = (id != null) ? Objects.requireNonNull(this.byId.get(id)) : null;
		if (known != null && (named.name() != null
				|| (known.isKnownTo(teller) && known.externalIds(teller).contains(externalId)))) {
			return known;
		}
		if (named.name() == null) {
			throw new InvalidInput(field + ".externalId", "is not known yet: tell the name, too");
		}
		// Somebody of this name whom nobody has given an id is the one; one with another
		// id is somebody else.
		return decided(field, named, teller,
				candidates(named, also, teller).stream().filter((each) -> each.externalIds(teller).isEmpty()).toList());
	}

	/**
	 * Those decide first whom the teller may know. Only if none of them is meant, it is
	 * the one of that name whom nobody but other agents knows: so there is one entity for
	 * what is one thing, and what a caller is told is as if there had been none.
	 */
	private Resident decided(String field, Named named, Teller teller, List<Resident> worthy) {
		String name = Objects.requireNonNull(named.name());
		Decision decision = this.identity.decide(Mention.of(name, named.type()),
				worthy.stream()
					.map((each) -> each.candidate(teller, close(NameKey.of(name)).getOrDefault(each.id(), 0.0)))
					.toList());
		return switch (decision) {
			case Decision.Same same ->
				worthy.stream().filter((each) -> each.id().equals(same.entity())).findFirst().orElseThrow();
			case Decision.New unknown -> hidden(named, teller).orElseGet(() -> Resident.fresh(name));
			case Decision.Doubtful doubtful -> {
				Resident fresh = hidden(named, teller).orElseGet(() -> Resident.fresh(name));
				doubtful.suggestions().forEach((like) -> this.doubts.add(new Doubt(fresh.id(), like)));
				yield fresh;
			}
			case Decision.Ambiguous ambiguous -> throw new InvalidInput(field + ".name",
					"may mean any of " + ambiguous.candidates() + ": name the id or the externalId");
		};
	}

	/** The only one of that name among those whom the teller may not know. */
	private Optional<Resident> hidden(Named named, Teller teller) {
		Mention mention = Mention.of(Objects.requireNonNull(named.name()), named.type());
		List<Resident> hidden = this.byName.getOrDefault(mention.name(), Set.of())
			.stream()
			.map((id) -> Objects.requireNonNull(this.byId.get(id)))
			.filter((each) -> !each.isKnownTo(teller))
			.filter((each) -> named.externalId() == null || each.externalIds().isEmpty())
			.toList();
		return switch (this.identity.decide(mention, hidden.stream().map(Resident::candidate).toList())) {
			case Decision.Same same -> Optional.of(Objects.requireNonNull(this.byId.get(same.entity())));
			case Decision.New unknown -> Optional.empty();
			case Decision.Doubtful doubtful -> Optional.empty();
			case Decision.Ambiguous ambiguous -> Optional.empty();
		};
	}

	/**
	 * Gives somebody who is known one more name for all, unless it is somebody else's:
	 * then it is doubtful whether the two are one.
	 * @param whom of those that turned out to be one
	 */
	Resident called(Resident resident, EntityId whom, Named named) {
		NameKey name = NameKey.of(Objects.requireNonNull(named.name()));
		Teller teller = Teller.ANYBODY;
		if (resident.isCalled(name, teller)) {
			return resident;
		}
		Named itself = new Named(whom, null, named.name(), named.type());
		List<Candidate> others = candidates(named, null, teller).stream()
			.filter((each) -> !each.id().equals(resident.id()))
			.map((each) -> each.candidate(teller, close(name).getOrDefault(each.id(), 0.0)))
			.toList();
		return switch (this.identity.decide(Mention.of(named.name(), resident.type()), others)) {
			case Decision.New unknown -> resident.with(itself, teller);
			case Decision.Doubtful doubtful -> {
				doubtful.suggestions().forEach((like) -> this.doubts.add(new Doubt(resident.id(), like)));
				yield resident.with(itself, teller);
			}
			case Decision.Same same -> doubtful(resident, List.of(same.entity()));
			case Decision.Ambiguous ambiguous -> doubtful(resident, ambiguous.candidates());
		};
	}

	private Resident doubtful(Resident resident, List<EntityId> others) {
		others.forEach((other) -> this.doubts
			.add(new Doubt(resident.id(), new Decision.Suggestion(other, 0.85, Likeness.Reason.NAME))));
		return resident;
	}

	/**
	 * All whom the teller knows by the same name, else those that may look alike to it.
	 */
	private List<Resident> candidates(Named named, @Nullable Resident also, Teller teller) {
		NameKey name = NameKey.of(Objects.requireNonNull(named.name()));
		Set<EntityId> worthy = new LinkedHashSet<>(this.byName.getOrDefault(name, Set.of()));
		worthy.removeIf((id) -> !Objects.requireNonNull(this.byId.get(id)).isCalled(name, teller));
		if (also != null && also.isCalled(name, teller)) {
			worthy.add(also.id());
		}
		if (worthy.isEmpty()) {
			worthy.addAll(close(name).keySet());
			Alike.signs(name).forEach((sign) -> worthy.addAll(this.bySign.getOrDefault(sign, Set.of())));
			worthy.removeIf((id) -> !Objects.requireNonNull(this.byId.get(id)).isKnownTo(teller));
		}
		return worthy.stream()
			.limit(MOST_ALIKE)
			.map((id) -> (also != null && also.id().equals(id)) ? also : Objects.requireNonNull(this.byId.get(id)))
			.toList();
	}

	private Map<EntityId, Double> close(NameKey name) {
		return this.closeness.getOrDefault(name, Map.of());
	}

	/** Keeps somebody for the rest of the request, in place of what was known before. */
	void keep(Resident resident) {
		resident.ids().forEach((id) -> this.byId.put(id, resident));
		resident.externalIds().forEach((id) -> this.byExternalId.put(id, resident.id()));
		for (NameKey key : resident.keys()) {
			this.byName.computeIfAbsent(key, (any) -> new LinkedHashSet<>()).add(resident.id());
			Alike.signs(key)
				.forEach(
						(sign) -> this.bySign.computeIfAbsent(sign, (any) -> new LinkedHashSet<>()).add(resident.id()));
		}
	}

	/** All whom the request may mean, each once. */
	Set<Resident> residents() {
		return new LinkedHashSet<>(this.byId.values());
	}

	/** Pairs that may be one, of those that are kept. */
	List<Doubt> doubts() {
		return this.doubts.stream().filter((doubt) -> this.byId.containsKey(doubt.fresh())).toList();
	}

	/** Somebody new who may be somebody known. */
	record Doubt(EntityId fresh, Decision.Suggestion like) {
	}

}
