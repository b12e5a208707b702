// Every statement may be run again.

// What an agent alone calls an entity by: such an id stands with the agent's name for it, not with the entity.
CREATE INDEX name_external_id IF NOT EXISTS FOR ()-[named:NAMES]-() ON (named.space, named.externalId);
