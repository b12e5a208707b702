package dev.loci.rest;

import java.time.Instant;
import java.util.Map;

import dev.loci.ingest.Patch;
import dev.loci.memory.Metadata;
import dev.loci.memory.Moment;
import dev.loci.memory.Predicate;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is put right about a fact. What is not named stays; {@code null} takes away, so
 * {@code "validTo": null} opens it again.
 */
final class FactPatch {

	private FactPatch() {
	}

	static Patch of(JsonNode body, RestSettings limits, JsonMapper json) {
		Flaws flaws = new Flaws().unless(body.isObject() && !body.isEmpty(), "body",
				"must name something to change: text, value, validFrom, validTo, confidence, kind, expiresAt, metadata");
		flaws.refuse();
		Content content = content(body, json);
		flaws.size("text", content.text(), limits.message())
			.unless(!body.has("text") || (content.text() != null && !content.text().isBlank()), "text",
					"must not be empty")
			.unless(!body.has("value")
					|| (content.value() != null && content.value().isValueNode() && !content.value().isNull()), "value",
					"must be a text, a number, true or false")
			.unless(!body.has("validFrom") || content.validFrom() != null, "validFrom", "must be a time")
			.unless(content.confidence() == null || (content.confidence() >= 0 && content.confidence() <= 1),
					"confidence", "must lie between 0 and 1")
			.unless(!body.has("confidence") || content.confidence() != null, "confidence", "must be a number")
			.unless(!body.has("kind") || content.kind() != null, "kind", "must be one of the kinds")
			.unless(!body.has("metadata") || content.metadata() != null, "metadata", "must be an object")
			.size("metadata", json.writeValueAsString(content.metadata()), limits.metadata())
			.refuse();
		return new Patch(content.text(), FactsRequest.plain(content.value()), content.validFrom(),
				body.has("validTo") ? new Patch.Change<>(content.validTo()) : null, content.confidence(),
				content.kind(), body.has("expiresAt") ? new Patch.Change<>(content.expiresAt()) : null,
				(content.metadata() != null) ? new Metadata(content.metadata()) : null);
	}

	private static Content content(JsonNode body, JsonMapper json) {
		try {
			return json.treeToValue(body, Content.class);
		}
		catch (JacksonException ex) {
			throw Misread.of(ex);
		}
	}

	/** The fields that may be named. */
	@Schema(name = "FactPatch", description = "What is put right. What is not named stays; null takes away.")
	record Content(@Nullable String text, @Nullable JsonNode value, @Nullable Moment validFrom, @Schema(
			description = "The first moment at which it no longer held; null opens it again") @Nullable Moment validTo,
			@Nullable Double confidence, Predicate.@Nullable Kind kind, @Nullable Instant expiresAt,
			@Nullable Map<String, @Nullable Object> metadata) {
	}

}
