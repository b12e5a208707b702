package dev.loci.extract;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer of a model, written field by field.
 */
public final class AnswerFactJson {

	private static final JsonMapper JSON = new JsonMapper();

	private final ObjectNode fact = JSON.createObjectNode()
		.put("message", 1)
		.putNull("quote")
		.put("subject", 1)
		.putNull("object")
		.putNull("value")
		.put("polarity", "assert")
		.putNull("start")
		.put("startBasis", "unknown")
		.putNull("end")
		.put("endBasis", "unknown")
		.put("through", false)
		.putNull("when")
		.put("present", false)
		.put("inferred", false)
		.put("confidence", 0.9);

	/** A fact about number 1, in message 1. */
	public static AnswerFactJson fact(String predicate, String text) {
		AnswerFactJson json = new AnswerFactJson();
		json.fact.put("predicate", predicate).put("text", text);
		return json;
	}

	AnswerFactJson with(String field, @Nullable Object value) {
		this.fact.putPOJO(field, value);
		return this;
	}

	public AnswerFactJson object(int number) {
		return with("object", number);
	}

	AnswerFactJson value(Object value) {
		return with("value", value);
	}

	/** As it must where several messages claim something. */
	AnswerFactJson quoting(String words) {
		return with("quote", words);
	}

	AnswerFactJson in(int message) {
		return with("message", message);
	}

	AnswerFactJson start(String date) {
		return with("start", date).with("startBasis", "stated");
	}

	AnswerFactJson end(String date) {
		return with("end", date).with("endBasis", "stated");
	}

	/** As an entity of an answer. */
	public static String entity(int number, String name, @Nullable String type) {
		return JSON.createObjectNode().put("number", number).put("name", name).put("type", type).toString();
	}

	public static String answer(List<String> entities, AnswerFactJson... facts) {
		return "{\"entities\":[" + String.join(",", entities) + "],\"facts\":["
				+ String.join(",", List.of(facts).stream().map(AnswerFactJson::toString).toList()) + "]}";
	}

	@Override
	public String toString() {
		return JSON.writeValueAsString(this.fact);
	}

}
