package dev.loci.embed;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EmbedderTests {

	@Test
	void cutsALongQuestionBetweenCharacters() {
		assertThat(Embedder.start("a".repeat(7_999) + "🐈🐈")).isEqualTo("a".repeat(7_999));
		assertThat(Embedder.start("a".repeat(7_998) + "🐈🐈")).isEqualTo("a".repeat(7_998) + "🐈");
		assertThat(Embedder.start("🐈")).isEqualTo("🐈");
	}

}
