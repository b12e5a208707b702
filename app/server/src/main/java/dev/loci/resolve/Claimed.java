package dev.loci.resolve;

import java.time.Instant;
import java.util.Map;

import dev.loci.graph.MetadataJson;
import dev.loci.graph.Parameters;
import dev.loci.memory.Authority;
import dev.loci.memory.Basis;
import dev.loci.memory.Entity;
import dev.loci.memory.EntityId;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Fact.Evidence;
import dev.loci.memory.Metadata;
import dev.loci.memory.Moment;
import dev.loci.memory.Polarity;
import dev.loci.memory.Precision;
import dev.loci.memory.Predicate;
import dev.loci.memory.Range;
import dev.loci.memory.Rank;
import dev.loci.memory.Reading;
import dev.loci.memory.Statement;
import dev.loci.memory.StatementId;
import dev.loci.memory.TimeKind;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * A statement as it is kept: what the rules of time read, and what the fact will show.
 *
 * @param paired whether its slot hangs together with those of others
 * @param mirror the slot of the one whom it joins the subject with
 * @param meant who was meant when it was decided: what stays when entities are merged
 * @param mentions by which words they were meant
 * @param predicate by which it is shown
 * @param type its name in the ontology
 * @param said the words that were used for it
 * @param mutual whether it says the same of both ends
 * @param turned whether subject and object stand the other way round than they were told
 * @param alone whether it came without an episode and is one itself
 * @param identity recognises it when it is sent again from the same evidence
 */
