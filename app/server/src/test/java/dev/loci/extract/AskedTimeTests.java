package dev.loci.extract;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class AskedTimeTests {

	/** Asked on a Wednesday in the middle of July. */
	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			Where did I live in May 2023?      | 2023-05-01T00:00:00Z
			What do I do this weekend?         | 2026-07-18T00:00:00Z
			What did I do this weekend?        | 2026-07-11T00:00:00Z
			What was I thinking of this year?  | 2026-01-01T00:00:00Z
			""")
	void looksBackUnlessNothingWasThen(String question, String from) {
		assertThat(AskedTime.in(question, Examples.SAID_AT))
			.hasValueSatisfying((time) -> assertThat(time.from()).hasToString(from));
	}

	@Test
	void readsMarksInTimeThatGrowsWithThem() {
		assertTimeout(Duration.ofSeconds(2), () -> AskedTime.in("\u0301".repeat(30_000), Examples.SAID_AT));
	}

}
