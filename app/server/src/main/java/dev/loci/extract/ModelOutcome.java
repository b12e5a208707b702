package dev.loci.extract;

import java.util.Objects;
import java.util.function.Function;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

/**
 * How asking a model went, in words that a graph of it can be coloured by.
 */
final class ModelOutcome {

	private ModelOutcome() {
	}

	/** Observes, with an outcome that the work replaces if it goes well. */
	static <T> T observed(String name, ObservationRegistry observations, Function<Observation, T> work) {
		Observation observation = Observation.createNotStarted(name, observations)
			.lowCardinalityKeyValue("mode", "model")
			.lowCardinalityKeyValue("outcome", "failed");
		return Objects.requireNonNull(observation.observe(() -> {
			try {
				return work.apply(observation);
			}
			catch (ModelUnavailable ex) {
				observation.lowCardinalityKeyValue("outcome", "unavailable");
				throw ex;
			}
			catch (ModelMisconfigured ex) {
				observation.lowCardinalityKeyValue("outcome", "misconfigured");
				throw ex;
			}
		}));
	}

}
