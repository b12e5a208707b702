package dev.loci.resolve;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.loci.memory.Entity;
import dev.loci.memory.EntityId;
import dev.loci.memory.NameKey;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * An entity while a request is resolved: what the database knows of it, and what the
 * request adds.
 */
final class Resident {

	final EntityId id;

	final String name;

	final boolean fresh;

	/** Itself and what was merged into it, itself first. */
	private final List<Part> parts;

	/** Names that it did not have before, as they were written. */
	final Map<NameKey, String> newNames = new LinkedHashMap<>();

	private final Set<String> externalIds;

	private final Set<NameKey> keys;

	private @Nullable String type;

	private @Nullable String externalId;

	private boolean changed;

	private Resident(EntityId id, String name, boolean fresh, List<Part> parts) {
		this.id = id;
		this.name = name;
		this.fresh = fresh;
		this.parts = parts;
		this.externalIds = parts.stream()
			.map(Part::externalId)
			.filter(Objects::nonNull)
			.collect(Collectors.toCollection(HashSet::new));
		this.keys = parts.stream()
			.flatMap((part) -> part.keys().stream())
			.collect(Collectors.toCollection(HashSet::new));
	}

	static Resident of(Record row) {
		Resident known = new Resident(EntityId.of(row.get("id").asString()), row.get("name").asString(), false,
				row.get("parts").asList(Part::of));
		known.type = row.get("type").asString(null);
		known.externalId = row.get("externalId").asString(null);
		return known;
	}

	static Resident fresh(String name, @Nullable String type, @Nullable String externalId) {
		EntityId id = EntityId.next();
		Resident fresh = new Resident(id, name.strip(), true, List.of());
		fresh.learn(new Named(null, externalId, name, type));
		return fresh;
	}

	/** Takes over what a mention tells beyond what is known. */
	void learn(Named named) {
		if (this.type == null && named.type() != null) {
			this.type = named.type();
			this.changed = true;
		}
		if (this.externalId == null && named.externalId() != null && this.externalIds.add(named.externalId())) {
			this.externalId = named.externalId();
			this.changed = true;
		}
		if (named.name() != null) {
			NameKey key = NameKey.of(named.name());
			if (this.keys.add(key)) {
				this.newNames.put(key, named.name().strip());
			}
		}
	}

	/** Which of those that turned out to be one is named here. */
	EntityId meant(Named named) {
		return this.parts.stream()
			.filter((part) -> part.isIdentified(named))
			.findFirst()
			.or(() -> this.parts.stream().filter((part) -> part.isNamed(named)).findFirst())
			.map(Part::id)
			.orElse(this.id);
	}

	/** Its own id and those of what was merged into it. */
	Set<EntityId> ids() {
		return Stream.concat(Stream.of(this.id), this.parts.stream().map(Part::id)).collect(Collectors.toSet());
	}

	Set<String> externalIds() {
		return this.externalIds;
	}

	boolean hasExternalId() {
		return !this.externalIds.isEmpty();
	}

	Candidate candidate() {
		return new Candidate(this.id, this.keys, this.type);
	}

	Entity.Ref ref() {
		return new Entity.Ref(this.id, this.name, this.type);
	}

	@Nullable String externalId() {
		return this.externalId;
	}

	/** Whether its properties must be written. */
	boolean isChanged() {
		return this.changed;
	}

	List<NameKey> keys() {
		return List.copyOf(this.keys);
	}

	/** One of the entities that turned out to be one. */
	private record Part(EntityId id, @Nullable String externalId, Set<NameKey> keys) {

		static Part of(Value row) {
			return new Part(EntityId.of(row.get("id").asString()), row.get("externalId").asString(null),
					Set.copyOf(row.get("keys").asList((key) -> new NameKey(key.asString()))));
		}

		boolean isIdentified(Named named) {
			return this.id.equals(named.id())
					|| (named.externalId() != null && named.externalId().equals(this.externalId));
		}

		boolean isNamed(Named named) {
			return named.name() != null && this.keys.contains(NameKey.of(named.name()));
		}

	}

}
