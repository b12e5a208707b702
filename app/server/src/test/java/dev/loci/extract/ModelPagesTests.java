package dev.loci.extract;

import java.util.List;
import java.util.stream.Collectors;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ModelPagesTests {

	private static List<List<String>> pages(List<String> messages, int characters) {
		ModelConversation conversation = new ModelConversation();
		messages.forEach(conversation::user);
		return ModelPages.of(conversation.excerpt(), characters)
			.stream()
			.map((page) -> page.utterances().stream().map(Utterance::content).toList())
			.toList();
	}

	@Test
	void keepsTogetherWhatFits() {
		assertThat(pages(List.of("one", "two", "three"), 100)).containsExactly(List.of("one", "two", "three"));
		assertThat(pages(List.of("one", "two", "three"), 6)).containsExactly(List.of("one", "two"), List.of("three"));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			'ab cd. e f', 'ab cd. ,e f'
			'ab cd e f g', 'ab cd e ,f g'
			'abcdefghijkl', 'abcdefgh,ijkl'
			'abcdefg🐈h', 'abcdefg,🐈h'
			'a bcdefghij', 'a bcdefg,hij'
			""")
	void cutsWhereTheAuthorDid(String text, String pieces) {
		assertThat(pages(List.of(text), 8)).extracting(List::getFirst).containsExactly(pieces.split(","));
	}

	@Property(tries = 300)
	void losesNothing(@ForAll @Size(max = 8) List<String> messages,
			@ForAll @IntRange(min = 2, max = 40) int characters) {
		String all = String.join("", messages);
		List<List<String>> pages = pages(messages, characters);
		assertThat(pages.stream().flatMap(List::stream).collect(Collectors.joining())).isEqualTo(all);
		assertThat(pages).allMatch((page) -> page.stream().mapToInt(String::length).sum() <= characters);
	}

}
