package dev.loci.resolve;

import dev.loci.memory.EntityId;
import dev.loci.memory.NameKey;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * What somebody calls an entity. Everybody who speaks of one has a name for it, so that
 * whoever has none does not know that there is such an entity.
 *
 * @param owner the only one who may know that name, '' if everybody may
 * @param type what the owner alone says that it is; what is said to everybody stands with
 * the entity
 * @param externalId of the owner's own systems, likewise
 */
record Called(EntityId entity, NameKey key, String name, String owner, @Nullable String type,
		@Nullable String externalId) {

	static Called of(EntityId entity, Value row) {
		return new Called(entity, new NameKey(row.get("key").asString()), row.get("name").asString(),
				row.get("owner").asString(), row.get("type").asString(null), row.get("externalId").asString(null));
	}

	boolean isShared() {
		return this.owner.isEmpty();
	}

	boolean isOf(EntityId someone, String whose) {
		return this.entity.equals(someone) && this.owner.equals(whose);
	}

}
