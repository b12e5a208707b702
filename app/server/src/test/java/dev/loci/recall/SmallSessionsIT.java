package dev.loci.recall;

import java.util.Map;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What little there is of a session, an agent or a kind is found by its words among
 * thousands of others that have more of them.
 */
@LociIT
class SmallSessionsIT {

	private static final int OTHERS = 4_000;

	private final Api api;

	private final Driver driver;

	SmallSessionsIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
	}

	@BeforeEach
	void thousandsOfOthers() {
		this.api.post("/spaces/demo/episodes?wait=PT20S",
				"""
						{"messages": [{"role": "user", "content": "The heron waits and waits and waits, while nothing else stirs."}],
						 "sessionId": "small", "agentId": "quiet"}""");
		this.api.post("/spaces/demo/facts",
				"""
						{"facts": [{"subject": {"name": "The old grey bird"}, "predicate": "LIKES", "object": {"name": "Ponds"}, "kind": "EVENT",
						            "text": "The old grey bird of the mill, a heron, likes ponds.", "agentId": "quiet"}]}""");
		this.driver
			.executableQuery(
					"""
							MATCH (p:Passage {sessionId: 'small'})-[:OF]->(e:Episode)
							UNWIND range(1, $others) AS i
							WITH p, e, '0198c5f2-7d4e-7c1a-9b3e-' + right('000000000000' + i, 12) AS id
							CREATE (other:Episode)<-[:OF]-(part:Passage)
							SET other = e {.*, id: id, identity: id, sessionId: 'large', agentId: 'loud'}
							SET part = p {.*, id: id, kind: 'TEXT', sessionId: 'large', agentId: 'loud', text: 'A heron.', around: 'A heron.',
							  before: 'A heron.', embedding: null, contextEmbedding: null}""")
			.withParameters(Map.of("others", OTHERS))
			.execute();
		this.driver.executableQuery("""
				MATCH (f:Fact {agentId: 'quiet'})
				UNWIND range(1, $others) AS i
				WITH f, '0198c5f2-7d4e-7c1a-9b3f-' + right('000000000000' + i, 12) AS id
				CREATE (other:Fact)
				SET other = f {.*, id: id, kind: 'TASK', agentId: 'loud', text: 'A heron.', embedding: null}""")
			.withParameters(Map.of("others", OTHERS))
			.execute();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"sessionId\": \"small\"", "\"agentId\": \"quiet\"", "\"kinds\": [\"MESSAGE\"]" })
	void areFoundByTheirWords(String filter) {
		Answer given = recall("episodes", filter);

		assertThat(given.at("/items")).hasSize(1);
		for (String arm : new String[] { "fullText", "around", "before" }) {
			assertThat(given.at("/items/0/why/" + arm + "/rank").asInt()).as(arm).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"agentId\": \"quiet\"", "\"kinds\": [\"EVENT\"]" })
	void haveFactsThatAreFoundByTheirWords(String filter) {
		Answer given = recall("facts", filter);

		assertThat(given.at("/items")).hasSize(1);
		assertThat(given.at("/items/0/why/fullText/rank").asInt()).isEqualTo(1);
	}

	@Test
	void doNotHideTheOthers() {
		assertThat(recall("episodes", "\"sessionId\": \"large\"").at("/items")).hasSize(10);
	}

	private Answer recall(String include, String filter) {
		Answer answer = this.api.post("/spaces/demo/recall",
				"{\"query\": \"heron\", \"explain\": true, \"include\": [\"%s\"], \"filters\": {%s}}".formatted(include,
						filter));
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
		return answer;
	}

}
