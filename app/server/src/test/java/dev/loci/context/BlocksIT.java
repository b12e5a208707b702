package dev.loci.context;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociIT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@LociIT
class BlocksIT {

	private static final String PERSONA = "/spaces/demo/blocks/persona";

	private final Api api;

	BlocksIT(@LocalServerPort int port, @Autowired Driver driver, @Autowired CoreMemory core) {
		this.api = new Api(port);
	}

	@Test
	void areWrittenReadAndWrittenAgain() {
		Answer first = put("{\"text\": \"I book trips.\", \"description\": \"Who I am\", \"limit\": 100}");
		Answer second = put("{\"text\": \"I book trains.\"}");

		assertThat(first.status()).isEqualTo(201);
		assertThat(first.response().headers().firstValue("Location")).contains("/api/v1" + PERSONA);
		assertThat(second.status()).isEqualTo(200);
		Answer now = this.api.get(PERSONA);
		assertThat(now.response().headers().firstValue("ETag").orElseThrow()).startsWith("\"2-");
		assertThat(now.at("/text").asString()).isEqualTo("I book trains.");
		assertThat(now.at("/description").isNull()).isTrue();
		assertThat(now.at("/limit").asInt()).isEqualTo(5000);
		assertThat(now.at("/recordedTo").isNull()).isTrue();
	}

