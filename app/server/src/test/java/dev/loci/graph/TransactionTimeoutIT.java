package dev.loci.graph;

import java.util.stream.IntStream;

import dev.loci.Api;
import dev.loci.LociIT;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the database is not done with in time.
 */
@LociIT
@TestPropertySource(properties = "loci.transaction-timeout=2s")
class TransactionTimeoutIT {

	private static final int MOST_TRIES = 10;

	private static final String FACT = """
			{"facts": [{"subject": {"name": "Ana"}, "predicate": "LIVES_IN", "object": {"name": "%s"}}]}""";

	private final Api api;

	private final Driver driver;

	TransactionTimeoutIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
	}

	@Test
	void isToldWithWhatToDoAndLeavesNothing() {
		// The first one of a process may take as long.
		assertThat(IntStream.range(0, MOST_TRIES)
			.mapToObj((any) -> this.api.post("/spaces/demo/facts", FACT.formatted("Porto")))
			.anyMatch((answer) -> answer.status() == 200)).isTrue();

		Api.Answer refused;
		try (Session session = this.driver.session(); Transaction held = session.beginTransaction()) {
			held.run("MATCH (s:Space) SET s.locked = true").consume();
			refused = this.api.post("/spaces/demo/facts", FACT.formatted("Braga"));
		}

		assertThat(refused.status()).isEqualTo(503);
		assertThat(refused.at("/type").asString()).isEqualTo("/problems/took-too-long");
		assertThat(refused.at("/detail").asString()).contains("not done in time", "undone", "ask for less");
		assertThat(this.api.get("/spaces/demo/facts").at("/items").findValuesAsString("name")).contains("Porto")
			.doesNotContain("Braga");
	}

}
