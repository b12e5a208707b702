package dev.loci.extract;

import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who reads what was said, and how much at once.
 *
 * @param mode with a model, in this process, or not at all; by itself with a model if one
 * is configured
 * @param roles whose messages may claim something; those of others are kept and recalled,
 * and only help to understand them
 * @param messagesBefore how many messages before those that are read are told along, so
 * that these are understood
 */
@ConfigurationProperties("loci.extract")
record ExtractSettings(@DefaultValue("AUTO") Extractors.Mode mode, @DefaultValue("user") Set<String> roles,
		@DefaultValue("4") int messagesBefore) {
}
