package dev.loci.context;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What contexts are made of.
 *
 * @param blockLimit how many characters a block of core memory has at most, if it does
 * not say so itself
 * @param highestBlockLimit how many it may say
 * @param lately how long ago a change of what is known counts as a late one
 */
@ConfigurationProperties("loci.context")
record ContextSettings(@DefaultValue("5000") int blockLimit, @DefaultValue("100000") int highestBlockLimit,
		@DefaultValue("30d") Duration lately) {
}
