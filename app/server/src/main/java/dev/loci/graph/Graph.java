package dev.loci.graph;

import java.util.function.Function;

import dev.loci.memory.StoreUnavailable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.BookmarkManager;
import org.neo4j.driver.BookmarkManagerConfig;
import org.neo4j.driver.BookmarkManagers;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.RetryableException;

import org.springframework.stereotype.Component;

/**
 * The database, as units of work. What was written here is seen by the next read here, on
 * a cluster too: all sessions share their bookmarks.
 */
@Component
public final class Graph {

	private final Driver driver;

	private final GraphSettings settings;

	private final BookmarkManager bookmarks = BookmarkManagers.defaultManager(BookmarkManagerConfig.builder().build());

	Graph(Driver driver, GraphSettings settings, Schema schema) {
		this.driver = driver;
		this.settings = settings;
		schema.apply();
	}

	/** Reads, from a follower where there is one. */
	public <T> T read(Function<Transaction, T> work) {
		return answering(AccessMode.READ, (session) -> session.executeRead((tx) -> work.apply(new Transaction(tx))));
	}

	/** Writes all of it or nothing; done when this returns. */
	public <T> T write(Function<Transaction, T> work) {
		return answering(AccessMode.WRITE, (session) -> session.executeWrite((tx) -> work.apply(new Transaction(tx))));
	}

	private <T> T answering(AccessMode mode, Function<Session, T> work) {
		SessionConfig config = SessionConfig.builder()
			.withDatabase(this.settings.database())
			.withDefaultAccessMode(mode)
			.withBookmarkManager(this.bookmarks)
			.build();
		try (Session session = this.driver.session(config)) {
			return work.apply(session);
		}
		catch (RuntimeException ex) {
			if (ex instanceof RetryableException) {
				throw new StoreUnavailable(ex);
			}
			throw ex;
		}
	}

}
