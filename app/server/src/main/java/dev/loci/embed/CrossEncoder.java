package dev.loci.embed;

import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.util.PairList;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.loci.memory.EmbedderAway;
import dev.loci.memory.StartRefused;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Reads a question together with each text and says how well that answers it. Its model
 * is one that the operator gives; usually there is none.
 */
@Component
@EnableConfigurationProperties(CrossEncoderSettings.class)
public class CrossEncoder implements AutoCloseable {

	/** More of them take more memory, and are not faster. */
	private static final int AT_ONCE = 16;

	private final @Nullable OrtSession model;

	private final @Nullable HuggingFaceTokenizer tokenizer;

	CrossEncoder(CrossEncoderSettings settings) {
		Path file = settings.model();
		Path words = settings.tokenizer();
		if ((file == null) != (words == null)) {
			throw new StartRefused("Of a cross-encoder, the model or the tokenizer is missing.",
					"Set both loci.cross-encoder.model (an ONNX file) and loci.cross-encoder.tokenizer (its tokenizer.json),"
							+ " or none of them.");
		}
		this.model = (file != null) ? opened(file) : null;
		this.tokenizer = (words != null) ? read(words, settings.maxTokens()) : null;
	}

	private static OrtSession opened(Path file) {
		try {
			return OrtEnvironment.getEnvironment().createSession(file.toString());
		}
		catch (OrtException ex) {
			throw new StartRefused("The cross-encoder " + file + " cannot be opened: " + ex.getMessage(),
					"Let loci.cross-encoder.model name an ONNX file that can be read.");
		}
	}

	private static HuggingFaceTokenizer read(Path words, int maxTokens) {
		try {
			return HuggingFaceTokenizer.newInstance(words, Map.of("truncation", "true", "padding", "false", "maxLength",
					String.valueOf(maxTokens), "modelMaxLength", String.valueOf(maxTokens)));
		}
		catch (IOException | RuntimeException ex) {
			// Its native part knows no other exception.
			throw new StartRefused("The tokenizer " + words + " cannot be read: " + ex.getMessage(),
					"Let loci.cross-encoder.tokenizer name the tokenizer.json that came with the model.");
		}
	}

	/** Whether there is one. */
	public boolean isThere() {
		return this.model != null;
	}

	/**
	 * How well each of the texts answers the question, from 0 to 1, in their order.
	 * @throws EmbedderAway if the model fails
	 */
	public double[] scores(String question, List<String> texts) {
		double[] scores = new double[texts.size()];
		for (int from = 0; from < texts.size(); from += AT_ONCE) {
			List<String> some = texts.subList(from, Math.min(from + AT_ONCE, texts.size()));
			System.arraycopy(scoresOf(question, some), 0, scores, from, some.size());
		}
		return scores;
	}

	private double[] scoresOf(String question, List<String> texts) {
		if (this.model == null || this.tokenizer == null) {
			throw new IllegalStateException("There is no cross-encoder");
		}
		PairList<String, String> pairs = new PairList<>();
		texts.forEach((text) -> pairs.add(Embedder.start(question), Embedder.start(text)));
		Map<String, OnnxTensor> inputs = new HashMap<>();
		try {
			Encoding[] encodings = this.tokenizer.batchEncode(pairs);
			input("input_ids", Arrays.stream(encodings).map(Encoding::getIds).toList(), inputs);
			input("attention_mask", Arrays.stream(encodings).map(Encoding::getAttentionMask).toList(), inputs);
			input("token_type_ids", Arrays.stream(encodings).map(Encoding::getTypeIds).toList(), inputs);
			try (OrtSession.Result result = this.model.run(inputs)) {
				return probabilities((OnnxTensor) result.get(0), texts.size());
			}
		}
		catch (OrtException ex) {
			throw new EmbedderAway(ex);
		}
		finally {
			inputs.values().forEach(OnnxTensor::close);
		}
	}

	/** Those that the model does not know are left out. */
	private void input(String name, List<long[]> rows, Map<String, OnnxTensor> inputs) throws OrtException {
		if (this.model == null || !this.model.getInputNames().contains(name)) {
			return;
		}
		int longest = rows.stream().mapToInt((row) -> row.length).max().orElse(0);
		LongBuffer padded = LongBuffer.allocate(rows.size() * longest);
		rows.forEach((row) -> padded.put(Arrays.copyOf(row, longest)));
		inputs.put(name, OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), padded.flip(),
				new long[] { rows.size(), longest }));
	}

	/**
	 * A model gives one number a text, of any size; or two, of which the latter speaks
	 * for it.
	 */
	private static double[] probabilities(OnnxTensor output, int texts) {
		float[] numbers = new float[output.getFloatBuffer().remaining()];
		output.getFloatBuffer().get(numbers);
		int each = numbers.length / texts;
		double[] probabilities = new double[texts];
		for (int i = 0; i < texts; i++) {
			double logit = (each == 1) ? numbers[i] : numbers[i * each + each - 1] - numbers[i * each];
			probabilities[i] = 1 / (1 + Math.exp(-logit));
		}
		return probabilities;
	}

	@Override
	public void close() {
		try {
			if (this.model != null) {
				this.model.close();
			}
		}
		catch (OrtException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			if (this.tokenizer != null) {
				this.tokenizer.close();
			}
		}
	}

}
