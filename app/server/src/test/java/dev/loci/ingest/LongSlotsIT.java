package dev.loci.ingest;

import java.util.List;

import dev.loci.Api;
import dev.loci.Beliefs;
import dev.loci.LociIT;
import dev.loci.Tell;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Of a slot of which much was said only the end is read where something comes after all
 * of it: that must come to the same.
 */
@LociIT
class LongSlotsIT {

	private static final List<String> MOVES = List.of("Alice LIVES_IN Paris 2010.. said 2010-02-01",
			"Alice LIVES_IN Berlin 2011.. said 2011-02-01", "Alice LIVES_IN Berlin 2012.. said 2012-02-01",
			"end Alice LIVES_IN Berlin ..2013-03 said 2013-04-01", "Alice LIVES_IN Berlin 2014.. said 2014-02-01",
			"Alice LIVES_IN Oslo 2014-06.. said 2014-07-01", "retract Alice LIVES_IN Oslo 2014-06.. said 2014-08-01",
			"Alice LIVES_IN Oslo 2015.. said 2015-02-01", "Alice LIVES_IN Rome said 2016-05-05",
			"Alice LIVES_IN Rome said 2017-05-05", "Alice LIVES_IN Lima 2017-06..2017-07 said 2017-08-01",
			"Alice LIVES_IN Rome 2017-07.. said 2017-08-02", "Alice LIVES_IN Paris 2016-07.. said 2018-01-01");

	private final Api api;

	private final Tell apart;

	private final Tell together;

	private final Driver driver;

	private final MeterRegistry meters;

	LongSlotsIT(@LocalServerPort int port, @Autowired Driver driver, @Autowired MeterRegistry meters) {
		this.meters = meters;
		this.api = new Api(port);
		this.apart = new Tell(this.api, "apart");
		this.together = new Tell(this.api, "together");
		this.driver = driver;
	}

	@Test
	void comeToTheSameOneByOneAndAllAtOnce() {
		MOVES.forEach(this.apart::facts);
		this.together.facts(String.join(";", MOVES));

		assertThat(this.apart.believed("Alice", "LIVES_IN")).isEqualTo(this.together.believed("Alice", "LIVES_IN"));
		assertThat(facts("apart")).isEqualTo(facts("together"));
		Beliefs.areSound(this.driver);
	}

	@Test
	void areNotReadAsAWholeForWhatComesLast() {
		this.together.facts(String.join(";", MOVES));
		long before = readings();

		this.together.facts("Alice LIVES_IN Quito 2020.. said 2020-02-01");

		assertThat(readings()).isEqualTo(before);
		this.together.facts("Alice LIVES_IN Quito 2019.. said 2020-03-01");
		assertThat(readings()).isEqualTo(before + 1);
	}

	private long readings() {
		return this.meters.timer("loci.queries", "query", "resolve/slots").count();
	}

	@Test
	void showWhatAllThatSupportsTheLastFactSays() {
		tell("""
				"validFrom": "2018", "confidence": 0.9, "text": "Alice lives in Paris.", "metadata": {"a": 1, "b": 1},
				"observedAt": "2018-02-01T00:00:00Z" """);

		JsonNode fact = tell("""
				"validFrom": "2019", "confidence": 0.8, "text": "Alice still lives in Paris.", "metadata": {"b": 2},
				"observedAt": "2019-02-01T00:00:00Z" """);

		assertThat(fact.at("/confidence").asDouble()).isEqualTo(0.9);
		assertThat(fact.at("/text").asString()).isEqualTo("Alice still lives in Paris.");
		assertThat(fact.at("/metadata").toString()).isEqualTo("{\"a\":1,\"b\":2}");
		assertThat(fact.at("/validFrom").asString()).startsWith("2018-01-01");
		assertThat(fact.at("/evidence").size()).isEqualTo(2);
	}

	private JsonNode tell(String more) {
		return this.api
			.post("/spaces/demo/facts",
					"""
							{"facts": [{"subject": {"name": "Alice"}, "predicate": "LIVES_IN", "object": {"name": "Paris"}, %s}]}"""
						.formatted(more))
			.at("/results/0/fact");
	}

	private List<String> facts(String space) {
		return this.api.get("/spaces/" + space + "/facts?limit=200")
			.at("/items")
			.valueStream()
			.map((fact) -> fact.at("/object/name").asString() + fact.at("/validFrom") + fact.at("/validTo")
					+ fact.at("/evidence").size())
			.sorted()
			.toList();
	}

}
