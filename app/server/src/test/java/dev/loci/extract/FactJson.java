package dev.loci.extract;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer of a model, written field by field.
 */
final class FactJson {

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
	static FactJson fact(String predicate, String text) {
		FactJson json = new FactJson();
		json.fact.put("predicate", predicate).put("text", text);
		return json;
	}

	FactJson with(String field, @Nullable Object value) {
		this.fact.putPOJO(field, value);
		return this;
	}

	FactJson object(int number) {
		return with("object", number);
	}

	FactJson value(Object value) {
		return with("value", value);
	}

	FactJson in(int message) {
		return with("message", message);
	}

	FactJson start(String date) {
		return with("start", date).with("startBasis", "stated");
	}

	FactJson end(String date) {
		return with("end", date).with("endBasis", "stated");
	}

	/** As an entity of an answer. */
	static String entity(int number, String name, @Nullable String type) {
		return JSON.createObjectNode().put("number", number).put("name", name).put("type", type).toString();
	}

	static String answer(List<String> entities, FactJson... facts) {
		return "{\"entities\":[" + String.join(",", entities) + "],\"facts\":["
				+ String.join(",", List.of(facts).stream().map(FactJson::toString).toList()) + "]}";
	}

	@Override
	public String toString() {
		return JSON.writeValueAsString(this.fact);
	}

}