	@Test
	void answerAsOfEveryEarlierMoment() {
		String before = this.api.get("/spaces/demo/blocks").at("/knownAt").asString();
		Answer first = put("{\"text\": \"one\"}");
		Answer second = append("two");

		assertThat(this.api.get(PERSONA + "?knownAt=" + before).status()).isEqualTo(404);
		assertThat(this.api.get(PERSONA + "?knownAt=" + recorded(first)).at("/text").asString()).isEqualTo("one");
		assertThat(this.api.get(PERSONA + "?knownAt=" + recorded(second)).at("/text").asString()).isEqualTo("one\ntwo");
		assertThat(this.api.get("/spaces/demo/blocks?knownAt=" + recorded(first)).at("/items/0/text").asString())
			.isEqualTo("one");
		assertThat(this.api.get(PERSONA + "/history").at("/items").findValuesAsString("text"))
			.containsExactly("one\ntwo", "one");
		assertThat(this.api.get(PERSONA + "/history").at("/items/1/recordedTo").asString()).isEqualTo(recorded(second));
		assertThat(this.api.get(PERSONA + "/history?knownAt=" + recorded(first)).at("/items")).hasSize(1);
		assertThat(this.api.get(PERSONA + "/history?knownAt=" + before).status()).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			tea    | coffee | 200 | I like coffee. Ann likes cake.
			Ann    | ''     | 200 | I like tea.  likes cake.
			like   | hate   | 409 | words-ambiguous
			milk   | coffee | 409 | words-absent
			TEA    | coffee | 409 | words-absent
			cake.  | 0123456789012345678901234567890123456789 | 422 | block-full
			""")
	void replaceWordsThatTheyHaveExactlyOnce(String old, String by, int status, String expected) {
		put("{\"text\": \"I like tea. Ann likes cake.\", \"limit\": 50}");

		Answer answer = replace(old, by);

		assertThat(answer.status()).isEqualTo(status);
		if (status == 200) {
			assertThat(answer.at("/text").asString()).isEqualTo(expected);
		}
		else {
			assertThat(answer.at("/type").asString()).isEqualTo("/problems/" + expected);
			assertThat(answer.at("/label").asString()).isEqualTo("persona");
			assertThat(this.api.get(PERSONA).at("/version").asInt()).isOne();
		}
	}

	@Test
	void countWordsThatOverlapThemselvesAsOftenAsTheyCanBeFound() {
		put("{\"text\": \"aaa\"}");

		assertThat(replace("aa", "b").at("/detail").asString()).contains("2 times");
	}

	@Test
	void neverBecomeLongerThanTheyMay() {
		assertThat(put("{\"text\": \"🐈🐈🐈\", \"limit\": 3}").status()).isEqualTo(201);
		assertThat(append("x").status()).isEqualTo(422);
		assertThat(put("{\"text\": \"🐈🐈🐈🐈\", \"limit\": 3}").status()).isEqualTo(422);
		assertThat(put("{\"text\": \"%s\"}".formatted("a".repeat(5000))).status()).isEqualTo(200);
		assertThat(put("{\"text\": \"%s\"}".formatted("a".repeat(5001))).at("/detail").asString())
			.contains("5001 characters", "5000");
		assertThat(put("{\"text\": \"%s\", \"limit\": 100000}".formatted("a".repeat(100_000))).status()).isEqualTo(200);
	}

	@Test
	void refuseAWriteOverAVersionThatTheCallerHasNotSeen() {
		put("{\"text\": \"one\"}");
		put("{\"text\": \"two\"}");

		for (Answer late : List.of(this.api.send("PUT", PERSONA, "{\"text\": \"x\"}", "If-Match", "\"1\""),
				this.api.post(PERSONA + "/append", "{\"text\": \"x\"}", "If-Match", "\"1\""),
				this.api.post(PERSONA + "/replace", "{\"old\": \"two\", \"by\": \"x\"}", "If-Match", "\"1\""),
				this.api.send("DELETE", PERSONA, null, "If-Match", "\"1\""))) {
			assertThat(late.status()).isEqualTo(412);
			assertThat(late.at("/label").asString()).isEqualTo("persona");
		}
		assertThat(this.api.get(PERSONA).at("/text").asString()).isEqualTo("two");
		assertThat(this.api.post(PERSONA + "/append", "{\"text\": \"x\"}", "If-Match", "\"2\"").status())
			.isEqualTo(200);
		assertThat(this.api.post(PERSONA + "/append", "{\"text\": \"x\"}", "If-Match", "2").status()).isEqualTo(400);
	}

	@Test
	void refuseAWriteOverABlockThatHasItsLabelFromAnErasedOne() {
		String seen = put("{\"text\": \"one\"}").response().headers().firstValue("ETag").orElseThrow();
		this.api.delete(PERSONA);
		put("{\"text\": \"another\"}");

		for (Answer late : List.of(this.api.send("PUT", PERSONA, "{\"text\": \"x\"}", "If-Match", seen),
				this.api.post(PERSONA + "/append", "{\"text\": \"x\"}", "If-Match", seen),
				this.api.send("DELETE", PERSONA, null, "If-Match", seen))) {
			assertThat(late.status()).isEqualTo(412);
		}
		String now = this.api.get(PERSONA).response().headers().firstValue("ETag").orElseThrow();
		assertThat(this.api.send("DELETE", PERSONA, null, "If-Match", now).status()).isEqualTo(200);
	}

	@Test
	void takeEveryLineOfManyWriters() throws Exception {
		put("{\"text\": \"\"}");
		try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
			List<Future<Answer>> answers = IntStream.range(0, 40)
				.mapToObj((i) -> writers.submit(() -> append("line" + i)))
				.toList();
			for (Future<Answer> answer : answers) {
				assertThat(answer.get().status()).isEqualTo(200);
			}
		}

		Answer block = this.api.get(PERSONA);
		assertThat(block.at("/version").asInt()).isEqualTo(41);
		assertThat(block.at("/text").asString().lines())
			.containsExactlyInAnyOrderElementsOf(IntStream.range(0, 40).mapToObj((i) -> "line" + i).toList());
	}

	@Test
	void giveTheFirstAnswerAgainToARepeatedRequest() {
		put("{\"text\": \"one\"}");
		String line = "{\"text\": \"two\"}";

		Answer first = this.api.post(PERSONA + "/append", line, "Idempotency-Key", "k-1");
		Answer again = this.api.post(PERSONA + "/append", line, "Idempotency-Key", "k-1");

		assertThat(again.json()).isEqualTo(first.json());
		assertThat(this.api.get(PERSONA).at("/version").asInt()).isEqualTo(2);
		assertThat(this.api.post(PERSONA + "/append", "{\"text\": \"x\"}", "Idempotency-Key", "k-1").status())
			.isEqualTo(409);
		assertThat(this.api.post("/spaces/demo/blocks/other/append", line, "Idempotency-Key", "k-1").status())
			.isEqualTo(409);
	}

	@Test
	void areListedByLabelPageByPage() {
		for (String label : List.of("b", "a", "C", "d-1", "_")) {
			this.api.send("PUT", "/spaces/demo/blocks/" + label, "{\"text\": \"x\"}");
			this.api.send("PUT", "/spaces/demo/blocks/" + label, "{\"text\": \"y\"}");
		}
		this.api.send("PUT", "/spaces/other/blocks/e", "{\"text\": \"x\"}");

		Answer first = this.api.get("/spaces/demo/blocks?limit=3");
		Answer second = this.api.get("/spaces/demo/blocks?limit=3&cursor=" + first.at("/next").asString());

		assertThat(first.at("/items").findValuesAsString("label")).containsExactly("C", "_", "a");
		assertThat(second.at("/items").findValuesAsString("label")).containsExactly("b", "d-1");
		assertThat(second.at("/next").isNull()).isTrue();
		Answer versions = this.api.get("/spaces/demo/blocks/a/history?limit=1");
		assertThat(versions.at("/items/0/version").asInt()).isEqualTo(2);
		assertThat(this.api.get("/spaces/demo/blocks/a/history?limit=1&cursor=" + versions.at("/next").asString())
			.at("/items/0/version")
			.asInt()).isOne();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			PUT  |          | {}                                     | text
			PUT  |          | {"text": null}                         | text
			PUT  |          | {"text": 1}                            | text
			PUT  |          | {"text": "a\\u0000"}                   | text
			PUT  |          | {"text": "\\ud800"}                    | text
			PUT  |          | {"text": "a", "limit": 0}              | limit
			PUT  |          | {"text": "a", "limit": 100001}         | limit
			PUT  |          | {"text": "a", "limit": "5"}            | limit
			PUT  |          | {"text": "a", "size": 5}               | size
			PUT  |          | {"text": "a", "description": "LONG"}   | description
			PUT  |          | {"text": "a", "description": "\\u0000"} | description
			POST | /append  | {}                                     | text
			POST | /append  | {"text": ""}                           | text
			POST | /append  | {"text": "a\\u0000"}                   | text
			POST | /replace | {"by": "a"}                            | old
			POST | /replace | {"old": "", "by": "a"}                 | old
			POST | /replace | {"old": "a"}                           | by
			POST | /replace | {"old": "a", "by": "\\udc00"}          | by
			GET  | ?knownAt=yesterday                              | | knownAt
			GET  | ?knownAt=9999-01-01T00:00:00Z                   | | knownAt
			GET  | /history?limit=0                                | | limit
			GET  | /history?limit=201                              | | limit
			GET  | /history?cursor=YWJj                            | | cursor
			""")
	void refuseWhatTheyCannotBe(String method, String path, String body, String field) {
		Answer answer = this.api.send(method, PERSONA + ((path != null) ? path : ""),
				(body != null) ? body.replace("LONG", "x".repeat(501)) : null);

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.at("/errors").findValuesAsString("field")).contains(field);
		assertThat(this.api.get("/spaces/demo/blocks").at("/items")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a%20b", "a.b", "%C3%A9", "a:b", "a%00",
			"12345678901234567890123456789012345678901234567890123456789012345" })
	void refuseLabelsThatAreNone(String label) {
		for (Answer answer : List.of(this.api.send("PUT", "/spaces/demo/blocks/" + label, "{\"text\": \"x\"}"),
				this.api.get("/spaces/demo/blocks/" + label), this.api.delete("/spaces/demo/blocks/" + label))) {
			assertThat(answer.status()).isEqualTo(400);
		}
	}

	@Test
	void takeLabelsOf64Characters() {
		String label = IntStream.range(0, 64).mapToObj((i) -> "_").collect(Collectors.joining());

		assertThat(this.api.send("PUT", "/spaces/demo/blocks/" + label, "{\"text\": \"x\"}").status()).isEqualTo(201);
	}

	private Answer put(String body) {
		return this.api.send("PUT", PERSONA, body);
	}

	private Answer append(String text) {
		return this.api.post(PERSONA + "/append", "{\"text\": \"" + text + "\"}");
	}

	private Answer replace(String old, String by) {
		return this.api.post(PERSONA + "/replace", "{\"old\": \"%s\", \"by\": \"%s\"}".formatted(old, by));
	}

	private static String recorded(Answer answer) {
		return answer.at("/recordedFrom").asString();
	}

}
