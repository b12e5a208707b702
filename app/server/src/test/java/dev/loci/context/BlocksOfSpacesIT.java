package dev.loci.context;

import java.util.List;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociIT;
import dev.loci.Tell;
import dev.loci.memory.Scope;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Blocks belong to a space: they live and go with it, and belong to nobody else.
 */
@LociIT
class BlocksOfSpacesIT {

	private static final String PERSONA = "/spaces/demo/blocks/persona";

	private final Api api;

	private final Driver driver;

	private final CoreMemory core;

	BlocksOfSpacesIT(@LocalServerPort int port, @Autowired Driver driver, @Autowired CoreMemory core) {
		this.api = new Api(port);
		this.driver = driver;
		this.core = core;
	}

	@Test
	void areErasedInAllTheirVersions() {
		put("{\"text\": \"a secret\"}");
		this.api.post(PERSONA + "/append", "{\"text\": \"another secret\"}", "Idempotency-Key", "k-1");
		this.api.send("PUT", "/spaces/demo/blocks/other", "{\"text\": \"no mystery\"}");

		assertThat(this.api.delete(PERSONA).at("/blocks").asInt()).isEqualTo(2);

		assertThat(this.api.get(PERSONA).status()).isEqualTo(404);
		assertThat(this.api.get(PERSONA + "/history").status()).isEqualTo(404);
		assertThat(this.api.delete(PERSONA).status()).isEqualTo(404);
		assertThat(this.driver
			.executableQuery(
					"MATCH (n) WHERE any(key IN keys(n) WHERE toStringOrNull(n[key]) CONTAINS 'secret') RETURN n")
			.execute()
			.records()).isEmpty();
		assertThat(
				this.api.post(PERSONA + "/append", "{\"text\": \"another secret\"}", "Idempotency-Key", "k-1").status())
			.isEqualTo(410);
		assertThat(this.api.get("/spaces/demo/blocks").at("/items").findValuesAsString("label"))
			.containsExactly("other");
		assertThat(put("{\"text\": \"anew\"}").at("/version").asInt()).isOne();
	}

	@Test
	void outliveARebuild() throws Exception {
		Answer first = put("{\"text\": \"one\"}");
		append("two");
		new Tell(this.api, "demo").facts("Alice LIVES_IN Paris 2018..");

		String job = this.api.post("/spaces/demo/rebuild", "{\"from\": \"statements\"}").at("/id").asString();
		while (!this.api.get("/jobs/" + job).at("/status").asString().equals("DONE")) {
			Thread.sleep(50);
		}
		append("three");

		assertThat(this.api.get(PERSONA).at("/text").asString()).isEqualTo("one\ntwo\nthree");
		assertThat(this.api.get(PERSONA + "?knownAt=" + recorded(first)).at("/text").asString()).isEqualTo("one");
	}

	@Test
	void movesTheClockOfTheSpaceWithEveryWrite() {
		List<String> moments = List.of(recorded(put("{\"text\": \"one\"}")), recorded(append("two")),
				recorded(replace("two", "three")));
		String clock = this.api.get("/spaces/demo/blocks").at("/knownAt").asString();
		this.api.delete(PERSONA);

		assertThat(moments).doesNotHaveDuplicates().isSorted().last().isEqualTo(clock);
		assertThat(this.api.get("/spaces/demo/blocks").at("/knownAt").asString()).isGreaterThan(clock);
	}

	@Test
	void makeNoSpaceWhereNothingIsWritten() {
		assertThat(append("x").status()).isEqualTo(404);
		assertThat(replace("x", "y").status()).isEqualTo(404);
		assertThat(this.api.delete(PERSONA).status()).isEqualTo(404);
		assertThat(this.api.get(PERSONA).status()).isEqualTo(404);
		assertThat(this.api.send("PUT", PERSONA, "{\"text\": \"x\"}", "If-Match", "\"1\"").status()).isEqualTo(404);
		assertThat(this.api.get("/spaces/demo/blocks").at("/items")).isEmpty();

		assertThat(this.driver.executableQuery("MATCH (s:Space) RETURN s").execute().records()).isEmpty();
	}

	@Test
	void areNotThoseOfAnotherTenant() {
		this.core.put(new Scope("another", "demo"), "persona", "A secret.", null, null, null);

		assertThat(this.api.get(PERSONA).status()).isEqualTo(404);
		assertThat(this.api.get("/spaces/demo/blocks").at("/items")).isEmpty();
		assertThat(append("x").status()).isEqualTo(404);
		assertThat(this.api.delete(PERSONA).status()).isEqualTo(404);
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
