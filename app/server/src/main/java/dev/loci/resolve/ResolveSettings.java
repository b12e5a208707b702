package dev.loci.resolve;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is believed.
 *
 * @param minConfidence below it a statement is kept as a suggestion and changes nothing
 */
@ConfigurationProperties("loci.resolve")
record ResolveSettings(@DefaultValue("0.3") double minConfidence) {
}
