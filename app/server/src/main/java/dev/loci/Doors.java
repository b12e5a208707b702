package dev.loci;

import dev.loci.graph.GraphAddress;
import dev.loci.rest.BrowserTarget;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the doors know of the database, which they never talk to: for people, where it is.
 */
@Configuration(proxyBeanMethods = false)
class Doors {

	@Bean
	BrowserTarget browserTarget(GraphAddress graph) {
		return new BrowserTarget(graph.embedded() ? graph.uri() : null);
	}

}
