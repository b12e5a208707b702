package dev.loci.recall;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LeewayTests {

	@Test
	void looksNoFurtherAmongFew() {
		assertThat(Leeway.among(0)).isZero();
		assertThat(Leeway.among(1_000)).isZero();
	}

	@Test
	void looksFurtherTheMoreThereAre() {
		assertThat(Leeway.among(10_000)).isPositive();
		assertThat(Leeway.among(100_000)).isGreaterThan(Leeway.among(10_000));
		assertThat(Leeway.among(500_000)).isGreaterThan(Leeway.among(100_000));
	}

	@Test
	void looksOnlySoFarHoweverManyThereAre() {
		assertThat(Leeway.among(100_000_000)).isEqualTo(Leeway.among(10_000_000)).isLessThan(1_000);
	}

}
