package dev.loci;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says how to take another port: Spring's own analyzer names no property.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortInUseAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, PortInUseException cause) {
		return new FailureAnalysis("The API cannot listen on port " + cause.getPort() + ": it is in use.",
				"Stop what uses it, or start with another one: --server.port=" + (cause.getPort() + 1)
						+ ", or -Dspring-boot.run.arguments=--server.port=" + (cause.getPort() + 1)
						+ " with mvn spring-boot:run.",
				cause);
	}

}
