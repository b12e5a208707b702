package dev.loci.recall;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

	private static Cues cues(String question) {
		return Cues.of(question, Instant.parse("2024-05-20T10:00:00Z"));
	}

}
