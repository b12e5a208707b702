package dev.loci.ingest;

import java.util.List;
import java.util.stream.Stream;

import dev.loci.Api;
import dev.loci.LociIT;
import dev.loci.Tell;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many statements in one request do what they do one by one.
 */
@LociIT
class CutRequestsIT {

	private final Api api;

	CutRequestsIT(@LocalServerPort int port) {
		this.api = new Api(port);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Xena MARRIED_TO Yuri 2010..; Pia MARRIED_TO Quin 2020..; Xena MARRIED_TO Zoe 2012..",
			"Xena MARRIED_TO Yuri 2010..; Pia MARRIED_TO Quin 2020..; Zoe MARRIED_TO Yuri 2012..; Quin MARRIED_TO Zoe 2022..",
			"Xena MARRIED_TO Yuri 2010..; Pia MARRIED_TO Quin 2009..; Xena MARRIED_TO Zoe 2005..; end Zoe MARRIED_TO * ..2007" })
	void haveTheSameOutcomes(String statements) {
		List<String> together = new Tell(this.api, "together").outcomes(statements);
		Tell oneByOne = new Tell(this.api, "one-by-one");
		List<String> outcomes = Stream.of(statements.split("; "))
			.flatMap((statement) -> oneByOne.outcomes(statement).stream())
			.toList();

		assertThat(together).isEqualTo(outcomes).doesNotContain("REJECTED");
	}

}
