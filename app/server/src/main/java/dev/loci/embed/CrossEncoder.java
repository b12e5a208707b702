package dev.loci.embed;

import java.io.IOException;
import java.nio.FloatBuffer;
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
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
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

	private static final int LEAST_TOKENS = 16;

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
		if (file != null) {
			tryOut(file);
		}
	}

	private static OrtSession opened(Path file) {
		try (SessionOptions options = new SessionOptions()) {
			// Who waits for more would keep a processor from the database.
			options.addConfigEntry("session.intra_op.allow_spinning", "0");
			return OrtEnvironment.getEnvironment().createSession(file.toString(), options);
		}
		catch (OrtException ex) {
			throw new StartRefused("The cross-encoder " + file + " cannot be opened: " + ex.getMessage(),
					"Let loci.cross-encoder.model name an ONNX file that can be read.");
		}
	}

	private static HuggingFaceTokenizer read(Path words, int maxTokens) {
		if (maxTokens < LEAST_TOKENS) {
			throw new StartRefused("loci.cross-encoder.max-tokens is " + maxTokens + ".",
					"Let it be " + LEAST_TOKENS + " or more: a question and a text must have room together.");
		}
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

	/** Better now than at the first question. */
	private void tryOut(Path file) {
		try {
			scoresOf("Does it work?", List.of("It does.", "It gives a number for each text, however long that is."));
		}
		catch (OrtException ex) {
			close();
			throw new StartRefused("The cross-encoder " + file + " does not do its work: " + ex.getMessage(),
					"Let loci.cross-encoder.model name one that takes input_ids, attention_mask and token_type_ids, or some of"
							+ " them, and gives a number or two for each text; and its own tokenizer with it.");
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
			try {
				System.arraycopy(scoresOf(question, some), 0, scores, from, some.size());
			}
			catch (OrtException ex) {
				throw new EmbedderAway("The cross-encoder", ex);
			}
		}
		return scores;
	}

	private double[] scoresOf(String question, List<String> texts) throws OrtException {
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
				return probabilities(result.get(0), texts.size());
			}
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
	private static double[] probabilities(OnnxValue output, int texts) throws OrtException {
		FloatBuffer numbers = (output instanceof OnnxTensor tensor) ? tensor.getFloatBuffer() : null;
		if (numbers == null || (numbers.remaining() != texts && numbers.remaining() != 2 * texts)) {
			throw new OrtException("it gives " + output.getInfo() + " for " + texts + " texts");
		}
		int each = numbers.remaining() / texts;
		double[] probabilities = new double[texts];
		for (int i = 0; i < texts; i++) {
			double logit = (each == 1) ? numbers.get(i) : numbers.get(2 * i + 1) - numbers.get(2 * i);
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
