package dev.loci.rest;

import java.util.List;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociIT;
import dev.loci.ingest.Acceptance;
import dev.loci.ingest.Ingestion;
import dev.loci.ingest.Submission;
import dev.loci.ingest.Submission.Said;
import dev.loci.memory.Episode.Kind;
import dev.loci.memory.Metadata;
import dev.loci.memory.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is sent: a clear refusal, and nothing is kept of it.
 */
@LociIT
class BadInputIT {

	private final Api api;

	private final Ingestion ingestion;

	BadInputIT(@LocalServerPort int port, @Autowired Ingestion ingestion) {
		this.api = new Api(port);
		this.ingestion = ingestion;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"messages": [                                              | malformed-json |
					nonsense                                                    | malformed-json |
					{"text": "a"} {"text": "b"}                                 | *              |
					{"text": "a", "text": "b"}                                  | *              |
					[]                                                          | invalid-input  | body
					"text"                                                      | invalid-input  | body
					null                                                        | *              |
					{}                                                          | invalid-input  | messages
					{"text": "a", "messages": []}                               | invalid-input  | messages
					{"text": "a", "json": 1}                                    | invalid-input  | messages
					{"messages": []}                                            | invalid-input  | messages
					{"messages": [null]}                                        | invalid-input  | messages[0]
					{"messages": ["hello"]}                                     | invalid-input  | messages[0]
					{"messages": {"role": "user"}}                              | invalid-input  | messages
					{"messages": [{"role": "user", "content": ""}]}             | invalid-input  | messages[0].content
					{"messages": [{"role": "user", "content": " \\n"}]}         | invalid-input  | messages[0].content
					{"messages": [{"role": "user", "content": 42}]}             | invalid-input  | messages[0].content
					{"messages": [{"role": "user", "content": ["a"]}]}          | invalid-input  | messages[0].content
					{"messages": [{"content": "Hello."}]}                       | invalid-input  | messages[0].role
					{"messages": [{"role": true, "content": "Hello."}]}         | invalid-input  | messages[0].role
					{"messages": [{"role": "user", "content": "a", "x": 1}]}    | invalid-input  | messages[0].x
					{"text": "a", "surprise": 1}                                | invalid-input  | surprise
					{"text": ""}                                                | invalid-input  | text
					{"text": "a\\u0000b"}                                       | invalid-input  | text
					{"text": "a\\ud83d"}                                        | invalid-input  | text
					{"text": "\\udc08b"}                                        | invalid-input  | text
					{"messages": [{"role": "user", "content": "a"}, {"role": "user", "content": "\\u0000"}]} | invalid-input | messages[1].content
					{"messages": [{"role": "user", "content": "a", "name": "\\ud800"}]} | invalid-input | messages[0].name
					{"text": "a", "title": "\\u0000"}                           | invalid-input  | title
					{"text": "a", "metadata": {"k": "\\ud800"}}                 | invalid-input  | metadata.k
					{"text": "a", "metadata": {"\\u0000": 1}}                   | invalid-input  | metadata
					{"text": "a", "metadata": [1]}                              | invalid-input  | metadata
					{"json": {"a": "\\u0000"}}                                  | invalid-input  | json.a
					{"json": {}}                                                | invalid-input  | json
					{"json": null}                                              | invalid-input  | json
					{"text": "a", "sessionId": ""}                              | invalid-input  | sessionId
					{"text": "a", "sessionId": 7}                               | invalid-input  | sessionId
					{"text": "a", "occurredAt": "2024-04-02T10:00:00"}          | invalid-input  | occurredAt
					{"text": "a", "occurredAt": "2024-04-02"}                   | invalid-input  | occurredAt
					{"text": "a", "occurredAt": "yesterday"}                    | invalid-input  | occurredAt
					{"text": "a", "occurredAt": 1700000000}                     | invalid-input  | occurredAt
					{"text": "a", "occurredAt": "+12024-04-02T10:00:00Z"}       | invalid-input  | occurredAt
					{"text": "a", "occurredAt": "9999-04-02T10:00:00Z"}         | invalid-input  | occurredAt
					{"messages": [{"role": "user", "content": "a"}], "title": "b"} | invalid-input | title
					""")
	void refusesEpisodesThatAreNone(String body, String slug, String field) {
		Answer answer = this.api.post("/spaces/demo/episodes", body);

		assertThat(answer.status()).isEqualTo(400);
		if (!slug.equals("*")) {
			assertThat(answer.at("/type").asString()).isEqualTo("/problems/" + slug);
		}
		if (field != null) {
			assertThat(answer.at("/errors").findValuesAsString("field")).contains(field);
		}
		assertProblem(answer);
		assertThat(this.api.get("/spaces/demo/episodes").at("/items")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{}                                                         | query
			{"query": ""}                                              | query
			{"query": "   "}                                           | query
			{"query": 7}                                               | query
			{"query": "a\\u0000"}                                      | query
			{"query": "a", "limit": 0}                                 | limit
			{"query": "a", "limit": 201}                               | limit
			{"query": "a", "limit": 2.5}                               | limit
			{"query": "a", "limit": "10"}                              | limit
			{"query": "a", "explain": "yes"}                           | explain
			{"query": "a", "topK": 3}                                  | topK
			{"query": "a", "filters": {"user": "x"}}                   | filters.user
			{"query": "a", "filters": {"from": "2024-01-01"}}          | filters.from
			{"query": "a", "filters": {"kinds": ["NONSENSE"]}}         | filters.kinds
			{"query": "a", "filters": {"kinds": [0]}}                  | filters.kinds[0]
			{"query": "a", "filters": {"kinds": [null]}}               | filters.kinds
			{"query": "a", "filters": {"sessionId": ""}}               | filters.sessionId
			{"query": "a", "filters": {"agentId": ""}}                 | filters.agentId
			{"query": "a", "filters": {"from": "2024-01-01T00:00:00Z", "to": "2023-01-01T00:00:00Z"}} | filters.to
			{"query": "a", "tokenBudget": 0}                           | tokenBudget
			{"query": "a", "tokenBudget": 99999999999}                 | tokenBudget
			{"query": "a", "include": ["dreams"]}                      | include
			{"query": "a", "include": [null]}                          | include
			{"query": "a", "rerank": true}                             | rerank
			""")
	void refusesQuestionsThatAreNone(String body, String field) {
		Answer answer = this.api.post("/spaces/demo/recall", body);

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.at("/errors").findValuesAsString("field")).anyMatch((named) -> named.startsWith(field));
		assertProblem(answer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a%2Fb", "a%20b", "a%00b", "..%2F..", "%F0%9F%90%88", "a%5Cb", "a'b", "a%22b", "a%25b",
			"a;b=c", "a;",
			"12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901" })
	void refusesNamesThatNoSpaceMayHave(String space) {
		Answer answer = this.api.post("/spaces/" + space + "/episodes", "{\"text\": \"a\"}");

		assertThat(answer.status()).isEqualTo(400);
		assertProblem(answer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "acme:user", "Zo%C3%AB", "%E6%9D%B1%E4%BA%AC", "a.b_c:d@e-f", "...", "1" })
	void takesNamesOfAnyScript(String space) {
		assertThat(this.api.post("/spaces/" + space + "/episodes", "{\"text\": \"a\"}").status()).isEqualTo(202);
		assertThat(this.api.get("/spaces/" + space + "/episodes").at("/items")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					GET    | /spaces/demo/episodes?limit=0                    | 400
					GET    | /spaces/demo/episodes?limit=many                 | 400
					GET    | /spaces/demo/episodes?cursor=nonsense            | 400
					GET    | /spaces/demo/episodes?cursor=!!!                 | 400
					GET    | /spaces/demo/episodes?from=2024-01-01T00:00:00   | 400
					GET    | /spaces/demo/episodes?sessionId=%ff%fe           | 400
					GET    | /spaces/demo/episodes?cursor=KzEwMDAwMDAwMDAtMTItMzFUMjM6NTk6NTlaIDAxOThjNWYyLTdkNGUtN2MxYS05YjNlLTJmNmE4ZDRjMWU3MA | 400
					GET    | /jobs?status=LOST                                | 400
					GET    | /episodes/nonsense                               | 400
					GET    | /episodes/0198c5f2-7d4e-7c1a-9b3e-2f6a8d4c1e70   | 404
					GET    | /jobs/0198c5f2-7d4e-7c1a-9b3e-2f6a8d4c1e70       | 404
					DELETE | /episodes/0198c5f2-7d4e-7c1a-9b3e-2f6a8d4c1e70   | 404
					DELETE | /spaces/unknown                                  | 404
					GET    | /nowhere                                         | 404
					GET    | /                                                | 404
					PUT    | /jobs                                            | 405
					GET    | /spaces/demo/recall                              | 405
					PATCH  | /spaces/demo/episodes                            | 405
					""")
	void answersEveryWrongAddressWithAProblem(String method, String path, int status) {
		Answer answer = this.api.send(method, path, null);

		assertThat(answer.status()).isEqualTo(status);
		assertProblem(answer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/jobs", "/spaces/demo/episodes", "/spaces/demo/facts", "/spaces/demo/entities",
			"/spaces/demo/suggestions" })
	void namesTheCursorThatNoAnswerHasGiven(String list) {
		for (String cursor : List.of("abc", "!", "YWJj")) {
			Answer answer = this.api.get(list + "?cursor=" + cursor);

			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.at("/errors").findValuesAsString("field")).containsExactly("cursor");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			GET    | /spaces/demo/facts?validat=2024-01-01T00:00:00Z | validat
			GET    | /spaces/demo/facts?limit=5&history=true         | history
			GET    | /jobs/0198c5f2-7d4e-7c1a-9b3e-2f6a8d4c1e70?a=b  | a
			POST   | /spaces/demo/episodes?await=PT1S                | await
			DELETE | /spaces/demo?agentId=me                         | agentId
			""")
	void namesTheParameterThatNobodyReads(String method, String path, String parameter) {
		Answer answer = this.api.send(method, path, method.equals("POST") ? "{\"text\": \"a\"}" : null);

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.at("/errors").findValuesAsString("field")).containsExactly(parameter);
		assertProblem(answer);
	}

