package dev.loci.rest;

import java.time.Instant;
import java.util.Optional;

import dev.loci.extract.Extractors.Mode;
import dev.loci.resolve.SpaceOntologies.Chosen;
import org.jspecify.annotations.Nullable;

/**
 * A space and its settings.
 *
 * @param createdAt absent if nothing was ever written there
 * @param ontology its own one, absent if it has the standard one
 * @param rebuildNeeded whether the ontology waits for a rebuild to come into force
 * @param extract who reads what is said there, absent if that is as it is set for all
 */
record SpaceAnswer(String space, @Nullable Instant createdAt, @Nullable String ontology, boolean rebuildNeeded,
		@Nullable String extract) {

	static SpaceAnswer of(String space, Chosen chosen, Optional<Mode> extract) {
		return new SpaceAnswer(space, chosen.createdAt(), chosen.ontology(), chosen.rebuildNeeded(),
				extract.map(SpacePatch::written).orElse(null));
	}

}
