package dev.loci.graph;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

import dev.loci.memory.StartRefused;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.DatabaseStateService;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;

/**
 * Waits for a database to open, as long as that takes: what a crash has left may be much.
 * One that never will is told from one that does not yet.
 */
record Opening(Path home, DatabaseManagementService server, BooleanSupplier isGivenUp) {

	private static final Logger log = LoggerFactory.getLogger(Opening.class);

	private static final Duration LOOK = Duration.ofMillis(200);

	private static final Duration TELL = Duration.ofSeconds(10);

	void await(String name) {
		GraphDatabaseAPI database = database(name);
		Instant told = Instant.now();
		while (!database.isAvailable(LOOK.toMillis())) {
			refuseIfFailed(database);
			if (this.isGivenUp.getAsBoolean()) {
				throw new StartRefused("The start was stopped while the database in " + this.home + " was opening.",
						"Start again: it goes on.");
			}
			if (told.plus(TELL).isBefore(Instant.now())) {
				log.info("The database in {} is still opening", this.home);
				told = Instant.now();
			}
		}
	}

	private void refuseIfFailed(GraphDatabaseAPI database) {
		DatabaseStateService<?> states = database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME).getDependencyResolver()
			.resolveDependency(DatabaseStateService.class);
		states.causeOfFailure(database.databaseId()).ifPresent((failure) -> {
			throw refused(this.home, failure);
		});
	}

	static StartRefused refused(Path home, Throwable failure) {
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
		return new StartRefused(
				"The database in " + home + " cannot be opened: "
						+ ((cause.getMessage() != null) ? cause.getMessage() : cause),
				"Put a copy of that folder back, or start with a new one: -Dloci.data-dir=… What Neo4j says of it is in "
						+ home.resolve("logs/debug.log") + ".");
	}

	private GraphDatabaseAPI database(String name) {
		return (GraphDatabaseAPI) this.server.database(name);
	}

}