record Claimed(Statement statement, boolean paired, @Nullable String mirror, Entity.Ref subject,
		@Nullable Target target, Meant meant, Mentions mentions, String predicate, String type, String said,
		boolean mutual, boolean turned, String text, Predicate.Kind kind, double confidence, String owner,
		@Nullable String agentId, @Nullable String sessionId, @Nullable Instant expiresAt, Metadata metadata,
		EpisodeId episode, boolean alone, @Nullable String quote, @Nullable String identity) {

	/** What it is about: an entity or a value. */
	record Target(Entity.@Nullable Ref object, dev.loci.resolve.@Nullable Value value) {

		/** Equal for targets that mean the same. */
		String key() {
			return (this.object != null) ? this.object.id().toString()
					: (this.value != null) ? this.value.type() + ":" + this.value.key() : "";
		}

		String words() {
			return (this.object != null) ? this.object.name()
					: (this.value != null) ? this.value.stored().toString() : "";
		}

	}

	/** Both ends as they were told, not turned. */
	record Meant(EntityId subject, @Nullable EntityId object) {
	}

	/** Whether it is about an entity, at either end. */
	boolean isAbout(EntityId entity) {
		return this.subject.id().equals(entity) || isAt(this.target, entity);
	}

	private static boolean isAt(@Nullable Target target, EntityId entity) {
		return target != null && target.object() != null && target.object().id().equals(entity);
	}

	/** Whom it means, if another one is meant wherever this one was. */
	Meant meaning(EntityId entity, EntityId other) {
		boolean first = this.subject.id().equals(entity);
		boolean second = isAt(this.target, entity);
		return new Meant((this.turned ? second : first) ? other : this.meant.subject(),
				(this.turned ? first : second) ? other : this.meant.object());
	}

	/** The same about others: those whom it means turned out to be them. */
	Claimed at(Place place, Meant whom) {
		Statement was = this.statement;
		return new Claimed(
				new Statement(was.id(), place.slot(), was.time(), was.polarity(), place.state(), was.from(), was.to(),
						was.basis(), was.holdsAt(), was.rank(), was.suggestion()),
				place.paired(), place.mirror(), place.subject(), place.target(), whom, this.mentions, this.predicate,
				this.type, this.said, this.mutual, place.turned(), this.text, this.kind, this.confidence, this.owner,
				this.agentId, this.sessionId, this.expiresAt, this.metadata, this.episode, this.alone, this.quote,
				this.identity);
	}

	/** The same in other words: it is placed anew then. */
	Claimed read(Reading reading, Statement said, @Nullable Target about, Predicate.Kind sort) {
		return new Claimed(said, this.paired, this.mirror, this.subject, about, this.meant, this.mentions,
				reading.name().value(), reading.predicate().name().value(), this.said, reading.predicate().symmetric(),
				this.turned, this.text, sort, this.confidence, this.owner, this.agentId, this.sessionId, this.expiresAt,
				this.metadata, this.episode, this.alone, this.quote, this.identity);
	}

	/**
	 * Whom it means as they are stored: subject and object of the fact that it supports.
	 */
	Meant ends() {
		return (this.turned && this.meant.object() != null) ? new Meant(this.meant.object(), this.meant.subject())
				: this.meant;
	}

	/** The entity that it leads to, unless it leads to a value or to nothing. */
	Entity.@Nullable Ref object() {
		return (this.target != null) ? this.target.object() : null;
	}

	/** What the run is called that it supports. */
	String run() {
		return (this.mirror != null)
				? new Pair(this.statement.slot(), this.statement.state(), this.mirror, this.subject.id().toString())
					.name()
				: this.statement.state();
	}

	/**
	 * Whether it speaks of the run that this fact is, be it with all others of its slot.
	 */
	boolean isAbout(Held held, Map<StatementId, Claimed> statements) {
		return this.statement.state().equals(Statement.ANY)
				? Couples.slots(statements, held).contains(this.statement.slot())
				: run().equals(held.version().state());
	}

	StatementId id() {
		return this.statement.id();
	}

	Evidence evidence() {
		return new Evidence(id(), this.episode, this.quote);
	}

	/**
	 * Where the database keeps it: what changes when those whom it means turn out to be
	 * others.
	 */
	Parameters whereabouts() {
		Parameters properties = Parameters.with("slot", this.statement.slot())
			.and("paired", this.paired ? true : null)
			.and("mirror", this.mirror)
			.and("state", this.statement.state())
			.and("turned", this.turned)
			.and("subject", this.subject.id())
			.and("subjectName", this.subject.name())
			.and("subjectType", this.subject.type())
			.and("subjectSaid", this.meant.subject())
			.and("objectSaid", this.meant.object());
		return (this.target != null) ? describe(this.target, properties) : properties;
	}

	/** As the database keeps it. */
	Parameters properties() {
		return this.mentions.describe(whereabouts())
			.and("id", id())
			.and("time", this.statement.time())
			.and("polarity", this.statement.polarity())
			.and("validFrom", (this.statement.from() != null) ? this.statement.from().at() : null)
			.and("validFromPrecision", (this.statement.from() != null) ? this.statement.from().precision() : null)
			.and("validTo", (this.statement.to() != null) ? this.statement.to().at() : null)
			.and("validToPrecision", (this.statement.to() != null) ? this.statement.to().precision() : null)
			.and("basis", this.statement.basis())
			.and("holdsAt", this.statement.holdsAt())
			.and("concernedUntil", LastWord.concernedUntil(this.statement))
			.and("authority", this.statement.rank().authority())
			.and("observedAt", this.statement.rank().observedAt())
			.and("position", this.statement.rank().position())
			.and("hash", this.statement.rank().hash())
			.and("suggestion", this.statement.suggestion())
			.and("predicate", this.predicate)
			.and("type", this.type)
			.and("said", this.said)
			.and("mutual", this.mutual ? true : null)
			.and("text", this.text)
			.and("kind", this.kind)
			.and("confidence", this.confidence)
			.and("owner", this.owner)
			.and("agentId", this.agentId)
			.and("sessionId", this.sessionId)
			.and("expiresAt", this.expiresAt)
			.and("metadata", this.metadata)
			.and("tags", this.metadata.tags())
			.and("episodeId", this.episode)
			.and("alone", this.alone)
			.and("quote", this.quote)
			.and("identity", this.identity);
	}

	static Parameters describe(Target target, Parameters properties) {
		if (target.object() != null) {
			properties.and("object", target.object().id())
				.and("objectName", target.object().name())
				.and("objectType", target.object().type());
		}
		if (target.value() != null) {
			properties.and("value", target.value().stored())
				.and("valueType", target.value().type())
				.and("valueKey", target.value().key());
		}
		return properties;
	}

	static Claimed of(Value node) {
		return new Claimed(statement(node), node.get("paired").asBoolean(false), node.get("mirror").asString(null),
				subject(node), target(node), meant(node), Mentions.of(node), node.get("predicate").asString(),
				node.get("type").asString(), node.get("said").asString(), node.get("mutual").asBoolean(false),
				node.get("turned").asBoolean(), node.get("text").asString(),
				Predicate.Kind.valueOf(node.get("kind").asString()), node.get("confidence").asDouble(),
				node.get("owner").asString(), node.get("agentId").asString(null), node.get("sessionId").asString(null),
				moment(node, "expiresAt"), MetadataJson.of(node), EpisodeId.of(node.get("episodeId").asString()),
				node.get("alone").asBoolean(), node.get("quote").asString(null), node.get("identity").asString(null));
	}

	private static Statement statement(Value node) {
		Instant from = moment(node, "validFrom");
		Instant to = moment(node, "validTo");
		return new Statement(StatementId.of(node.get("id").asString()), node.get("slot").asString(),
				TimeKind.valueOf(node.get("time").asString()), Polarity.valueOf(node.get("polarity").asString()),
				node.get("state").asString(),
				(from != null) ? new Moment(from, Precision.valueOf(node.get("validFromPrecision").asString())) : null,
				(to != null) ? new Moment(to, Precision.valueOf(node.get("validToPrecision").asString())) : null,
				Basis.valueOf(node.get("basis").asString()), moment(node, "holdsAt"),
				new Rank(Authority.valueOf(node.get("authority").asString()),
						node.get("observedAt").asZonedDateTime().toInstant(), node.get("position").asInt(),
						node.get("hash").asString()),
				node.get("suggestion").asBoolean());
	}

	private static Meant meant(Value node) {
		String object = node.get("objectSaid").asString(null);
		return new Meant(EntityId.of(node.get("subjectSaid").asString()),
				(object != null) ? EntityId.of(object) : null);
	}

	static Entity.Ref subject(Value node) {
		return new Entity.Ref(EntityId.of(node.get("subject").asString()), node.get("subjectName").asString(),
				node.get("subjectType").asString(null));
	}

	static @Nullable Target target(Value node) {
		if (!node.get("object").isNull()) {
			return new Target(new Entity.Ref(EntityId.of(node.get("object").asString()),
					node.get("objectName").asString(), node.get("objectType").asString(null)), null);
		}
		if (!node.get("value").isNull()) {
			return new Target(null, new dev.loci.resolve.Value(Range.Literal.valueOf(node.get("valueType").asString()),
					node.get("value").asObject(), node.get("valueKey").asString()));
		}
		return null;
	}

	private static @Nullable Instant moment(Value node, String property) {
		Value value = node.get(property);
		return value.isNull() ? null : value.asZonedDateTime().toInstant();
	}

}
