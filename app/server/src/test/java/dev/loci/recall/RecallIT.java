package dev.loci.recall;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociIT;
import dev.loci.Tell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@LociIT
class RecallIT {

	private final Api api;

	RecallIT(@LocalServerPort int port) {
		this.api = new Api(port);
	}

	@Test
	void findsByMeaningWithoutACommonWord() {
		remember("demo", "My cat is called Mimi.", "I moved to Berlin in March.");

		Answer answer = recall("demo", "In which town do you reside?", ", \"limit\": 1");

		assertThat(texts(answer)).isEqualTo("I moved to Berlin in March.");
	}

	@Test
	void findsByWordsThatMeanNothing() {
		remember("demo", "The part number is XK-4711-b.", "The weather is nice.", "I like parts of it.");

		Answer answer = recall("demo", "xk-4711-b", ", \"limit\": 1");

		assertThat(texts(answer)).isEqualTo("The part number is XK-4711-b.");
	}

	@Test
	void explainsEachArmSoThatTheScoreCanBeRecomputed() {
		remember("demo", "I moved to Berlin in March.", "My cat is called Mimi.");

		JsonNode first = recall("demo", "Berlin", ", \"explain\": true").at("/items/0");

		JsonNode why = first.at("/why");
		assertThat(why.at("/vector/rank").asInt()).isEqualTo(1);
		assertThat(why.at("/fullText/rank").asInt()).isEqualTo(1);
		double cosine = why.at("/vector/score").asDouble();
		assertThat(cosine).isBetween(0.5, 1.0);
		assertThat(why.at("/vector/points").asDouble()).isCloseTo(3 * cosine + 10.0 / 11, within(1e-9));
		assertThat(why.at("/fullText/points").asDouble()).isEqualTo(0.8);
		assertThat(why.at("/length").asDouble()).isCloseTo(0.75 * Math.log1p(6), within(1e-9));
		assertThat(why.at("/fused").asDouble()).isCloseTo(
				why.valueStream().filter(JsonNode::isObject).mapToDouble((arm) -> arm.at("/points").asDouble()).sum()
						+ why.propertyStream()
							.filter((term) -> term.getValue().isNumber() && !term.getKey().equals("fused"))
							.mapToDouble((term) -> term.getValue().asDouble())
							.sum(),
				within(1e-9));
		assertThat(first.at("/score")).isEqualTo(why.at("/fused"));
		assertThat(recall("demo", "Berlin", "").at("/items/0/why").isMissingNode()).isTrue();
	}

	@Test
	void leadsBackToItsSource() {
		remember("demo", "I moved to Berlin in March.");

		JsonNode item = recall("demo", "Berlin", "").at("/items/0");

		JsonNode source = this.api.get("/episodes/" + item.at("/evidence/0/episodeId").asString()).json();
		assertThat(source.at("/content").asString()).contains(item.at("/evidence/0/quote").asString());
	}

