package dev.loci.rest;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.loci.extract.Extractors.Mode;
import dev.loci.ingest.Patch.Change;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What shall be changed of a space. Here what is absent and what is null differ.
 *
 * @param ontology the text of its own one, or nothing for the standard one; absent if it
 * stays
 * @param extract who reads there, or nothing for what is set for all; absent if it stays
 */
record SpacePatch(@Nullable Change<String> ontology, @Nullable Change<Mode> extract) {

	private static final String ONTOLOGY = "ontology";

	private static final String EXTRACT = "extract";

	private static final List<String> MODES = Stream.of(Mode.values()).map(SpacePatch::written).toList();

	static SpacePatch of(JsonNode body, RestSettings limits) {
		new Flaws()
			.unless(body.isObject() && (body.has(ONTOLOGY) || body.has(EXTRACT)), "body",
					"must name something to change: ontology, extract")
			.refuse();
		Flaws flaws = new Flaws();
		body.propertyNames()
			.forEach((field) -> flaws.unless(field.equals(ONTOLOGY) || field.equals(EXTRACT), field,
					"is not known; the fields are: ontology, extract"));
		flaws.unless(isTextOrNull(body.get(ONTOLOGY)), ONTOLOGY, "must be a text in YAML, or null")
			.unless(isTextOrNull(body.get(EXTRACT)) && isMode(body.get(EXTRACT)), EXTRACT,
					"must be one of " + MODES + ", or null")
			.size(ONTOLOGY, text(body.get(ONTOLOGY)), limits.ontology())
			.refuse();
		return new SpacePatch(body.has(ONTOLOGY) ? new Change<>(text(body.get(ONTOLOGY))) : null,
				body.has(EXTRACT) ? new Change<>(mode(text(body.get(EXTRACT)))) : null);
	}

	static String written(Mode mode) {
		return mode.name().toLowerCase(Locale.ROOT);
	}

	private static @Nullable Mode mode(@Nullable String written) {
		return (written != null) ? Mode.valueOf(written.toUpperCase(Locale.ROOT)) : null;
	}

	private static boolean isTextOrNull(@Nullable JsonNode field) {
		return field == null || field.isNull() || field.isString();
	}

	private static boolean isMode(@Nullable JsonNode field) {
		return field == null || field.isNull() || MODES.contains(field.asString(""));
	}

	private static @Nullable String text(@Nullable JsonNode field) {
		return (field == null || !field.isString()) ? null : field.asString();
	}

}