	@Test
	void refusesWhatIsPacked() {
		Answer answer = this.api.post("/spaces/demo/episodes", "{\"text\": \"a\"}", "Content-Encoding", "gzip");

		assertThat(answer.status()).isEqualTo(415);
		assertProblem(answer);
	}

	@Test
	void refusesAnEmptyIdempotencyKey() {
		assertThat(this.api.post("/spaces/demo/episodes", "{\"text\": \"a\"}", "Idempotency-Key", " ")
			.at("/errors/0/field")
			.asString()).isEqualTo("Idempotency-Key");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data" })
	void refusesWhatIsNotJson(String type) {
		Answer answer = this.api.post("/spaces/demo/episodes", "{\"text\": \"a\"}", "Content-Type", type);

		assertThat(answer.status()).isEqualTo(415);
		assertProblem(answer);
	}

	@Test
	void doesNotFindWhatBelongsToAnotherTenant() {
		Acceptance theirs = this.ingestion.accept(new Scope("another", "demo"),
				new Submission(
						List.of(new Said(Kind.TEXT, null, null, null, null, null, "A secret of another tenant.", null)),
						null, null, Metadata.NONE),
				null);
		String episode = theirs.episodes().getFirst().id().toString();

		assertThat(this.api.get("/episodes/" + episode).status()).isEqualTo(404);
		assertThat(this.api.get("/jobs/" + theirs.jobId()).status()).isEqualTo(404);
		assertThat(this.api.delete("/episodes/" + episode).status()).isEqualTo(404);
		assertThat(this.api.delete("/spaces/demo").status()).isEqualTo(404);
		assertThat(this.api.get("/spaces/demo/episodes").at("/items")).isEmpty();
		assertThat(this.api.get("/jobs").at("/items")).isEmpty();
		assertThat(this.api.post("/spaces/demo/recall", "{\"query\": \"secret of another tenant\"}").at("/items"))
			.isEmpty();
	}

	private static void assertProblem(Answer answer) {
		assertThat(answer.response().headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(answer.at("/status").asInt()).isEqualTo(answer.status());
		assertThat(answer.at("/type").asString()).startsWith("/problems/");
		assertThat(answer.at("/title").asString()).isNotBlank();
		assertThat(answer.at("/detail").asString()).isNotBlank();
		assertThat(answer.response().body()).doesNotContain("Exception", "dev.loci", "tools.jackson");
	}

}
