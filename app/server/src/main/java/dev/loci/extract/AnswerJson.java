package dev.loci.extract;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the JSON in what a model said.
 * <p>
 * A fence around it and thoughts before it are habits of models. Anything else beside it
 * is prose, in which JSON may as well be somebody's example.
 */
final class AnswerJson {

	private static final String FENCE = "```";

	private static final String THOUGHTS_END = "</think>";

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private AnswerJson() {
	}

	static JsonNode read(String text) {
		try {
			JsonNode json = JSON.readTree(unfenced(thought(text.strip())));
			if (json.isObject()) {
				return json;
			}
		}
		catch (JacksonException ex) {
			throw new AnswerUnreadable("is no JSON, or breaks off");
		}
		throw new AnswerUnreadable("is no JSON object");
	}

	private static String thought(String text) {
		int end = text.indexOf(THOUGHTS_END);
		return (text.startsWith("<think>") && end > 0) ? text.substring(end + THOUGHTS_END.length()).strip() : text;
	}

	private static String unfenced(String text) {
		int line = text.indexOf('\n');
		boolean fenced = text.startsWith(FENCE) && text.endsWith(FENCE) && line > 0
				&& line < text.length() - FENCE.length();
		return fenced ? text.substring(line, text.length() - FENCE.length()) : text;
	}

	/** A list that must be there, though it may be empty. */
	static JsonNode list(JsonNode answer, String field) {
		JsonNode list = answer.path(field);
		if (!list.isArray()) {
			throw new AnswerUnreadable("has no list \"" + field + "\"");
		}
		return list;
	}

}
