package dev.loci.ingest;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is accepted at once and how it is worked on.
 *
 * @param passageLength how many characters a passage has at most
 * @param embedAtOnce up to how many new passages are embedded before the answer, so that
 * they are found by their meaning at once; those of larger requests follow in their job
 * @param workers how many spaces are worked on side by side; with a model, as many more
 * as it is asked side by side
 * @param poll how long an idle worker waits before it looks for work of other instances
 * @param lease how long a space stays with a worker that gives no sign
 * @param maxAttempts how often a job is tried before it is given up
 * @param maxCutOffs how often in a row a job may be cut off, as by a crash, before it is
 * given up: it may be what ends the process
 * @param retryAfter how long the first repetition waits; each further one waits twice as
 * long
 * @param afterFailure whether the jobs of a space go on after one that has failed, or
 * wait until that is tried again
 * @param backlog how many jobs may wait at once; what comes then is refused for a while
 * @param backlogOfTenant how many of them may be those of one tenant
 */
@ConfigurationProperties("loci.ingest")
record IngestSettings(@DefaultValue("1000") int passageLength, @DefaultValue("16") int embedAtOnce,
		@DefaultValue("2") int workers, @DefaultValue("1s") Duration poll, @DefaultValue("20s") Duration lease,
		@DefaultValue("5") int maxAttempts, @DefaultValue("50") int maxCutOffs, @DefaultValue("2s") Duration retryAfter,
		@DefaultValue("GO_ON") AfterFailure afterFailure, @DefaultValue("1000000") int backlog,
		@DefaultValue("200000") int backlogOfTenant) {

	/** What becomes of the jobs after one that has failed. */
	enum AfterFailure {

		GO_ON, WAIT

	}

}
