package dev.loci.resolve;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.loci.graph.MetadataJson;
import dev.loci.graph.Parameters;
import dev.loci.memory.Basis;
import dev.loci.memory.Entity;
import dev.loci.memory.Metadata;
import dev.loci.memory.Moment;
import dev.loci.memory.Moments;
import dev.loci.memory.Precision;
import dev.loci.memory.Predicate;
import dev.loci.memory.StatementId;
import dev.loci.resolve.Claimed.Target;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * What a fact shows in one version. Two equal ones need not be written twice.
 * <p>
 * Text, value and kind come from the supporting statement of the highest rank, confidence
 * is the highest, metadata merge in ascending rank, expiry is the latest. A correction
 * speaks for itself alone.
 *
 * @param mutual whether it says the same of both ends: it is a fact of the other one, too
 * @param top the statement that speaks for it
 */
record Version(String slot, String state, Entity.Ref subject, @Nullable Target target, String predicate, String type,
		boolean mutual, String text, Predicate.Kind kind, Instant validFrom, Instant validTo, Basis basis,
		@Nullable Precision fromPrecision, @Nullable Precision toPrecision, double confidence, String owner,
		String agentId, String sessionId, Instant expiresAt, Metadata metadata, StatementId top) {

	/** What a run shows that these statements support. */
	static Version of(Run run, List<Claimed> supports) {
		List<Claimed> all = supports.stream()
			.sorted(Comparator.comparing((Claimed each) -> each.statement().rank()))
			.toList();
		Claimed top = all.getLast();
		// A correction says how it shall be, not what to add.
		List<Claimed> ascending = top.statement().isCorrection() ? List.of(top) : all;
		Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
		ascending.forEach((each) -> metadata.putAll(each.metadata().values()));
		Moment from = run.from();
		Moment to = run.to();
		return new Version(top.statement().slot(), run.state(), top.subject(), top.target(), top.predicate(),
				top.type(), top.mutual() && top.object() != null, top.text(), top.kind(),
				(from != null) ? from.at() : Moments.FIRST, (to != null) ? to.at() : Moments.LAST, run.basis(),
				(from != null) ? from.precision() : null, (to != null) ? to.precision() : null,
				ascending.stream().mapToDouble(Claimed::confidence).max().orElseThrow(), top.owner(),
				Objects.requireNonNullElse(top.agentId(), ""), Objects.requireNonNullElse(top.sessionId(), ""),
				ascending.stream()
					.map((each) -> Objects.requireNonNullElse(each.expiresAt(), Moments.LAST))
					.max(Comparator.naturalOrder())
					.orElseThrow(),
				new Metadata(metadata), top.id());
	}

	static Version of(Value node) {
		return new Version(node.get("slot").asString(), node.get("state").asString(), Claimed.subject(node),
				Claimed.target(node), node.get("predicate").asString(), node.get("type").asString(),
				!node.get("mutual").isNull(), node.get("text").asString(),
				Predicate.Kind.valueOf(node.get("kind").asString()),
				node.get("validFrom").asZonedDateTime().toInstant(), node.get("validTo").asZonedDateTime().toInstant(),
				Basis.valueOf(node.get("basis").asString()), precision(node, "validFromPrecision"),
				precision(node, "validToPrecision"), node.get("confidence").asDouble(), node.get("owner").asString(),
				node.get("agentId").asString(), node.get("sessionId").asString(),
				node.get("expiresAt").asZonedDateTime().toInstant(), MetadataJson.of(node),
				StatementId.of(node.get("top").asString()));
	}

	private static @Nullable Precision precision(Value node, String property) {
		Value value = node.get(property);
		return value.isNull() ? null : Precision.valueOf(value.asString());
	}

	@Nullable Moment from() {
		return (this.fromPrecision != null) ? new Moment(this.validFrom, this.fromPrecision) : null;
	}

	@Nullable Moment to() {
		return (this.toPrecision != null) ? new Moment(this.validTo, this.toPrecision) : null;
	}

	/** The entity that it leads to, unless it leads to a value or to nothing. */
	Entity.@Nullable Ref object() {
		return (this.target != null) ? this.target.object() : null;
	}

	/** Whether it is shown as a relationship, too. */
	boolean isEdge() {
		return object() != null;
	}

	/** Whether it is the same relationship as another version. */
	boolean joins(Version other) {
		Entity.Ref object = object();
		Entity.Ref theirs = other.object();
		return object != null && theirs != null && object.id().equals(theirs.id())
				&& this.subject.id().equals(other.subject.id()) && this.type.equals(other.type);
	}

	/** As the database keeps it. */
	Parameters properties() {
		Entity.Ref object = object();
		Parameters properties = Parameters.with("slot", this.slot)
			.and("state", this.state)
			.and("subject", this.subject.id())
			.and("subjectName", this.subject.name())
			.and("subjectType", this.subject.type())
			.and("predicate", this.predicate)
			.and("type", this.type)
			.and("mutual", (this.mutual && object != null) ? object.id() : null)
			.and("text", this.text)
			.and("about", about())
			.and("kind", this.kind)
			.and("validFrom", this.validFrom)
			.and("validTo", this.validTo)
			.and("basis", this.basis)
			.and("validFromPrecision", this.fromPrecision)
			.and("validToPrecision", this.toPrecision)
			.and("confidence", this.confidence)
			.and("owner", this.owner)
			.and("agentId", this.agentId)
			.and("sessionId", this.sessionId)
			.and("expiresAt", this.expiresAt)
			.and("metadata", this.metadata)
			.and("tags", this.metadata.tags())
			.and("top", this.top);
		return (this.target != null) ? Claimed.describe(this.target, properties) : properties;
	}

	/** What it can be found by beside its text. */
	private String about() {
		return this.subject.name() + " " + this.predicate.replace('_', ' ') + " "
				+ ((this.target != null) ? this.target.words() : "");
	}

}
