package dev.loci.extract;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static dev.loci.extract.AnswerFactJson.answer;
import static dev.loci.extract.AnswerFactJson.entity;
import static dev.loci.extract.AnswerFactJson.fact;
import static org.assertj.core.api.Assertions.assertThat;

/** Tells a service what leaves doubts, and asks what became of them. */
final class Doubts {

	static final Duration LONG = Duration.ofSeconds(60);

	private final LociWithModel loci;

	Doubts(LociWithModel loci) {
		this.loci = loci;
	}

	/** One that never takes the model for away, and whose leases end soon. */
	static LociWithModel service(String... more) {
		return new LociWithModel(Stream
			.concat(Stream.of("loci.extract.timeout=30s", "loci.extract.breaker.window=100",
					"loci.extract.breaker.min-calls=100", "loci.extract.max-wait=500ms", "loci.ingest.lease=10s"),
					Stream.of(more))
			.toArray(String[]::new));
	}

	boolean isDone(String job) {
		return this.loci.api().get("/jobs/" + job).at("/status").asString().equals("DONE");
	}

	JsonNode open() {
		return suggestions("OPEN");
	}

	JsonNode suggestions(String status) {
		return this.loci.api().get("/spaces/demo/suggestions?status=" + status).at("/items");
	}

	List<String> people() {
		return this.loci.api()
			.get("/spaces/demo/entities?type=Person")
			.at("/items")
			.valueStream()
			.filter((each) -> each.at("/externalId").isNull())
			.map((each) -> each.at("/name").asString())
			.toList();
	}

	void know(String name, String predicate, String other) {
		assertThat(this.loci.api().post("/spaces/demo/facts", known(name, predicate, other)).status()).isEqualTo(200);
	}

	static String known(String name, String predicate, String other) {
		return """
				{"facts": [{"subject": {"name": "%s", "type": "Person"}, "predicate": "%s", "object": {"name": "%s"}}]}"""
			.formatted(name, predicate, other);
	}

	static String verdict(String verdict, String reason) {
		return "{\"verdicts\": [{\"pair\": 1, \"reason\": \"" + reason + "\", \"verdict\": \"" + verdict + "\"}]}";
	}

	static String tea(String name) {
		return answer(List.of(entity(21, name, "Person"), entity(22, "tea", "Drink")),
				fact("LIKES", name + " likes tea.").with("subject", 21).object(22));
	}

	static String home(String place) {
		return answer(List.of(entity(21, place, "Place")),
				fact("LIVES_IN", "The user lives in " + place + ".").object(21).start("2020"));
	}

	JsonNode told(String content) {
		return told(content, "2024-01-01T10:00:00Z");
	}

	JsonNode told(String content, String at) {
		JsonNode job = tell(content, at, "?wait=PT50S");
		assertThat(job.at("/status").asString()).as(job + this.loci.process().output()).isEqualTo("DONE");
		return job;
	}

	JsonNode tell(String content, String at, String query) {
		return this.loci.api().post("/spaces/demo/episodes" + query, message(content, at)).json();
	}

	static String message(String content, String at) {
		return JsonMapper.shared()
			.writeValueAsString(
					Map.of("messages", List.of(Map.of("role", "user", "content", content, "occurredAt", at))));
	}

}
