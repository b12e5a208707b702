package dev.loci.recall;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whom a question may name.
 */
class CuesTests {

	@Test
	void takesAWordForANameIfItIsWrittenLikeOne() {
		assertThat(cues("What did Will say about tea?").tokens()).containsExactly("will", "say", "tea");
		assertThat(cues("What will Ana say?").tokens()).containsExactly("ana", "say");
		assertThat(cues("Will Ana say it?").tokens()).containsExactly("ana", "say");
	}

	@Test
	void takesNobodyWhoAsksForAName() {
		assertThat(cues("May I ask what I said?").tokens()).containsExactly("ask", "said");
		assertThat(cues("May I ask what I said?").ofSpeaker()).isTrue();
		assertThat(cues("What did Ana say?").ofSpeaker()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Paris - or Rome?", "- ?", "… Ana !", "\u2014 \u2014", "?" })
	void bearsMarksThatStandAlone(String question) {
		assertThat(cues(question).tokens()).noneMatch(String::isEmpty);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			東京で何をした, 東京
			田中さんは昨日東京タワーに行った？, 東京タワー
			Alice去了哪里, alice
			ドナルド・トランプは誰ですか, ドナルド・トランプ
			インターナショナルスクールはどこ, インターナショナルスクール
			""")
	void findsNamesWhereNoBlanksPartTheWords(String question, String name) {
		assertThat(cues(question).keys()).contains(name);
	}

	@Test
	void findsNamesAtBothEndsOfALongQuestionWithoutBlanks() {
		assertThat(cues("東京で" + "あ".repeat(400) + "大阪で").keys()).contains("東京", "大阪").hasSizeLessThanOrEqualTo(1000);
	}

	@Test
	void findsNamesInALongWordWithoutBlanksBesideAShortOne() {
		assertThat(cues("東京 " + different(117) + "大阪で").keys()).contains("東京", "大阪").hasSizeLessThanOrEqualTo(1000);
	}

	@Test
	void findsNamesInEachOfSeveralLongWordsWithoutBlanks() {
		assertThat(cues("東京" + different(118) + " " + different(117) + "大阪で").keys()).contains("東京", "大阪")
			.hasSizeLessThanOrEqualTo(1000);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "when ", "Ana before " })
	void isReadyAtOnceWithAQuestionOfMarks(String start) {
		long begun = System.nanoTime();

		Cues cues = cues(start + "\u0301".repeat(30_000));
		Phrasing.asksWhen(start + "\u0301".repeat(30_000));

		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
		assertThat(cues.ofSpeaker()).isFalse();
	}

	/** Characters of which none comes twice, so that all their parts differ. */
	private static String different(int characters) {
		return IntStream.range(0, characters)
			.map((i) -> '\u4E00' + i)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	private static Cues cues(String question) {
		return Cues.of(question, Instant.parse("2024-05-20T10:00:00Z"));
	}

}
