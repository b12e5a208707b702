package dev.loci.graph;

import java.net.URI;

import org.neo4j.driver.AuthToken;

import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * The service of a test talks to its database through {@link Waves}.
 */
@TestConfiguration(proxyBeanMethods = false)
public class CountedWaves {

	/** What is done behind the answers is none of them. */
	private static boolean isAsked(String query) {
		return !query.startsWith("ingest/") && !query.startsWith("forget/") && !query.startsWith("explore/")
				&& !query.startsWith("schema/") && !query.equals("recall/store_recordings.cypher")
				&& !query.equals("recall/forget_recordings.cypher") && !query.equals("graph/forget_answers.cypher");
	}

	@Bean
	Waves waves(EmbeddedNeo4j database) {
		return new Waves(database.getUri(), CountedWaves::isAsked);
	}

	@Bean
	@Primary
	Neo4jConnectionDetails throughWaves(EmbeddedNeo4j database, Waves waves) {
		return new Neo4jConnectionDetails() {
			@Override
			public URI getUri() {
				return waves.uri();
			}

			@Override
			public AuthToken getAuthToken() {
				return database.getAuthToken();
			}
		};
	}

}
