package dev.loci.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import dev.loci.memory.StartRefused;
import org.jspecify.annotations.Nullable;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.io.locker.FileLockException;
import org.neo4j.kernel.api.impl.index.lucene.LuceneSettings;
import org.neo4j.kernel.impl.transaction.log.checkpoint.CheckPointer;
import org.neo4j.kernel.impl.transaction.log.checkpoint.SimpleTriggerInfo;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;

/**
 * A Neo4j in this process, in a folder of its own, that listens for Bolt on loopback.
 * <p>
 * Authentication stays on: any web page that is open on this machine could otherwise
 * reach the port through a WebSocket.
 */
final class EmbeddedNeo4j implements Neo4jConnectionDetails, AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(EmbeddedNeo4j.class);

	private static final int USUAL_PORT = 7687;

	/**
	 * How many parts of about one size a vector index may have before they become one. A
	 * search looks into each part, and the usual 50 make it several times slower; with
	 * fewer than these, writing becomes slow.
	 */
	private static final int PARTS_OF_A_SIZE = 8;

	private final URI uri;

	private final Password password;

	private final String database;

	private final FirstStart firstStart;

	private volatile boolean closed;

	/** Opens while the rest starts: that takes longer than all the rest. */
	private final CompletableFuture<DatabaseManagementService> server;

	EmbeddedNeo4j(GraphSettings settings) {
		Path home = settings.dataDir().toAbsolutePath().normalize();
		this.password = Password.in(home);
		this.database = settings.database();
		this.firstStart = new FirstStart(home);
		int port = freePort(settings.boltPort());
		this.uri = URI.create("bolt://localhost:" + port);
		this.server = new CompletableFuture<>();
		Thread.ofPlatform()
			.daemon()
			.name("embedded-neo4j")
			.start(() -> this.server.completeAsync(() -> start(home, port, settings), Runnable::run));
	}

	/** Returns once it answers, or says why it never will. */
	void awaitOpen() {
		try {
			this.server.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof StartRefused refused) {
				throw refused;
			}
			throw ex;
		}
	}

	/**
	 * To be called when the schema is there: a start that is interrupted before begins
	 * anew. All that is in memory only is written to the files. Otherwise a crash soon
	 * after the first start makes the next one fill every index anew, which takes minutes
	 * where much has been told by then.
	 */
	void settle() {
		GraphDatabaseAPI database = (GraphDatabaseAPI) this.server.join().database(this.database);
		try {
			database.getDependencyResolver()
				.resolveDependency(CheckPointer.class)
				.forceCheckPoint(new SimpleTriggerInfo("the schema is there"));
			this.firstStart.end();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The database cannot write to its files", ex);
		}
	}

	private DatabaseManagementService start(Path home, int port, GraphSettings settings) {
		this.firstStart.begin();
		DatabaseManagementService opened = open(home, port, settings);
		try {
			if (!knowsPassword()) {
				setPassword(opened);
			}
			new Opening(home, opened, () -> this.closed).await(settings.database());
			return opened;
		}
		catch (RuntimeException ex) {
			// Its threads would keep a process alive that has failed to start.
			opened.shutdown();
			throw ex;
		}
	}

	/** Asking takes milliseconds, while the first command of all takes seconds. */
	private boolean knowsPassword() {
		try (Driver driver = GraphDatabase.driver(this.uri, getAuthToken())) {
			driver.verifyConnectivity();
			return true;
		}
		catch (Neo4jException ex) {
			return false;
		}
	}

	/**
	 * The user is made anew: whatever password it has had, nobody needs it.
	 */
	private void setPassword(DatabaseManagementService opened) {
		opened.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME)
			.executeTransactionally("CREATE OR REPLACE USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED",
					Map.of("password", this.password.text()));
	}

	@Override
	public URI getUri() {
		return this.uri;
	}

	@Override
	public AuthToken getAuthToken() {
		return AuthTokens.basic("neo4j", this.password.text());
	}

	Path passwordFile() {
		return this.password.file();
	}

	@Override
	public void close() {
		this.closed = true;
		this.server.handle((opened, failure) -> opened).thenAccept((opened) -> {
			if (opened != null) {
				opened.shutdown();
			}
		}).join();
	}

	private static int freePort(@Nullable Integer wanted) {
		int port = (wanted != null) ? wanted : USUAL_PORT;
		try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			if (wanted == null) {
				int free = freePort(0);
				log.info("Port {} is in use, so the embedded database listens on {}", USUAL_PORT, free);
				return free;
			}
			throw new StartRefused("The embedded database cannot listen on port " + wanted + ": it is in use.",
					"Stop what uses it, or start with another one: -Dloci.bolt-port=0 takes any free port.");
		}
	}

	private static DatabaseManagementService open(Path home, int port, GraphSettings settings) {
		try {
			return new DatabaseManagementServiceBuilder(home)
				.setConfig(GraphDatabaseSettings.initial_default_database, settings.database())
				.setConfig(GraphDatabaseSettings.auth_enabled, true)
				.setConfig(GraphDatabaseSettings.pagecache_memory, settings.pageCache().toBytes())
				.setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
				.setConfig(GraphDatabaseSettings.keep_logical_logs, "256M size")
				.setConfig(GraphDatabaseSettings.udc_enabled, false)
				.setConfig(LuceneSettings.vector_standard_merge_factor, PARTS_OF_A_SIZE)
				// Nobody new can come any more: waiting for that would take ten seconds.
				.setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, Duration.ZERO)
				.setConfig(BoltConnector.enabled, true)
				.setConfig(BoltConnector.server_bolt_telemetry_enabled, false)
				.setConfig(BoltConnector.listen_address, new SocketAddress("localhost", port))
				.setConfig(BoltConnector.advertised_address, new SocketAddress("localhost", port))
				.build();
		}
		catch (RuntimeException ex) {
			for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
				if (cause instanceof FileLockException) {
					throw new StartRefused("The data folder " + home + " is in use by another process.",
							"Stop that process, or start this one with a folder of its own: -Dloci.data-dir=…");
				}
			}
			throw Opening.refused(home, ex);
		}
	}

}
