package dev.loci.memory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TemplateTests {

	@Test
	void fillsBothGapsInEitherOrder() {
		assertThat(new Template("{subject} lives in {object}.").render("Alice", "Berlin"))
			.isEqualTo("Alice lives in Berlin.");
		assertThat(new Template("In {object} lives {subject}").render("Alice", "Berlin"))
			.isEqualTo("In Berlin lives Alice");
	}

	@Test
	void leavesANameAloneThatLooksLikeAGap() {
		assertThat(new Template("{subject} likes {object}.").render("{object}", "{subject}"))
			.isEqualTo("{object} likes {subject}.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{subject}", "{object} is", "{subject} {object} {object}", "{subject} {objekt}",
			"{subject} {object} {x}", "{{subject} {object}" })
	void needsEachGapOnce(String text) {
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new Template(text));
	}

}
