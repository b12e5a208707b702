package dev.loci.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.loci.memory.Authority;
import dev.loci.memory.EntityId;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Fact.Visibility;
import dev.loci.memory.Metadata;
import dev.loci.memory.Moment;
import dev.loci.memory.Polarity;
import dev.loci.memory.Precision;
import dev.loci.memory.Predicate;
import dev.loci.memory.Named;
import dev.loci.memory.Told;
import dev.loci.memory.Told.Source;
import dev.loci.memory.Told.Wording;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Statements as they are, to be believed without a model.
 */
record FactsRequest(@Nullable List<@Nullable Item> facts) {

	/**
	 * Who or what is meant: one of id, externalId and name.
	 */
	record Thing(@Nullable String id, @Nullable String externalId, @Nullable String name, @Nullable String type) {

		Named named(String field) {
			return new Named((this.id != null) ? Flaws.read(field + ".id", this.id, EntityId::of) : null,
					this.externalId, this.name, this.type);
		}

	}

	/**
	 * One statement.
	 *
	 * @param value in place of an object
	 * @param validFrom a moment, a day, a month or a year
	 */
	record Item(@Nullable Thing subject, @Nullable String predicate, @Nullable Thing object, @Nullable JsonNode value,
			@Nullable String text, @Schema(description = """
					When it began: a moment, a day, a month or a year. Without it and without validTo, it begins \
					when it is observed""") @Nullable Moment validFrom, @Nullable Precision validFromPrecision,
			@Schema(description = "The first moment at which it no longer held; of an END, when it ended") @Nullable Moment validTo,
			@Nullable Precision validToPrecision, @Schema(description = """
					ASSERT: it holds, or held, in that time. END: it is over, whenever it began. RETRACT: it was not \
					so, from validFrom to validTo, or ever""") @Nullable Polarity polarity,
			@Schema(description = "A moment at which it was said to hold, where the start is not known") @Nullable Instant holdsAt,
			@Nullable Double confidence, Predicate.@Nullable Kind kind, @Nullable String agentId,
			@Nullable Visibility visibility, @Nullable Instant expiresAt,
			@Nullable Map<String, @Nullable Object> metadata, @Nullable Instant observedAt,
			@Nullable String episodeId) {

		Told told(String field) {
			return new Told((this.subject != null) ? this.subject.named(field + ".subject") : null, this.predicate,
					(this.object != null) ? this.object.named(field + ".object") : null, plain(this.value),
					this.polarity, precise(this.validFrom, this.validFromPrecision),
					precise(this.validTo, this.validToPrecision), false, this.holdsAt,
					new Wording(this.text, this.confidence, this.kind, this.expiresAt,
							(this.metadata != null) ? new Metadata(this.metadata) : Metadata.NONE),
					new Source(Authority.AGENT, this.agentId, null,
							Objects.requireNonNullElse(this.visibility, Visibility.SPACE), this.observedAt,
							(this.episodeId != null) ? Flaws.read(field + ".episodeId", this.episodeId, EpisodeId::of)
									: null,
							null, null));
		}

		private static @Nullable Moment precise(@Nullable Moment moment, @Nullable Precision precision) {
			return (moment != null && precision != null) ? new Moment(moment.at(), precision) : moment;
		}

	}

	List<Told> told(RestSettings limits, JsonMapper json) {
		List<@Nullable Item> items = Objects.requireNonNullElse(this.facts, List.of());
		Flaws flaws = new Flaws().range("facts", items.size(), 1, limits.facts());
		List<Item> given = new ArrayList<>();
		for (int i = 0; i < Math.min(items.size(), limits.facts()); i++) {
			Item item = items.get(i);
			String field = "facts[" + i + "]";
			if (item == null) {
				flaws.unless(false, field, "must not be null");
				continue;
			}
			given.add(item);
			flaws.size(field + ".text", item.text(), limits.message())
				.size(field + ".value", (item.value() != null) ? item.value().asString("") : null, limits.message())
				.unless(item.value() == null || item.value().isValueNode(), field + ".value",
						"must be a text, a number, true or false")
				.text(field + ".predicate", item.predicate())
				.text(field + ".agentId", item.agentId())
				.text(field + ".metadata", item.metadata())
				.length(field + ".agentId", item.agentId(), limits.name())
				.unless(!"".equals(item.agentId()), field + ".agentId", "must not be empty")
				.size(field + ".metadata", json.writeValueAsString(item.metadata()), limits.metadata());
			thing(flaws, field + ".subject", item.subject(), limits);
			thing(flaws, field + ".object", item.object(), limits);
		}
		flaws.refuse();
		List<Told> told = new ArrayList<>();
		given.forEach((item) -> told.add(item.told("facts[" + told.size() + "]")));
		return told;
	}

	private static void thing(Flaws flaws, String field, @Nullable Thing thing, RestSettings limits) {
		if (thing != null) {
			flaws.text(field + ".name", thing.name())
				.text(field + ".externalId", thing.externalId())
				.text(field + ".type", thing.type())
				.length(field + ".externalId", thing.externalId(), limits.name())
				.unless(!"".equals(thing.externalId()), field + ".externalId", "must not be empty")
				.length(field + ".type", thing.type(), limits.name())
				.unless(!"".equals(thing.type()), field + ".type", "must not be empty");
		}
	}

	static @Nullable Object plain(@Nullable JsonNode value) {
		return (value == null || value.isNull()) ? null : value.isBoolean() ? (Object) value.booleanValue()
				: value.isNumber() ? value.numberValue() : value.asString();
	}

}
