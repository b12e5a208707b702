package dev.loci.ingest;

import java.time.Duration;
import java.time.Instant;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import dev.loci.extract.Extractors;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * How far the work is behind what was accepted.
 */
@Component("ingest")
class IngestHealth extends AbstractHealthIndicator {

	/**
	 * What is accepted is kept and found, but the model that reads it is away, or refuses
	 * to.
	 */
	private static final Status DEGRADED = new Status("DEGRADED");

	private final Jobs jobs;

	private final Extractors extractors;

	IngestHealth(Jobs jobs, Extractors extractors) {
		this.jobs = jobs;
		this.extractors = extractors;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		Duration lag = this.jobs.behindSince()
			.map((since) -> Duration.between(since, Instant.now()))
			.orElse(Duration.ZERO);
		health.status(this.extractors.isAvailable() ? Status.UP : DEGRADED)
			.withDetail("lag", lag.isNegative() ? Duration.ZERO : lag);
	}

}
