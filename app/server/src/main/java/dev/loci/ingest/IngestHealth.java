package dev.loci.ingest;

import java.time.Duration;
import java.time.Instant;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * How far the work is behind what was accepted.
 */
@Component("ingest")
class IngestHealth extends AbstractHealthIndicator {

	private final Jobs jobs;

	IngestHealth(Jobs jobs) {
		this.jobs = jobs;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		Duration lag = this.jobs.behindSince()
			.map((since) -> Duration.between(since, Instant.now()))
			.orElse(Duration.ZERO);
		health.up().withDetail("lag", lag.isNegative() ? Duration.ZERO : lag);
	}

}
