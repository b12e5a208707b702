package dev.loci;

import dev.loci.recall.Recordings;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.neo4j.driver.Driver;

import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Empties the database before each test; the schema stays.
 */
class EmptyDatabase implements BeforeEachCallback {

	@Override
	public void beforeEach(ExtensionContext test) {
		ApplicationContext context = SpringExtension.getApplicationContext(test);
		// What an earlier test has recalled is recorded now, and not during this one.
		context.getBean(Recordings.class).list("nobody", new Recordings.Listing(null, null, null, null, null, null, 1));
		Driver driver = context.getBean(Driver.class);
		// A job of an earlier test may commit while this waits for its space: what it has
		// made is met the next time.
		int left = empty(driver);
		while (left > 0) {
			left = empty(driver);
		}
	}

	private static int empty(Driver driver) {
		return driver.executableQuery("""
				MATCH (n)
				WHERE NOT n:EmbeddingModel AND NOT any(label IN labels(n) WHERE label STARTS WITH '__')
				DETACH DELETE n
				RETURN count(*) AS deleted""").execute().records().getFirst().get("deleted").asInt();
	}

}
