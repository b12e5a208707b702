package dev.loci.extract;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EndpointRetryAfterTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-17T10:00:00Z"), ZoneOffset.UTC);

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0                             | PT0S
			7                             | PT7S
			' 7 '                         | PT7S
			999999999                     | PT1H
			Fri, 17 May 2024 10:01:30 GMT | PT1M30S
			Fri, 17 May 2024 09:00:00 GMT | PT0S
			Sat, 18 May 2024 10:00:00 GMT | PT1H
			soon                          |
			-5                            |
			99999999999999999999          |
			1.5                           |
			""")
	void readsSecondsAndDates(String header, Duration expected) {
		assertThat(EndpointRetryAfter.of(List.of(header), CLOCK).orElse(null)).isEqualTo(expected);
	}

	@Test
	void isOftenNotTold() {
		assertThat(EndpointRetryAfter.of(List.of(), CLOCK)).isEmpty();
	}

}
