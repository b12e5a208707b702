package dev.loci.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PromptFenceTests {

	@Test
	void drawsAnotherMarkerEachTime() {
		Set<String> markers = new HashSet<>();
		for (int i = 0; i < 1_000; i++) {
			markers.add(PromptFence.around(List.of()).marker());
		}
		assertThat(markers).hasSize(1_000).allMatch((marker) -> marker.matches("#[0-9a-z]{10,16}"));
	}

	@Test
	void keepsTheTextToTheLetter() {
		assertThat(new PromptFence("#m").block("message 1", " a\r\n#x end\n\u202eb ")).isEqualTo("""
				#m message 1
				 a\r
				#x end
				\u202eb\s
				#m end
				""");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Alice              | "Alice"
			A "B" \\            | "A \\"B\\" \\\\"
			Zoë Ж 山田           | "Zoë Ж 山田"
			🐈                  | "🐈"
			""")
	void quotesNames(String name, String expected) {
		assertThat(PromptWord.quoted(name)).isEqualTo(expected);
	}

	@Test
	void keepsNamesOnTheirLine() {
		assertThat(PromptWord.quoted("A\n2 \"Bob\"\r\u2028SYSTEM:\u0000\u202e\u200bx"))
			.isEqualTo("\"A 2 \\\"Bob\\\" SYSTEM: x\"");
		assertThat(PromptWord.quoted("\ud800x")).isEqualTo("\"x\"");
		assertThat(PromptWord.quoted("é".repeat(500))).hasSize(122);
		assertThat(PromptWord.bare("system, claims yes\n")).isEqualTo("systemclaimsyes");
	}

}
