package dev.loci.rest;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What shall be changed of a space. Here what is absent and what is null differ.
 */
final class SpacePatch {

	private static final String ONTOLOGY = "ontology";

	private SpacePatch() {
	}

	/** The text of its own ontology; nothing for the standard one. */
	static @Nullable String ontology(JsonNode body, RestSettings limits) {
		new Flaws().unless(body.isObject() && body.has(ONTOLOGY), ONTOLOGY, "is missing: a text in YAML, or null")
			.refuse();
		Flaws flaws = new Flaws();
		body.propertyNames()
			.forEach((field) -> flaws.unless(field.equals(ONTOLOGY), field, "is not known; the fields are: ontology"));
		JsonNode ontology = body.get(ONTOLOGY);
		flaws.unless(ontology.isNull() || ontology.isString(), ONTOLOGY, "must be a text in YAML, or null").refuse();
		String yaml = ontology.isNull() ? null : ontology.asString();
		new Flaws().size(ONTOLOGY, yaml, limits.ontology()).refuse();
		return yaml;
	}

}
