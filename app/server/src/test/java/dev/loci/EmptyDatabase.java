package dev.loci;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.neo4j.driver.Driver;

import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Empties the database before each test; the schema stays.
 */
class EmptyDatabase implements BeforeEachCallback {

	@Override
	public void beforeEach(ExtensionContext test) {
		Driver driver = SpringExtension.getApplicationContext(test).getBean(Driver.class);
		driver.executableQuery("""
				MATCH (n)
				WHERE NOT n:EmbeddingModel AND NOT any(label IN labels(n) WHERE label STARTS WITH '__')
				DETACH DELETE n""").execute();
	}

}
