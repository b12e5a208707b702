package dev.loci.recall;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is kept of recalls.
 *
 * @param recordingsWaiting how many recordings may wait to be kept; who asks when there
 * are more waits along, and gets 503 if that takes too long
 * @param recordingsKept how long it can be looked up what a recall has given
 */
@ConfigurationProperties("loci.recall")
record RecallSettings(@DefaultValue("1000") int recordingsWaiting, @DefaultValue("P30D") Duration recordingsKept) {
}
