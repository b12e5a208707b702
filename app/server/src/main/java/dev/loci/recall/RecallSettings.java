package dev.loci.recall;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is kept of recalls, and for how long.
 *
 * @param recordingsWaiting how many recordings may wait to be kept; who asks when there
 * are more waits along, and gets 503 if that takes too long
 * @param recordingsKept how long it can be looked up what a recall has given
 * @param warmUp whether something is asked once at the start, so that the first question
 * need not wait for its queries to be planned
 * @param cacheSize how much memory what was recalled a moment ago may take; 0 keeps
 * nothing
 * @param cacheAge how long it may be given again at most, while the space stays as it is
 */
@ConfigurationProperties("loci.recall")
record RecallSettings(@DefaultValue("1000") int recordingsWaiting, @DefaultValue("P30D") Duration recordingsKept,
		@DefaultValue("true") boolean warmUp, @DefaultValue("32MB") DataSize cacheSize,
		@DefaultValue("60s") Duration cacheAge) {

	boolean keepsAnswers() {
		return this.cacheSize.toBytes() > 0 && this.cacheAge.isPositive();
	}

}
