package dev.loci.memory;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PredicateNameTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			has badge,    HAS_BADGE
			hasBadge,     HAS_BADGE
			has-badge,    HAS_BADGE
			_has__badge_, HAS_BADGE
			wohnt über,   WOHNT_ÜBER
			größe,        GRÖSSE
			ΐ,            Ϊ́
			住んでいる,   住んでいる
			живёт в,      ЖИВЁТ_В
			level 3a,     LEVEL_3A
			""")
	void hasOneSpelling(String written, String name) {
		assertThat(new PredicateName(written).value()).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "___", "123", "A`B", "X`]->() DETACH DELETE n //", "a:b", "a.b", "a\nb{}", "a;b",
			"a|b", "a\u202E'b", "é\uD800", "a\u0000" })
	void refusesAnythingButLettersDigitsAndSeparators(String written) {
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new PredicateName(written));
	}

	@Test
	void refusesMoreThanAHundredCharactersAlsoWhenTheyGrow() {
		assertThat(new PredicateName("X".repeat(100)).value()).hasSize(100);
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new PredicateName("X".repeat(101)));
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new PredicateName("ß".repeat(60)));
	}

	@Property(tries = 2000, seed = "2026")
	void isRefusedOrSafeToName(@ForAll String written) {
		try {
			String name = new PredicateName(written).value();
			assertThat(name).matches("[\\p{L}\\p{M}\\p{N}_]{1,100}");
			assertThat(new PredicateName(name).value()).isEqualTo(name);
		}
		catch (InvalidInput ex) {
			assertThat(ex.field()).isEqualTo("predicate");
		}
	}

}
