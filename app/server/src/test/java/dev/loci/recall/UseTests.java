package dev.loci.recall;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class UseTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			0,    0,    0
			1,    0,    0.333
			0,    1,   -0.333
			1,    1,    0
			3,    1,    0.333
			8,    0,    0.8
			0,    98,  -0.98
			500,  500,  0
			""")
	void movesLessWithEachWord(long helpful, long unhelpful, double term) {
		assertThat(new Use(helpful, unhelpful).term()).isCloseTo(term, within(0.001));
	}

	@Test
	void staysWithinItsWeightHoweverOftenItIsSaid() {
		assertThat(new Use(1_000_000_000_000L, 0).term(0.1)).isLessThan(0.1).isCloseTo(0.1, within(1e-6));
		assertThat(new Use(0, 1_000_000_000_000L).term(0.1)).isGreaterThan(-0.1);
		assertThat(Use.NONE.term(0.1)).isZero();
	}

}
