package dev.loci.rest;

import java.time.Instant;

import dev.loci.resolve.SpaceOntologies.Chosen;
import org.jspecify.annotations.Nullable;

/**
 * A space and its settings.
 *
 * @param createdAt absent if nothing was ever written there
 * @param ontology its own one, absent if it has the standard one
 * @param rebuildNeeded whether the ontology waits for a rebuild to come into force
 */
record SpaceAnswer(String space, @Nullable Instant createdAt, @Nullable String ontology, boolean rebuildNeeded) {

	static SpaceAnswer of(String space, Chosen chosen) {
		return new SpaceAnswer(space, chosen.createdAt(), chosen.ontology(), chosen.rebuildNeeded());
	}

}
