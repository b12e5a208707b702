package dev.loci.extract;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			What did we have last week?                 | 2026-07-06 | 2026-07-13
			What do we have next week?                  | 2026-07-20 | 2026-07-27
			What did I do last weekend?                 | 2026-07-11 | 2026-07-13
			Where was I last summer?                    | 2025-06-01 | 2025-09-01
			Where did Alice live in May 2023?           | 2023-05-01 | 2023-06-01
			Where did Alice live before 2020?           | 0000-01-01 | 2020-01-01
			Where did she live before 1 January 2020?   | 0000-01-01 | 2020-01-01
			Where did she live after 2020?              | 2021-01-01 | 9999-12-31
			What did I say before yesterday?            | 0000-01-01 | 2026-07-14
			What did we do after last week?             | 2026-07-13 | 9999-12-31
			Whom did I meet after May 2023, in Rome?    | 2023-06-01 | 9999-12-31
			""")
	void tellsAllOfTheTime(String question, LocalDate from, LocalDate to) {
		assertThat(AskedTime.in(question, Examples.SAID_AT)).hasValueSatisfying((time) -> {
			assertThat(time.from().atOffset(ZoneOffset.UTC).toLocalDate()).isEqualTo(from);
			assertThat(time.to().atOffset(ZoneOffset.UTC).toLocalDate()).isEqualTo(to);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "What did I do before lunch?", "Where did she live before she moved?",
			"What comes after all?" })
	void readsNoTimeWhereNoneIsTold(String question) {
		assertThat(AskedTime.in(question, Examples.SAID_AT)).isEmpty();
	}

	@Test
	void readsMarksInTimeThatGrowsWithThem() {
		assertTimeout(Duration.ofSeconds(2), () -> AskedTime.in("\u0301".repeat(30_000), Examples.SAID_AT));
	}

}
