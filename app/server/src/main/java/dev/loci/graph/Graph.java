package dev.loci.graph;

import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import dev.loci.memory.StoreUnavailable;
import dev.loci.memory.TookTooLong;
import io.micrometer.core.instrument.MeterRegistry;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.BookmarkManager;
import org.neo4j.driver.BookmarkManagerConfig;
import org.neo4j.driver.BookmarkManagers;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.FatalDiscoveryException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.TransactionTerminatedException;
import org.neo4j.driver.exceptions.value.ValueException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * The database, as units of work. What was written here is seen by the next read here, on
 * a cluster too: all sessions share their bookmarks.
 */
@Component
public final class Graph {

	private static final Logger log = LoggerFactory.getLogger(Graph.class);

	private static final int MOST_TORN = 5;

	private static final String TIMED_OUT = "Neo.ClientError.Transaction.TransactionTimedOut";

	/** The same, while it waited for another one. */
	private static final String WAITED_TOO_LONG = "Neo.ClientError.Transaction.LockClientStopped";

	private final Driver driver;

	private final GraphSettings settings;

	private final MeterRegistry meters;

	private final TransactionConfig bounded;

	private final BookmarkManager bookmarks = BookmarkManagers.defaultManager(BookmarkManagerConfig.builder().build());

	/** So that an absence is told once, and its end too. */
	private final AtomicBoolean away = new AtomicBoolean();

	Graph(Driver driver, GraphSettings settings, MeterRegistry meters) {
		this.driver = driver;
		this.settings = settings;
		this.meters = meters;
		this.bounded = TransactionConfig.builder().withTimeout(settings.transactionTimeout()).build();
	}

	/** Reads, from a follower where there is one. */
	public <T> T read(Function<Transaction, T> work) {
		for (int torn = 0;; torn++) {
			try {
				return answering(AccessMode.READ, (session) -> session
					.executeRead((tx) -> work.apply(new Transaction(tx, this.meters)), this.bounded));
			}
			catch (ValueException ex) {
				// What is erased while it is read comes with holes: it is not there.
				if (torn == MOST_TORN) {
					throw ex;
				}
			}
		}
	}

	/** Writes all of it or nothing; done when this returns. */
	public <T> T write(Function<Transaction, T> work) {
		return answering(AccessMode.WRITE,
				(session) -> session.executeWrite((tx) -> work.apply(new Transaction(tx, this.meters)), this.bounded));
	}

	private <T> T answering(AccessMode mode, Function<Session, T> work) {
		SessionConfig config = SessionConfig.builder()
			.withDatabase(this.settings.database())
			.withDefaultAccessMode(mode)
			.withBookmarkManager(this.bookmarks)
			.build();
		try (Session session = this.driver.session(config)) {
			T answer = work.apply(session);
			if (this.away.compareAndSet(true, false)) {
				log.info("The database answers again");
			}
			return answer;
		}
		catch (Neo4jException ex) {
			if (isAway(ex)) {
				if (this.away.compareAndSet(false, true)) {
					log.warn("The database does not answer: {}", ex.getMessage());
				}
				throw new StoreUnavailable(ex);
			}
			if (ex.code().startsWith(TIMED_OUT) || ex.code().equals(WAITED_TOO_LONG)) {
				throw new TookTooLong(ex);
			}
			throw ex;
		}
	}

	/**
	 * Besides what the driver itself would try again: a database that stops has ended the
	 * transaction, one that starts does not know its name or its users yet, and a pool
	 * without a free connection is reported as a mistake of ours.
	 */
	static boolean isAway(Neo4jException ex) {
		return ex instanceof RetryableException || ex instanceof TransactionTerminatedException
				|| ex instanceof FatalDiscoveryException || ex instanceof SecurityException
				|| ex.getCause() instanceof TimeoutException;
	}

}
