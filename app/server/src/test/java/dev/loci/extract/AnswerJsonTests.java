package dev.loci.extract;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class AnswerJsonTests {

	@ParameterizedTest
	@ValueSource(strings = { "{\"a\":1}", " \n{\"a\":1}\t", "```json\n{\"a\":1}\n```", "```\r\n{\"a\":1}```",
			"\n```JSON\n{\"a\":1}\n```\n", "<think>{\"a\":2}</think>{\"a\":1}",
			"<think>\n```json\n</think>\n```json\n{\"a\":1}\n```" })
	void findsTheJson(String answer) {
		assertThat(AnswerJson.read(answer)).hasToString("{\"a\":1}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "null", "1", "[]", "{", "{\"a\":1", "{\"a\":1}}", "Yes: {\"a\":1}",
			"{\"a\":1} Done.", "```", "```json", "```json\n```", "```json{\"a\":1}```", "<think>{\"a\":1}",
			"{\"a\":1,\"a\":2}", "{'a':1}", "{\"a\":NaN}", "// {\"a\":1}", "<html></html>" })
	void findsNoneElsewhere(String answer) {
		assertThatExceptionOfType(AnswerUnreadable.class).isThrownBy(() -> AnswerJson.read(answer));
	}

	@Test
	void isNotHeldUpByEndlessAnswers() {
		assertTimeout(Duration.ofSeconds(20), () -> {
			for (String part : new String[] { " ", "`", "\n", "[", "{\"a\":", "<think>", "```json\n" }) {
				String answer = "```json" + part.repeat(500_000 / part.length());
				assertThatExceptionOfType(AnswerUnreadable.class).isThrownBy(() -> AnswerJson.read(answer));
			}
		});
	}

}