	@Test
	void givesAtMostAsManyAsAsked() {
		remember("demo", IntStream.range(0, 30).mapToObj((i) -> "I saw bird number " + i + ".").toArray(String[]::new));

		assertThat(recall("demo", "birds", ", \"limit\": 7").at("/items")).hasSize(7);
		assertThat(recall("demo", "birds", "").at("/items")).hasSize(10);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"agentId": "a-1"}                                        | one
			{"sessionId": "s-2"}                                      | two
			{"sessionId": "s-3"}                                      |
			{"from": "2024-02-01T00:00:00Z"}                          | two, three
			{"to": "2024-02-01T00:00:00Z"}                            | one
			{"from": "2024-02-02T00:00:00Z", "to": "2024-03-01T00:00:00Z"} |
			{"kinds": ["MESSAGE"]}                                    | one, two
			{"kinds": ["TEXT", "JSON"]}                               | three
			{"kinds": ["JSON"]}                                       |
			{"metadata": {"channel": "web"}}                          | one, three
			{"metadata": {"channel": "web", "size": 1}}               | one
			{"metadata": {"size": 1.0}}                               | one
			{"metadata": {"size": "1"}}                               |
			{"metadata": {}}                                          | one, two, three
			{"sessionId": "s-2", "agentId": "a-1"}                    |
			""")
	void filters(String filters, String expected) {
		this.api.post("/spaces/demo/episodes", """
				{"messages": [{"role": "user", "content": "Bird one.", "occurredAt": "2024-01-01T00:00:00Z"}],
				 "sessionId": "s-1", "agentId": "a-1", "metadata": {"channel": "web", "size": 1}}""");
		this.api.post("/spaces/demo/episodes", """
				{"messages": [{"role": "user", "content": "Bird two.", "occurredAt": "2024-02-01T00:00:00Z"}],
				 "sessionId": "s-2", "agentId": "a-2", "metadata": {"channel": "mail"}}""");
		this.api.post("/spaces/demo/episodes",
				"""
						{"text": "Bird three.", "occurredAt": "2024-03-01T00:00:00Z", "metadata": {"channel": "web", "nested": {"a": [1]}}}""");

		Answer answer = recall("demo", "bird", ", \"filters\": " + filters);

		assertThat(answer.at("/items").valueStream().map((item) -> item.at("/text").asString()))
			.containsExactlyInAnyOrder((expected == null) ? new String[0]
					: Arrays.stream(expected.split(", ")).map((bird) -> "Bird " + bird + ".").toArray(String[]::new));
	}

	@Test
	void findsARareTagAmongManyOthers() {
		String many = IntStream.range(0, 450)
			.mapToObj((i) -> "{\"role\": \"user\", \"content\": \"A bird flew by, bird " + i + ".\"}")
			.collect(Collectors.joining(","));
		this.api.post("/spaces/demo/episodes?wait=PT60S", "{\"messages\": [" + many + "]}");
		this.api.post("/spaces/demo/episodes", """
				{"text": "Something about accounting.", "metadata": {"rare": true}}""");

		Answer answer = recall("demo", "bird", ", \"filters\": {\"metadata\": {\"rare\": true}}, \"limit\": 5");

		assertThat(texts(answer)).isEqualTo("Something about accounting.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			Berlin                    | I moved to Berlin in March.
			\\" ( ) : * ~ AND         | 200
			AND OR NOT                | 200
			to be or not to be        | 200
			東京                      | 東京に住んでいます。
			パン                      | 私はパンが好きです。
			space:x* OR text:[* TO *] | 200
			?                         | 200
			""")
	void givesASensibleAnswerToWhateverIsAsked(String query, String expected) {
		remember("demo", "I moved to Berlin in March.", "東京に住んでいます。", "私はパンが好きです。");

		Answer answer = recall("demo", query, ", \"limit\": 1");

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.at("/items")).hasSize(1);
		if (!expected.equals("200")) {
			assertThat(texts(answer)).isEqualTo(expected);
		}
	}

	@Test
	void takesAQuestionOfTwoThousandWords() {
		remember("demo", "The zyzzyva is a weevil.", "The weather is nice.");
		String words = IntStream.range(0, 2000).mapToObj((i) -> "word" + i).collect(Collectors.joining(" "));

		Answer answer = recall("demo", words + " zyzzyva-weevils", ", \"limit\": 1, \"explain\": true");

		assertThat(texts(answer)).isEqualTo("The zyzzyva is a weevil.");
		assertThat(answer.at("/items/0/why/fullText/rank").asInt()).isEqualTo(1);
	}

	@Test
	void takesAQuestionOfAMillionCharacters() {
		remember("demo", "The zyzzyva is a weevil.", "The weather is nice.");
		String million = "zyzzyva ".repeat(125_000);

		assertThat(texts(recall("demo", million, ", \"limit\": 1"))).isEqualTo("The zyzzyva is a weevil.");
		Answer longer = recall("demo", million + "s", "");
		assertThat(longer.status()).isEqualTo(400);
		assertThat(longer.at("/errors/0/field").asString()).isEqualTo("query");
	}

	@Test
	void looksFromTheLastYearThatThereIs() {
		new Tell(this.api, "demo").facts("Alice LIVES_IN Paris 2018..2020; Alice WORKS_IN Berlin 2020..");

		assertThat(texts(recall("demo", "Alice", ", \"include\": [\"facts\"], \"validAt\": \"9998-06-01T00:00:00Z\"")))
			.isEqualTo("Alice works in Berlin.");
		assertThat(recall("demo", "Alice", ", \"validAt\": \"9999-01-01T00:00:00Z\"").at("/errors/0/field").asString())
			.isEqualTo("validAt");
	}

	@Test
	void findsAFactAtOnceByItsMeaningAndByItsWords() {
		new Tell(this.api, "demo").facts("Alice LIVES_IN Berlin 2020..; Alice LIKES coffee 2019..");

		JsonNode first = recall("demo", "In which town does she reside?", ", \"limit\": 1, \"explain\": true")
			.at("/items/0");

		assertThat(first.at("/kind").asString()).isEqualTo("fact");
		assertThat(first.at("/text").asString()).isEqualTo("Alice lives in Berlin.");
		assertThat(first.at("/status").asString()).isEqualTo("CURRENT");
		assertThat(
				recall("demo", "coffee", ", \"limit\": 1, \"explain\": true").at("/items/0/why/fullText/rank").asInt())
			.isEqualTo(1);
		assertThat(this.api.get("/episodes/" + first.at("/evidence/0/episodeId").asString()).at("/text").asString())
			.isEqualTo("Alice lives in Berlin.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					                                                           | Berlin
					, "validAt": "2019-06-01T00:00:00Z"                        | Paris
					, "validAt": "2017-06-01T00:00:00Z"                        |
					, "history": true                                          | Berlin, Paris
					, "filters": {"from": "2019-01-01T00:00:00Z"}              | Berlin, Paris
					, "filters": {"to": "2019-01-01T00:00:00Z"}                | Paris
					, "filters": {"to": "2024-01-01T00:00:00Z"}, "validAt": "2019-06-01T00:00:00Z" | Paris
					, "filters": {"to": "2019-01-01T00:00:00Z"}, "validAt": "2019-06-01T00:00:00Z" | Paris
					, "filters": {"from": "2020-06-01T00:00:00Z"}, "validAt": "2019-06-01T00:00:00Z" |
					, "filters": {"from": "2019-01-01T00:00:00Z"}, "validAt": "2019-06-01T00:00:00Z", "history": true | Berlin, Paris
					, "filters": {"kinds": ["TASK"]}                           |
					, "filters": {"kinds": ["PROFILE"]}                        | Berlin
					, "filters": {"predicates": ["lives in"]}                  | Berlin
					, "filters": {"predicates": ["WORKS_AT"]}                  |
					, "filters": {"entities": ["alice"]}                       | Berlin
					, "filters": {"entities": ["Bob"]}                         |
					, "filters": {"agentId": "a-1"}                            |
					, "knownAt": "2020-01-01T00:00:00Z"                        |
					""")
	void looksAtFactsFromTheMomentsThatAreAskedFor(String more, String expected) {
		new Tell(this.api, "demo").facts("Alice LIVES_IN Paris 2018..; Alice LIVES_IN Berlin 2020..");

		Answer answer = recall("demo", "Alice", ", \"include\": [\"facts\"]" + ((more != null) ? more : ""));

		assertThat(answer.at("/items").valueStream().map((item) -> item.at("/text").asString()))
			.containsExactlyInAnyOrder((expected == null) ? new String[0]
					: Arrays.stream(expected.split(", "))
						.map((town) -> "Alice lives in " + town + ".")
						.toArray(String[]::new));
	}

	@Test
	void neverShowsAPrivateFactToAnotherAgent() {
		new Tell(this.api, "demo").facts("Alice LIVES_IN Paris 2018.. only spy");

		assertThat(recall("demo", "Alice", "").at("/items")).isEmpty();
		assertThat(recall("demo", "Alice", ", \"filters\": {\"agentId\": \"other\"}").at("/items")).isEmpty();
		assertThat(texts(recall("demo", "Alice", ", \"filters\": {\"agentId\": \"spy\"}")))
			.isEqualTo("Alice lives in Paris.");
	}

	@Test
	void neverShowsOneSpaceToAnother() {
		String[] spaces = { "acme:user", "acme:users", "Acme.User", "acme:User", "acme-user" };
		for (String space : spaces) {
			remember(space, "The secret of " + space + " is a bird.");
		}
		for (String space : spaces) {
			Answer answer = recall(space, "What is the secret bird of acme user users?", "");
			assertThat(texts(answer)).isEqualTo("The secret of " + space + " is a bird.");
		}
		assertThat(recall("acme", "secret bird", "").at("/items")).isEmpty();
	}

	private void remember(String space, String... contents) {
		String messages = Arrays.stream(contents)
			.map((content) -> "{\"role\": \"user\", \"content\": \"" + content + "\"}")
			.collect(Collectors.joining(","));
		Answer kept = this.api.post("/spaces/" + space + "/episodes?wait=PT30S", "{\"messages\": [" + messages + "]}");
		assertThat(kept.status()).isEqualTo(200);
	}

	private Answer recall(String space, String query, String more) {
		String include = more.contains("include") ? "" : ", \"include\": [\"facts\", \"episodes\"]";
		return this.api.post("/spaces/" + space + "/recall", "{\"query\": \"" + query + "\"" + include + more + "}");
	}

	private static String texts(Answer answer) {
		return answer.at("/items")
			.valueStream()
			.map((item) -> item.at("/text").asString())
			.collect(Collectors.joining("|"));
	}

}
