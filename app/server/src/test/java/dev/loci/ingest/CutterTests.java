package dev.loci.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import dev.loci.ingest.Submission.Said;
import dev.loci.memory.Episode.Kind;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class CutterTests {

	private final Cutter cutter = new Cutter(100, JsonMapper.shared());

	@Test
	void leavesAShortMessageWhole() {
		assertThat(this.cutter.cut(said(Kind.MESSAGE, "Hello there.\n\nHow are you?"))).singleElement()
			.satisfies((passage) -> {
				assertThat(passage.text()).isEqualTo("Hello there.\n\nHow are you?");
				assertThat(passage.heading()).isEqualTo("Alice");
				assertThat(passage.spoken()).isEqualTo("Alice: Hello there.\n\nHow are you?");
			});
	}

	@Test
	void cutsAlongParagraphsThenLinesThenSentencesThenWords() {
		assertThat(texts("a".repeat(60) + "\n\n" + "b".repeat(60))).containsExactly("a".repeat(60), "b".repeat(60));
		assertThat(texts("a".repeat(60) + "\n" + "b".repeat(60))).containsExactly("a".repeat(60), "b".repeat(60));
		assertThat(texts("This is one sentence, which is long enough to stand alone. "
				+ "This is the next sentence, which is as long as the other."))
			.containsExactly("This is one sentence, which is long enough to stand alone.",
					"This is the next sentence, which is as long as the other.");
		assertThat(texts("word ".repeat(50))).allMatch((text) -> text.length() <= 100 && text.endsWith("word"));
	}

	@Test
	void cutsMegabytesInOnePass() {
		assertTimeoutPreemptively(Duration.ofSeconds(30),
				() -> assertThat(this.cutter.cut(said(Kind.TEXT, "word ".repeat(1_000_000))))
					.hasSizeGreaterThan(40_000));
	}

	@Test
	void writesARecordAsLines() {
		assertThat(this.cutter
			.cut(said(Kind.JSON, "{\"name\": \"Zoë\", \"address\": {\"city\": \"Berlin\"}, \"tags\": [1, true]}")))
			.singleElement()
			.extracting(Passage::text)
			.isEqualTo("name: Zoë\naddress.city: Berlin\ntags: 1\ntags: true");
		assertThat(this.cutter.cut(said(Kind.JSON, "\"just text\""))).singleElement()
			.extracting(Passage::text)
			.isEqualTo("just text");
	}

	@Property(seed = "2026")
	void losesNothingButBlanksAndSaysWhereEachPassageStands(@ForAll @StringLength(max = 1000) String content) {
		Assume.that(StandardCharsets.UTF_8.newEncoder().canEncode(content) && content.indexOf(0) < 0);
		List<Passage> passages = this.cutter.cut(said(Kind.TEXT, content));

		assertThat(passages).allSatisfy((passage) -> {
			assertThat(passage.text()).isNotBlank().hasSizeLessThanOrEqualTo(100);
			assertThat(content.substring(requireNonNull(passage.start()), requireNonNull(passage.end())))
				.isEqualTo(passage.text());
		});
		assertThat(withoutBlanks(passages.stream().map(Passage::text).collect(Collectors.joining())))
			.isEqualTo(withoutBlanks(content));
	}

	@Property(tries = 200, seed = "2026")
	void neverCutsACharacterInHalf(@ForAll @StringLength(min = 1, max = 400) String text) {
		String cats = text.codePoints().mapToObj((c) -> "🐈").collect(Collectors.joining());

		assertThat(texts("a" + cats)).allMatch((part) -> !Character.isLowSurrogate(part.charAt(0))
				&& !Character.isHighSurrogate(part.charAt(part.length() - 1)));
	}

	private static String withoutBlanks(String text) {
		return text.chars()
			.filter((c) -> !Character.isWhitespace(c))
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	private List<String> texts(String content) {
		return this.cutter.cut(said(Kind.MESSAGE, content)).stream().map(Passage::text).toList();
	}

	private static Said said(Kind kind, String content) {
		return new Said(kind, null, null, "Alice", "Alice", "Alice", content, null);
	}

}
