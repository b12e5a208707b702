package dev.loci.extract;

import java.util.regex.Pattern;

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

	private static final Pattern THOUGHTS = Pattern.compile("\\A\\s*<think>.*?</think>", Pattern.DOTALL);

	private static final Pattern FENCE = Pattern.compile("\\A\\s*```(?:json)?\\s*(.*?)\\s*```\\s*\\z",
			Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private AnswerJson() {
	}

	static JsonNode read(String text) {
		String answer = THOUGHTS.matcher(text).replaceFirst("");
		answer = FENCE.matcher(answer).replaceFirst("$1");
		try {
			JsonNode json = JSON.readTree(answer);
			if (json.isObject()) {
				return json;
			}
		}
		catch (JacksonException ex) {
			throw new AnswerUnreadable("is no JSON, or breaks off");
		}
		throw new AnswerUnreadable("is no JSON object");
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
