package dev.loci.recall;

import java.util.List;
import java.util.stream.Collectors;

import dev.loci.Api;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tells who likes tea, to all or as an agent to itself, and looks who is known to whom.
 */
final class Secrets {

	static final String PRIVATELY = ", \"agentId\": \"spy\", \"visibility\": \"AGENT\"";

	private final Api api;

	Secrets(Api api) {
		this.api = api;
	}

	JsonNode told(String subject, String whose) {
		return this.api
			.post("/spaces/demo/facts",
					"""
							{"facts": [{"subject": %s, "predicate": "LIKES", "object": {"name": "Tea"}%s}]}"""
						.formatted(subject.replace('\'', '"'), whose))
			.at("/results/0");
	}

	static String subject(JsonNode result) {
		assertThat(result.at("/fact/subject/id").asString()).as(result.toString()).isNotEmpty();
		return result.at("/fact/subject/id").asString();
	}

	List<String> known(String query) {
		return this.api.get("/spaces/demo/entities?" + query)
			.at("/items")
			.valueStream()
			.map((entity) -> entity.at("/name").asString() + " " + text(entity.at("/type")) + " "
					+ text(entity.at("/externalId")) + " "
					+ entity.at("/aliases")
						.valueStream()
						.map(JsonNode::asString)
						.collect(Collectors.joining(", ", "[", "]")))
			.sorted()
			.toList();
	}

	private static String text(JsonNode value) {
		return value.isNull() ? "null" : value.asString();
	}

	String recalled(String query, String agent) {
		return this.api.post("/spaces/demo/recall", """
				{"query": "%s", "include": ["entities"], "limit": 10%s}""".formatted(query, agent))
			.at("/items")
			.valueStream()
			.map((item) -> item.at("/text").asString())
			.sorted()
			.collect(Collectors.joining(", "));
	}

}
