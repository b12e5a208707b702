package dev.loci;

import dev.loci.memory.StartRefused;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says why a start is refused, and what to do, instead of a stack trace.
 */
class StartRefusedAnalyzer extends AbstractFailureAnalyzer<StartRefused> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, StartRefused cause) {
		return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
	}

}
