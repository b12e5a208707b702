package dev.loci;

import dev.loci.graph.GraphAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What somebody wants to know who has just started Loci.
 */
@Component
class Welcome {

	private static final Logger log = LoggerFactory.getLogger(Welcome.class);

	private final GraphAddress graph;

	private int port;

	Welcome(GraphAddress graph) {
		this.graph = graph;
	}

	@EventListener
	void listening(WebServerInitializedEvent event) {
		this.port = event.getWebServer().getPort();
	}

	@EventListener(ApplicationReadyEvent.class)
	void ready() {
		String here = "http://localhost:" + this.port;
		log.info("""
				Loci is ready.

				  API            %s/api/v1
				  Swagger UI     %s/swagger-ui.html
				%s
				  Remember something:

				    curl -s %s/api/v1/spaces/demo/episodes -H 'Content-Type: application/json' \\
				      -d '{"messages": [{"role": "user", "name": "Alice", "content": "I moved to Berlin in March."}]}'
				""".formatted(here, here, database(here), here));
	}

	private String database(String here) {
		if (!this.graph.embedded()) {
			return "  Database       %s (%s)\n".formatted(this.graph.uri(), this.graph.database());
		}
		return """
				  Neo4j Browser  %s/browser/ (user neo4j, password in %s)
				  Database       %s
				  Data           %s
				""".formatted(here, this.graph.passwordFile(), this.graph.uri(), this.graph.dataDir());
	}

}
