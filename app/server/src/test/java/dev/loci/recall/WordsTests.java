package dev.loci.recall;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	@Test
	void asksForEachWordInTextAndHeading() {
		assertThat(Words.passages("k1", "Where's Zoë? (NOT \"here\")"))
			.containsExactly("+space:k1^0 +(text:(where's here zoë not) heading:(where's here zoë not)^0.5)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\" ( ) : * ~ ? ! && || \\ / [ ] { } ^ + -", "🐈" })
	void asksNothingWithoutAWord(String question) {
		assertThat(Words.passages("k1", question)).isEmpty();
	}

	@Test
	void asksSeveralTimesForALongQuestionAndLosesNoWord() {
		String question = IntStream.range(0, 2000).mapToObj((i) -> "w" + i).collect(Collectors.joining(" "));

		assertThat(Words.passages("k1", question)).hasSize(5)
			.allMatch((query) -> query.split(" ").length < 1024)
			.anyMatch((query) -> query.contains("w1999"))
			.anyMatch((query) -> query.contains("w7 "));
	}

	@Test
	void countsEachCharacterOfAScriptWithoutSpaces() {
		assertThat(Words.passages("k1",
				IntStream.range(0x4E00, 0x4E00 + 1500).mapToObj(Character::toString).collect(Collectors.joining())))
			.hasSize(5);
	}

	@Test
	void staysBoundedForAMillionCharacters() {
		String question = IntStream.range(0, 150_000).mapToObj((i) -> "w" + i).collect(Collectors.joining(" "));

		assertThat(Words.passages("k1", question)).hasSize(8);
	}

	@Property(seed = "2026")
	void letsNoSyntaxThrough(@ForAll String question) {
		assertThat(Words.passages("k1", question)).allSatisfy((query) -> assertThat(query).matches(
				"\\+space:k1\\^0 \\+\\(text:\\([\\p{L}\\p{M}\\p{N}'’ ]+\\) heading:\\([\\p{L}\\p{M}\\p{N}'’ ]+\\)\\^0\\.5\\)"));
	}

}
