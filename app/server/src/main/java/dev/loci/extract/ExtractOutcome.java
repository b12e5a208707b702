package dev.loci.extract;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

/**
 * How reading or asking went, in words that a graph of it can be coloured by.
 */
final class ExtractOutcome {

	private ExtractOutcome() {
	}

	/** Observes somebody who reads. */
	static Extraction extraction(String mode, ObservationRegistry observations, Supplier<Extraction> work) {
		return observed("loci.extract", mode, observations, (observation) -> {
			Extraction found = work.get();
			observation.lowCardinalityKeyValue("outcome", found.told().isEmpty() ? "nothing" : "found");
			return found;
		});
	}

	/** Observes, with an outcome that the work replaces if it goes well. */
	static <T> T observed(String name, String mode, ObservationRegistry observations, Function<Observation, T> work) {
		Observation observation = Observation.createNotStarted(name, observations)
			.lowCardinalityKeyValue("mode", mode)
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
