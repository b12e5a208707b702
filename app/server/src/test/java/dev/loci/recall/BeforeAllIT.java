package dev.loci.recall;

import java.util.stream.Stream;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociIT;
import dev.loci.Tell;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was known of a space before there was such a space.
 */
@LociIT
class BeforeAllIT {

	private static final String BEFORE = "1990-01-01T00:00:00Z";

	private final Api api;

	private final MeterRegistry meters;

	BeforeAllIT(@LocalServerPort int port, @Autowired MeterRegistry meters) {
		this.api = new Api(port);
		this.meters = meters;
	}

	@Test
	void isNothingAndIsLookedForInNoIndex() {
		new Tell(this.api, "demo").facts("Alice LIVES_IN Paris 1980..");
		this.api.send("PUT", "/spaces/demo/blocks/persona", "{\"text\": \"I book trips.\"}");
		long before = arms();

		Answer given = this.api.post("/spaces/demo/recall",
				"{\"query\": \"Alice\", \"knownAt\": \"%s\", \"tokenBudget\": 500}".formatted(BEFORE));

		assertThat(given.status()).isEqualTo(200);
		assertThat(given.at("/items")).isEmpty();
		assertThat(given.at("/context").asString()).isEmpty();
		assertThat(given.at("/knownAt").asString()).isEqualTo(BEFORE);
		assertThat(given.at("/degraded")).isEmpty();
		assertThat(arms()).isEqualTo(before);
		assertThat(this.api.get("/recalls/" + given.at("/recallId").asString()).at("/given").asInt()).isZero();
		assertThat(this.api.get("/spaces/demo/facts?knownAt=" + BEFORE).at("/items")).isEmpty();
		assertThat(this.api.get("/spaces/demo/blocks?knownAt=" + BEFORE).at("/items")).isEmpty();
	}

	private long arms() {
		return Stream.of("facts_by_meaning", "facts_by_words", "passages_by_meaning", "passages_by_words")
			.flatMap((query) -> this.meters.find("loci.queries").tag("query", "recall/" + query).timers().stream())
			.mapToLong(Timer::count)
			.sum();
	}

}
