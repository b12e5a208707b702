package dev.loci.embed;

import java.util.List;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class EmbedderTests {

	@Test
	void cutsALongQuestionBetweenCharacters() {
		assertThat(Embedder.start("a".repeat(7_999) + "🐈🐈")).isEqualTo("a".repeat(7_999));
		assertThat(Embedder.start("a".repeat(7_998) + "🐈🐈")).isEqualTo("a".repeat(7_998) + "🐈");
		assertThat(Embedder.start("🐈")).isEqualTo("🐈");
	}

	/** What is stored already is compared with what comes now. */
	@Test
	void givesTheVectorsThatTheLibraryOfTheModelGives() {
		BgeSmallEnV15QuantizedEmbeddingModel library = new BgeSmallEnV15QuantizedEmbeddingModel();
		BgeSmall own = new BgeSmall(Runnable::run);
		for (String text : List.of("Alice lives in Paris.", "What?", "word ".repeat(700), "東京に住んでいます 🐈")) {
			assertThat(own.embed(text).content().vector()).containsExactly(library.embed(text).content().vector(),
					within(1e-5f));
		}
	}

}
