package dev.loci.rest;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.loci.ingest.Submission;
import dev.loci.ingest.Submission.Said;
import dev.loci.memory.Episode.Kind;
import dev.loci.memory.Metadata;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is to be remembered: messages, or a text, or a JSON value.
 */
record EpisodesRequest(@Nullable List<@Nullable Message> messages, @Nullable String text, @Nullable JsonNode json,
		@Nullable String title, @Nullable String source, @Nullable OffsetDateTime occurredAt,
		@Nullable String sessionId, @Nullable String agentId, @Nullable Map<String, @Nullable Object> metadata) {

	/**
	 * One message of a conversation.
	 *
	 * @param id what the caller calls it: it is stored once, however often it is sent
	 * @param name of who speaks
	 */
	record Message(@Nullable String id, @Nullable String role, @Nullable String name, @Nullable String content,
			@Nullable OffsetDateTime occurredAt) {
	}

	Submission submission(RestSettings limits, JsonMapper mapper) {
		check(limits, mapper);
		return new Submission(said(), this.sessionId, this.agentId,
				(this.metadata != null) ? new Metadata(this.metadata) : Metadata.NONE);
	}

	private void check(RestSettings limits, JsonMapper mapper) {
		Flaws flaws = new Flaws();
		long forms = Stream.of(this.messages != null, this.text != null, this.json != null)
			.filter((given) -> given)
			.count();
		flaws.unless(forms == 1, "messages", "or text or json must be given, and one of them only");
		flaws.unless(this.text == null || !this.text.isBlank(), "text", "must not be empty");
		flaws.unless(this.json == null || hasValue(this.json), "json", "must hold a value that can be remembered");
		flaws.unless(this.title == null || this.text != null, "title", "goes with text only");
		flaws.unless(this.source == null || this.messages == null, "source", "goes with text or json only");
		flaws.unless(this.occurredAt == null || this.messages == null, "occurredAt",
				"belongs to each message, not to the request");
		flaws.length("title", this.title, limits.name());
		flaws.length("source", this.source, limits.name());
		flaws.length("sessionId", this.sessionId, limits.name());
		flaws.length("agentId", this.agentId, limits.name());
		flaws.unless(!"".equals(this.sessionId), "sessionId", "must not be empty");
		flaws.unless(!"".equals(this.agentId), "agentId", "must not be empty");
		flaws.text("text", this.text).text("json", mapper.convertValue(this.json, Object.class));
		flaws.size("metadata", mapper.writeValueAsString(this.metadata), limits.metadata());
		if (this.messages != null) {
			flaws.range("messages", this.messages.size(), 1, limits.messages());
			for (int i = 0; i < Math.min(this.messages.size(), limits.messages()); i++) {
				check(this.messages.get(i), "messages[" + i + "]", limits, flaws);
			}
		}
		flaws.refuse();
	}

	private static void check(@Nullable Message message, String field, RestSettings limits, Flaws flaws) {
		if (message == null) {
			flaws.unless(false, field, "must not be null");
			return;
		}
		flaws.unless(message.role() != null && !message.role().isBlank(), field + ".role",
				"must be given: user, assistant, system or tool");
		flaws.unless(message.content() != null && !message.content().isBlank(), field + ".content",
				"must not be empty");
		flaws.size(field + ".content", message.content(), limits.message());
		flaws.text(field + ".content", message.content())
			.text(field + ".id", message.id())
			.text(field + ".role", message.role())
			.text(field + ".name", message.name());
		flaws.length(field + ".id", message.id(), limits.name());
		flaws.unless(!"".equals(message.id()), field + ".id", "must not be empty");
		flaws.length(field + ".role", message.role(), limits.name());
		flaws.length(field + ".name", message.name(), limits.name());
	}

	private static boolean hasValue(JsonNode json) {
		return json.isContainer() ? json.valueStream().anyMatch(EpisodesRequest::hasValue)
				: !json.isNull() && !json.asString().isBlank();
	}

	private List<Said> said() {
		if (this.text != null) {
			return List.of(new Said(Kind.TEXT, null, null, null, this.title, this.source, this.text, this.occurredAt));
		}
		if (this.json != null) {
			return List
				.of(new Said(Kind.JSON, null, null, null, null, this.source, this.json.toString(), this.occurredAt));
		}
		List<Said> said = new ArrayList<>();
		for (Message message : (this.messages != null) ? this.messages : List.<@Nullable Message>of()) {
			if (message != null && message.content() != null) {
				said.add(new Said(Kind.MESSAGE, message.id(), message.role(), message.name(), null, null,
						message.content(), message.occurredAt()));
			}
		}
		return said;
	}

}
