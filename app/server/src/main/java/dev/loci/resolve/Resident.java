package dev.loci.resolve;

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
import dev.loci.memory.Named;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * An entity while a request is resolved: what the database knows of it, and what the
 * request adds.
 *
 * @param fresh whether the database does not know it
 * @param changed whether its properties must be written
 * @param parts itself and what was merged into it, itself first
 * @param newNames those that it did not have before, as they were written
 */
record Resident(EntityId id, String name, @Nullable String type, @Nullable String externalId, boolean fresh,
		boolean changed, List<Part> parts, Map<NameKey, String> newNames) {

	static Resident of(Record row) {
		return new Resident(EntityId.of(row.get("id").asString()), row.get("name").asString(),
				row.get("type").asString(null), row.get("externalId").asString(null), false, false,
				row.get("parts").asList(Part::of), Map.of());
	}

	static Resident fresh(String name, @Nullable String type, @Nullable String externalId) {
		return new Resident(EntityId.next(), name.strip(), type, externalId, true, true, List.of(), Map.of());
	}

	/** With what a mention tells beyond what is known. */
	Resident with(Named named) {
		String knownType = (this.type != null) ? this.type : named.type();
		boolean identified = this.externalId != null || named.externalId() == null
				|| externalIds().contains(named.externalId());
		String knownId = identified ? this.externalId : named.externalId();
		Map<NameKey, String> names = new LinkedHashMap<>(this.newNames);
		if (named.name() != null && !keys().contains(NameKey.of(named.name()))) {
			names.put(NameKey.of(named.name()), named.name().strip());
		}
		boolean same = Objects.equals(knownType, this.type) && Objects.equals(knownId, this.externalId);
		return new Resident(this.id, this.name, knownType, knownId, this.fresh, this.changed || !same, this.parts,
				names);
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
		return Stream.concat(Stream.ofNullable(this.externalId), this.parts.stream().map(Part::externalId))
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
	}

	Set<NameKey> keys() {
		return Stream
			.concat(this.newNames.keySet().stream(), this.parts.stream().flatMap((part) -> part.keys().stream()))
			.collect(Collectors.toSet());
	}

	Candidate candidate(double closeness) {
		return new Candidate(this.id, keys(), this.type, closeness);
	}

	Entity.Ref ref() {
		return new Entity.Ref(this.id, this.name, this.type);
	}

	/** One of the entities that turned out to be one. */
	record Part(EntityId id, @Nullable String externalId, Set<NameKey> keys) {

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
