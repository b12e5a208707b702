package dev.loci.rest;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one request may bring and ask for.
 *
 * @param body the size of a whole request
 * @param message the size of the content of one message, in UTF-8
 * @param messages how many messages a request has
 * @param facts how many statements a request has
 * @param metadata the size of metadata, as JSON
 * @param ontology the size of the text of an ontology
 * @param name the length of names, titles, roles and ids that callers choose
 * @param question the length of a question, in characters
 * @param limit how many items an answer has
 * @param depth how many steps from an entity are gone
 * @param tokenBudget how many tokens a context has
 * @param longestWait how long a request may ask to be kept waiting
 */
@ConfigurationProperties("loci.limits")
record RestSettings(@DefaultValue("8MB") DataSize body, @DefaultValue("64KB") DataSize message,
		@DefaultValue("500") int messages, @DefaultValue("1000") int facts, @DefaultValue("16KB") DataSize metadata,
		@DefaultValue("256KB") DataSize ontology, @DefaultValue("500") int name, @DefaultValue("1000000") int question,
		@DefaultValue("200") int limit, @DefaultValue("4") int depth, @DefaultValue("100000") int tokenBudget,
		@DefaultValue("60s") Duration longestWait) {

	/** An {@code Idempotency-Key}, if there is one, must be a name like others. */
	void checkKey(@Nullable String idempotencyKey) {
		new Flaws().length("Idempotency-Key", idempotencyKey, this.name)
			.unless(idempotencyKey == null || !idempotencyKey.isBlank(), "Idempotency-Key", "must not be empty")
			.refuse();
	}

}
