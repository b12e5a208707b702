package dev.loci.recall;

import java.util.EnumMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class WhyTests {

	@Test
	void addsUpAlsoWhereATermIsGivenTwice() {
		Why why = new Why(Map.of(), new EnumMap<>(Map.of(Term.ended, -0.5)), -0.5).with(Term.ended, -0.25)
			.with(Term.rerank, 1);

		assertThat(why.terms()).containsOnly(Map.entry(Term.ended, -0.75), Map.entry(Term.rerank, 1.0));
		assertThat(why.terms().values().stream().mapToDouble(Double::doubleValue).sum()).isEqualTo(why.fused(),
				within(1e-9));
	}

}
