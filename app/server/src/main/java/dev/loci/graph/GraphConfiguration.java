package dev.loci.graph;

import dev.loci.memory.StartRefused;
import org.neo4j.driver.NotificationSeverity;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.neo4j.autoconfigure.ConfigBuilderCustomizer;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Which database: the one at {@code spring.neo4j.uri}, else an embedded one, which
 * {@link EarlyStart} has brought.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GraphSettings.class)
class GraphConfiguration {

	static final String EMBEDDED = "org.neo4j.dbms.api.DatabaseManagementService";

	static final String URI = "spring.neo4j.uri";

	@Bean
	ConfigBuilderCustomizer quietDriver() {
		// What Neo4j thinks of a query would be told with each of its answers.
		return (config) -> config.withTelemetryDisabled(true).withMinimumNotificationSeverity(NotificationSeverity.OFF);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(URI)
	static class Elsewhere {

		@Bean
		GraphAddress graphAddress(Neo4jConnectionDetails connection, GraphSettings settings) {
			return new GraphAddress(connection.getUri(), settings.database(), settings.dataDir(), null);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = URI, matchIfMissing = true, havingValue = "\0")
	@ConditionalOnClass(name = EMBEDDED)
	static class Embedded {

		@Bean
		GraphAddress graphAddress(EmbeddedNeo4j server, GraphSettings settings) {
			return new GraphAddress(server.getUri(), settings.database(),
					settings.dataDir().toAbsolutePath().normalize(), server.passwordFile());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = URI, matchIfMissing = true, havingValue = "\0")
	@ConditionalOnMissingClass(EMBEDDED)
	static class Nowhere {

		@Bean
		GraphAddress noAddress() {
			throw new StartRefused("This build has no embedded database, and no other one is named.",
					"Set spring.neo4j.uri (SPRING_NEO4J_URI), or use the full build.");
		}

	}

}
