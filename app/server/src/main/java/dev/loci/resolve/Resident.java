package dev.loci.resolve;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

	/** Ids sort by the moment they were made. */
	static final Comparator<Resident> BY_AGE = Comparator.comparing((resident) -> resident.id.value());

	final EntityId id;

	final String name;

	final boolean fresh;

	/** Its own and those of what was merged into it. */
	final Set<EntityId> ids;

	/** Names that it did not have before, as they were written. */
	final Map<NameKey, String> newNames = new LinkedHashMap<>();

	private final Set<String> externalIds;

	private final Set<NameKey> keys;

	private @Nullable String type;

	private @Nullable String externalId;

	private boolean changed;

	private Resident(EntityId id, String name, boolean fresh, Set<EntityId> ids, Set<String> externalIds,
			Set<NameKey> keys) {
		this.id = id;
		this.name = name;
		this.fresh = fresh;
		this.ids = ids;
		this.externalIds = externalIds;
		this.keys = keys;
	}

	static Resident of(Record row) {
		Resident known = new Resident(EntityId.of(row.get("id").asString()), row.get("name").asString(), false,
				Set.copyOf(row.get("ids").asList((id) -> EntityId.of(id.asString()))),
				new HashSet<>(row.get("externalIds").asList(Value::asString)),
				new HashSet<>(row.get("keys").asList((key) -> new NameKey(key.asString()))));
		known.type = row.get("type").asString(null);
		known.externalId = row.get("externalId").asString(null);
		return known;
	}

	static Resident fresh(String name, @Nullable String type, @Nullable String externalId) {
		EntityId id = EntityId.next();
		Resident fresh = new Resident(id, name.strip(), true, Set.of(id), new HashSet<>(), new HashSet<>());
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

}
