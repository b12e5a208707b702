package dev.loci.embed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import dev.loci.memory.EmbedderAway;
import dev.loci.memory.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/**
 * A model that an operator gives is read, or refused when the service starts.
 */
class CrossEncoderTests {

	@TempDir
	Path folder;

	@Test
	void saysHowWellEachTextAnswers() throws IOException {
		try (CrossEncoder encoder = tiny()) {
			double[] scores = encoder.scores("Where?", List.of("Nothing of it", "A cup of tea", "To Berlin", ""));

			assertThat(scores).hasSize(4);
			assertThat(scores[0]).isCloseTo(sigmoid(-4), within(1e-6));
			assertThat(scores[1]).isCloseTo(sigmoid(1), within(1e-6));
			assertThat(scores[2]).isCloseTo(sigmoid(4), within(1e-6));
			assertThat(scores[3]).isCloseTo(sigmoid(-4), within(1e-6));
		}
	}

	@Test
	void keepsTheOrderOfMany() throws IOException {
		try (CrossEncoder encoder = tiny()) {
			List<String> texts = IntStream.range(0, 50).mapToObj((i) -> (i % 3 == 0) ? "berlin" : "elsewhere").toList();

			double[] scores = encoder.scores("Where?", texts);

			for (int i = 0; i < texts.size(); i++) {
				assertThat(scores[i] > 0.5).isEqualTo(texts.get(i).equals("berlin"));
			}
		}
	}

	@Test
	void cutsWhatIsLongerThanTheModelReads() throws IOException {
		try (CrossEncoder encoder = tiny()) {
			String words = String.join(" ", Collections.nCopies(600, "word"));

			assertThat(encoder.scores("Where?", List.of("berlin " + words, words + " berlin"))).satisfies(
					(scores) -> assertThat(scores[0]).isGreaterThan(0.5),
					(scores) -> assertThat(scores[1]).isLessThan(0.5));
		}
	}

	@Test
	void isAwayWhereTheModelFails() throws IOException {
		try (CrossEncoder encoder = tiny()) {
			assertThatExceptionOfType(EmbedderAway.class)
				.isThrownBy(() -> encoder.scores("Where?", List.of("berlin", TinyCrossEncoder.POISON)));
		}
	}

	@Test
	void isNotThereUnlessItIsGiven() {
		try (CrossEncoder encoder = new CrossEncoder(new CrossEncoderSettings(null, null, 512))) {
			assertThat(encoder.isThere()).isFalse();
		}
	}

	@Test
	void refusesHalfOfOne() throws IOException {
		Path tokenizer = TinyCrossEncoder.tokenizer(this.folder);

		assertThatExceptionOfType(StartRefused.class)
			.isThrownBy(() -> new CrossEncoder(new CrossEncoderSettings(null, tokenizer, 512)))
			.withMessageContaining("missing");
	}

	@Test
	void refusesWhatIsNoModel() throws IOException {
		Path tokenizer = TinyCrossEncoder.tokenizer(this.folder);

		assertThatExceptionOfType(StartRefused.class)
			.isThrownBy(() -> new CrossEncoder(new CrossEncoderSettings(tokenizer, tokenizer, 512)))
			.withMessageContaining("cannot be opened");
		assertThatExceptionOfType(StartRefused.class)
			.isThrownBy(
					() -> new CrossEncoder(new CrossEncoderSettings(this.folder.resolve("none.onnx"), tokenizer, 512)))
			.withMessageContaining("cannot be opened");
	}

	@Test
	void refusesWhatIsNoTokenizer() throws IOException {
		Path model = TinyCrossEncoder.model(this.folder);
		Path nothing = Files.writeString(this.folder.resolve("nothing.json"), "{}");

		assertThatExceptionOfType(StartRefused.class)
			.isThrownBy(() -> new CrossEncoder(new CrossEncoderSettings(model, nothing, 512)))
			.withMessageContaining("cannot be read");
	}

	@Test
	void refusesWhatGivesNoNumbers() throws IOException {
		Path model = TinyCrossEncoder.wordless(this.folder);
		Path tokenizer = TinyCrossEncoder.tokenizer(this.folder);

		assertThatExceptionOfType(StartRefused.class)
			.isThrownBy(() -> new CrossEncoder(new CrossEncoderSettings(model, tokenizer, 512)))
			.withMessageContaining("does not do its work");
	}

	@Test
	void refusesToReadNothing() throws IOException {
		Path model = TinyCrossEncoder.model(this.folder);
		Path tokenizer = TinyCrossEncoder.tokenizer(this.folder);

		assertThatExceptionOfType(StartRefused.class)
			.isThrownBy(() -> new CrossEncoder(new CrossEncoderSettings(model, tokenizer, 0)))
			.withMessageContaining("max-tokens");
	}

	private CrossEncoder tiny() throws IOException {
		return new CrossEncoder(new CrossEncoderSettings(TinyCrossEncoder.model(this.folder),
				TinyCrossEncoder.tokenizer(this.folder), 512));
	}

	private static double sigmoid(double logit) {
		return 1 / (1 + Math.exp(-logit));
	}

}
