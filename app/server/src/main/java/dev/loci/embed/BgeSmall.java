package dev.loci.embed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.Executor;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;

/**
 * The model as its library brings it, but for the threads: one for each text, and as many
 * texts at once as the executor takes. By itself ONNX shares out each text among all
 * processors, and keeps those that wait for more busy with waiting: for the same vector
 * of a question, as fast, that took two to four times as much of the processors.
 */
final class BgeSmall extends AbstractInProcessEmbeddingModel {

	private final OnnxBertBiEncoder encoder;

	BgeSmall(Executor texts) {
		super(texts);
		OrtEnvironment onnx = OrtEnvironment.getEnvironment();
		try (SessionOptions options = new SessionOptions();
				InputStream model = resource("bge-small-en-v1.5-q.onnx");
				InputStream tokenizer = resource("bge-small-en-v1.5-q-tokenizer.json")) {
			options.setIntraOpNumThreads(1);
			this.encoder = new OnnxBertBiEncoder(onnx, onnx.createSession(model.readAllBytes(), options), tokenizer,
					PoolingMode.CLS);
		}
		catch (OrtException ex) {
			throw new IllegalStateException("The embedding model cannot be opened", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The embedding model cannot be read", ex);
		}
	}

	private static InputStream resource(String name) {
		return Objects.requireNonNull(BgeSmallEnV15QuantizedEmbeddingModel.class.getResourceAsStream("/" + name), name);
	}

	@Override
	protected OnnxBertBiEncoder model() {
		return this.encoder;
	}

}
