package dev.loci.rest;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociIT;
import dev.loci.Tell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Statements that cannot be believed: a clear refusal, and nothing half-written.
 */
@LociIT
class BadFactsIT {

	private static final String UNKNOWN = "0198c5f2-7d4e-7c1a-9b3e-2f6a8d4c1e70";

	private final Api api;

	private final Driver driver;

	BadFactsIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
	}

	@AfterEach
	void nothingIsHalfWritten() {
		assertThat(this.driver.executableQuery("""
				MATCH (n) WHERE n:Statement OR n:Fact OR n:Entity OR n:Name OR n:Episode
				RETURN count(n) AS n""").execute().records().getFirst().get("n").asLong()).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{}                                                                                      | subject
					{"predicate": "KNOWS", "object": {"name": "B"}}                                         | subject
					{"subject": {}, "predicate": "KNOWS", "object": {"name": "B"}}                          | subject needs a name
					{"subject": {"type": "Person"}, "predicate": "KNOWS", "object": {"name": "B"}}          | subject needs a name
					{"subject": {"name": " "}, "predicate": "KNOWS", "object": {"name": "B"}}               | name is empty
					{"subject": {"name": "A"}, "object": {"name": "B"}}                                     | predicate is missing
					{"subject": {"name": "A"}, "predicate": "", "object": {"name": "B"}}                    | predicate
					{"subject": {"name": "A"}, "predicate": "a`) MATCH (n) DETACH DELETE n //", "object": {"name": "B"}} | predicate must be made of letters
					{"subject": {"name": "A"}, "predicate": "LONG", "object": {"name": "B"}}                | longer than 100
					{"subject": {"name": "A"}, "predicate": "KNOWS"}                                        | object or value is missing
					{"subject": {"name": "A"}, "predicate": "KNOWS", "object": {"name": "B"}, "value": 1}   | object and value exclude each other
					{"subject": {"name": "A"}, "predicate": "KNOWS", "value": "B"}                          | value must be an entity
					{"subject": {"name": "A"}, "predicate": "KNOWS", "object": {"name": "A"}}               | another one than the subject
					{"subject": {"name": "A"}, "predicate": "BORN_ON", "object": {"name": "B"}}             | object must be a value
					{"subject": {"name": "A"}, "predicate": "BORN_ON", "value": "yesterday"}                | value must be a date
					{"subject": {"name": "A"}, "predicate": "AGE_IS", "value": "old"}                       | value must be a number
					{"subject": {"name": "A"}, "predicate": "AGE_IS", "value": 1e999}                       | beyond all numbers
					{"subject": {"name": "A"}, "predicate": "HAS_EMAIL", "value": " "}                      | value must not be empty
					{"subject": {"name": "A"}, "predicate": "WORKS_AT", "polarity": "END"}                  | object is missing
					{"subject": {"name": "A"}, "predicate": "KNOWS", "object": {"name": "B"}, "validFrom": "2020", "validTo": "2019"} | ends before it starts
					{"subject": {"name": "A"}, "predicate": "KNOWS", "object": {"name": "B"}, "validFrom": "2020", "validTo": "2019", "polarity": "END"} | ends before it starts
					{"subject": {"name": "A"}, "predicate": "KNOWS", "object": {"name": "B"}, "observedAt": "2999-01-01T00:00:00Z"} | observed 5 minutes or more ahead
					{"subject": {"name": "A"}, "predicate": "KNOWS", "object": {"name": "B"}, "confidence": 1.1} | confidence must lie between
					{"subject": {"name": "A"}, "predicate": "KNOWS", "object": {"name": "B"}, "text": " "}  | text must not be empty
					{"subject": {"name": "A"}, "predicate": "KNOWS", "object": {"name": "B"}, "visibility": "AGENT"} | AGENT needs an agentId
					{"subject": {"id": "UNKNOWN"}, "predicate": "KNOWS", "object": {"name": "B"}}           | subject.id names no entity
					{"subject": {"externalId": "u-1"}, "predicate": "KNOWS", "object": {"name": "B"}}       | tell the name
					{"subject": {"name": "A"}, "predicate": "KNOWS", "object": {"name": "B"}, "episodeId": "UNKNOWN"} | episodeId names no episode
					""")
	void rejectsOneStatementWithItsReason(String statement, String reason) {
		Answer answer = this.api.post("/spaces/demo/facts",
				"{\"facts\": [" + statement.replace("UNKNOWN", UNKNOWN).replace("LONG", "x".repeat(200)) + "]}");

		assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
		assertThat(answer.at("/results/0/outcome").asString()).isEqualTo("REJECTED");
		assertThat(answer.at("/results/0/reason").asString()).contains(reason);
		assertThat(answer.at("/results/0/fact").isNull()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{}                                                            | facts
			{"facts": []}                                                 | facts
			{"facts": [null]}                                             | facts[0]
			{"facts": [{"subject": "Alice"}]}                             | facts[0].subject
			{"facts": [{"subject": {"nme": "Alice"}}]}                    | facts[0].subject.nme
			{"facts": [{"subject": {"id": "1"}}]}                         | facts[0].subject.id
			{"facts": [{"value": [1]}]}                                   | facts[0].value
			{"facts": [{"value": {"a": 1}}]}                              | facts[0].value
			{"facts": [{"polarity": "MAYBE"}]}                            | facts[0].polarity
			{"facts": [{"confidence": "high"}]}                           | facts[0].confidence
			{"facts": [{"validFrom": "99999-01-01T00:00:00Z"}]}           | facts[0].validFrom
			{"facts": [{"validFrom": "2024-02-30"}]}                      | facts[0].validFrom
			{"facts": [{"validFrom": "last week"}]}                       | facts[0].validFrom
			{"facts": [{"validFrom": "2024-01-01T00:00:00"}]}             | facts[0].validFrom
			{"facts": [{"validTo": "0000"}]}                              | facts[0].validTo
			{"facts": [{"observedAt": "2024"}]}                           | facts[0].observedAt
			{"facts": [{"episodeId": "e"}]}                               | facts[0].episodeId
			{"facts": [{"agentId": ""}]}                                  | facts[0].agentId
			{"facts": [{"agentId": "a\\ud800"}]}                          | facts[0].agentId
			{"facts": [{"predicate": "WORKS\\u0000AT"}]}                  | facts[0].predicate
			{"facts": [{"subject": {"name": "a\\u0000"}}]}                | facts[0].subject.name
			{"facts": [{"metadata": {"a": "\\u0000"}}]}                   | facts[0].metadata.a
			{"facts": [{"subject": {"externalId": ""}}]}                  | facts[0].subject.externalId
			""")
	void refusesARequestThatIsNoListOfStatements(String body, String field) {
		Answer answer = this.api.post("/spaces/demo/facts", body);

		assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
		assertThat(answer.at("/errors").findValuesAsString("field")).contains(field);
	}

	@Test
	void refusesNumbersThatAreNone() {
		assertThat(this.api.post("/spaces/demo/facts", "{\"facts\": [{\"value\": NaN}]}").status()).isEqualTo(400);
	}

	@Test
	void refusesMoreStatementsThanARequestMayHave() {
		String many = IntStream.rangeClosed(0, 1000)
			.mapToObj((i) -> "{\"subject\": {\"name\": \"A\"}, \"predicate\": \"AGE_IS\", \"value\": 1}")
			.collect(Collectors.joining(","));

		Answer answer = this.api.post("/spaces/demo/facts", "{\"facts\": [" + many + "]}");

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.at("/errors/0/message").asString()).contains("1 to 1000");
	}

	@Test
	void knowsNoEntityOfAnotherSpace() {
		String id = new Tell(this.api, "other").facts("Alice KNOWS Bob").at("/results/0/fact/subject/id").asString();

		Answer answer = this.api.post("/spaces/demo/facts", """
				{"facts": [{"subject": {"id": "%s"}, "predicate": "AGE_IS", "value": 1}]}""".formatted(id));

		assertThat(answer.at("/results/0/reason").asString()).contains("names no entity of this space");
		this.api.delete("/spaces/other");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			PATCH  | /facts/UNKNOWN                 | {"text": "x"}        | 404
			PATCH  | /facts/UNKNOWN                 | {}                   | 400
			PATCH  | /facts/UNKNOWN                 | []                   | 400
			PATCH  | /facts/UNKNOWN                 | {"txt": "x"}         | 400
			PATCH  | /facts/UNKNOWN                 | {"text": null}       | 400
			PATCH  | /facts/UNKNOWN                 | {"confidence": 2}    | 400
			PATCH  | /facts/UNKNOWN                 | {"validFrom": null}  | 400
			PATCH  | /facts/UNKNOWN                 | {"metadata": null}   | 400
			PATCH  | /facts/1                       | {"text": "x"}        | 400
			POST   | /facts/UNKNOWN/retract         | {}                   | 404
			POST   | /facts/UNKNOWN/retract         | {"why": "x"}         | 400
			GET    | /facts/UNKNOWN                 |                      | 404
			GET    | /facts/UNKNOWN/history         |                      | 404
			GET    | /facts/x                       |                      | 400
			GET    | /entities/UNKNOWN              |                      | 404
			GET    | /entities/UNKNOWN/timeline     |                      | 404
			GET    | /entities/UNKNOWN/neighbours   |                      | 404
			GET    | /entities/UNKNOWN/neighbours?depth=5 |                | 400
			GET    | /entities/UNKNOWN/neighbours?depth=0 |                | 400
			GET    | /entities/UNKNOWN/context      |                      | 404
			GET    | /spaces/demo/context           |                      | 400
			GET    | /spaces/demo/context?entity=Nobody |                  | 404
			GET    | /spaces/demo/facts             |                      | 200
			GET    | /spaces/demo/facts?status=MAYBE |                     | 400
			GET    | /spaces/demo/facts?validAt=2024 |                     | 400
			GET    | /spaces/demo/facts?cursor=x    |                      | 400
			GET    | /spaces/demo/facts?limit=201   |                      | 400
			GET    | /spaces/demo/facts?predicate=%60 |                    | 400
			GET    | /spaces/demo/entities          |                      | 200
			GET    | /spaces/demo/entities?q=%22(   |                      | 200
			GET    | /spaces/demo/entities?q=a&name=b |                    | 400
			""")
	void answersWithAProblemAndNeverWithAnErrorOfItsOwn(String method, String path, String body, int status) {
		Answer answer = this.api.send(method, path.replace("UNKNOWN", UNKNOWN), body);

		assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
	}

}
