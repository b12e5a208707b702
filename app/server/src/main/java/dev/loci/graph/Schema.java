package dev.loci.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import ac.simons.neo4j.migrations.core.MigrationsException;
import dev.loci.memory.StartRefused;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.FatalDiscoveryException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Brings the database to the schema of this version: the files of {@code cypher/schema},
 * in their order, each once.
 */
@Component
final class Schema implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Schema.class);

	private static final Cypher INDEXES_FILLING = Cypher.named("graph/indexes_filling");

	private static final Cypher UNLOCK = Cypher.named("graph/remove_migration_lock");

	private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

	private static final Duration TELL = Duration.ofSeconds(10);

	private final Driver driver;

	private final GraphSettings settings;

	private final @Nullable EmbeddedNeo4j embedded;

	private boolean running;

	Schema(Driver driver, GraphSettings settings, ObjectProvider<EmbeddedNeo4j> embedded) {
		this.driver = driver;
		this.settings = settings;
		this.embedded = embedded.getIfAvailable();
	}

	/** Before anything that reads or writes. */
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

	@Override
	public void start() {
		if (this.embedded != null) {
			this.embedded.awaitOpen();
		}
		awaitDatabase();
		apply();
		this.running = true;
	}

	private void apply() {
		Migrations migrations = new Migrations(MigrationsConfig.builder()
			.withLocationsToScan("classpath:cypher/schema")
			.withResourceScanner(Schema::files)
			.withDatabase(this.settings.database())
			.build(), this.driver);
		// Without the lock, which a crash at any start would otherwise leave behind.
		if (!migrations.validate(false).isValid()) {
			if (this.embedded != null) {
				// Nobody else migrates a database that this process has just opened:
				// a lock in it was left behind by a crash.
				unlock();
			}
			migrate(migrations);
			awaitIndexes();
			if (this.embedded != null) {
				this.embedded.settle();
			}
		}
	}

	/** The one folder that they are in, instead of every library that there is. */
	private static List<URL> files(List<String> folders) {
		try {
			List<URL> files = new ArrayList<>();
			for (String folder : folders) {
				String pattern = "classpath*:" + folder.replaceFirst("^classpath:/?", "") + "/*.cypher";
				for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
					files.add(file.getURL());
				}
			}
			return files;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The schema cannot be read", ex);
		}
	}

	private void awaitDatabase() {
		Instant deadline = Instant.now().plus(this.settings.startTimeout());
		while (true) {
			try {
				// Not only connected: the database itself may open later than the port.
				awaitIndexes();
				return;
			}
			catch (AuthenticationException ex) {
				throw new StartRefused("The database refuses the user or the password.",
						"Set spring.neo4j.authentication.username and spring.neo4j.authentication.password.");
			}
			catch (FatalDiscoveryException ex) {
				throw new StartRefused("There is no database named " + this.settings.database() + " there.",
						"Create it, or name another one: -Dloci.database=…");
			}
			catch (Neo4jException ex) {
				if (!Graph.isAway(ex) || Instant.now().isAfter(deadline)) {
					throw new StartRefused("The database cannot be reached: " + ex.getMessage(),
							"Start it, or correct spring.neo4j.uri.");
				}
				log.info("The database does not answer yet, trying again");
				pause(BETWEEN_TRIES);
			}
		}
	}

	private void migrate(Migrations migrations) {
		Instant deadline = Instant.now().plus(this.settings.startTimeout());
		while (true) {
			try {
				migrations.apply();
				return;
			}
			catch (MigrationsException ex) {
				if (!String.valueOf(ex.getMessage()).contains("__Neo4jMigrationsLock")) {
					throw ex;
				}
				if (Instant.now().isAfter(deadline)) {
					throw new StartRefused("Another instance has been migrating the schema for too long.",
							"If none is running, one has crashed: run MATCH (l:__Neo4jMigrationsLock) DELETE l"
									+ " in the database and start again.");
				}
				log.info("Another instance migrates the schema, waiting for it");
				pause(BETWEEN_TRIES);
			}
		}
	}

	/** However long it takes: a new version may have much to fill. */
	private void awaitIndexes() {
		Instant told = Instant.now();
		Record indexes = run(INDEXES_FILLING);
		while (indexes.get("filling").asInt() > 0) {
			if (told.plus(TELL).isBefore(Instant.now())) {
				log.info("{} indexes are being filled, the slowest is at {} %", indexes.get("filling"),
						Math.round(indexes.get("percent").asDouble()));
				told = Instant.now();
			}
			pause(BETWEEN_LOOKS);
			indexes = run(INDEXES_FILLING);
		}
		if (!indexes.get("failed").isEmpty()) {
			throw new StartRefused("These indexes of the database could not be filled: " + indexes.get("failed"),
					"Look into the log of Neo4j for the reason, drop them, and start again.");
		}
	}

	private Record run(Cypher query) {
		try (var session = this.driver.session(SessionConfig.forDatabase(this.settings.database()))) {
			return session.run(query.text()).single();
		}
	}

	private void unlock() {
		try (var session = this.driver.session(SessionConfig.forDatabase(this.settings.database()))) {
			session.run(UNLOCK.text()).consume();
		}
	}

	private static void pause(Duration time) {
		try {
			Thread.sleep(time);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for the database", ex);
		}
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
