package dev.loci.embed;

import dev.loci.memory.EmbedderAway;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.context.annotation.Primary;

/**
 * An embedder that gives no vectors for questions when it is told so.
 */
@Primary
public class EmbedderThatFails extends Embedder {

	private volatile boolean failing;

	EmbedderThatFails(ObservationRegistry observations) {
		super(observations);
	}

	public void fail(boolean on) {
		this.failing = on;
	}

	@Override
	public float[] question(String text) {
		if (this.failing) {
			throw new EmbedderAway("The embedding model", new IllegalStateException("as a test wants it"));
		}
		return super.question(text);
	}

}
