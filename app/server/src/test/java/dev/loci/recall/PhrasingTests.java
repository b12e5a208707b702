package dev.loci.recall;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class PhrasingTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			She moved last May, on 2024-05-17.   | 3
			Today's plan: nothing before Friday. | 2
			A mayor, 12345 and a fortnight       | 0
			THIS YEAR                            | 2
			""")
	void countsWholeWordsOfTime(String text, int words) {
		assertThat(Phrasing.wordsOfTime(text, 10)).isEqualTo(words);
	}

	@Test
	void countsNoMoreThanItMust() {
		assertThat(Phrasing.wordsOfTime("last last last", 2)).isEqualTo(2);
	}

	@Test
	void readsMarksInTimeThatGrowsWithThem() {
		String marks = "\u0301".repeat(2_000);
		assertTimeout(Duration.ofSeconds(2), () -> {
			for (int i = 0; i < 1_000; i++) {
				Phrasing.wordsOfTime(marks, 10);
			}
		});
	}

}
