package dev.loci;

import org.neo4j.driver.Driver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What must be true of the graph whatever has happened to it.
 */
public final class Edges {

	private Edges() {
	}

	/**
	 * Each believed fact between entities has one typed relationship, which says the
	 * same; nothing else has one.
	 */
	public static void agreeWithFacts(Driver driver) {
		assertThat(count(driver,
				"""
						MATCH (f:Fact {recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
						WHERE f.object IS NOT NULL
						  AND COUNT {
						    MATCH (s:Entity {space: f.space, id: f.subject})-[r {fact: f.id}]->(o:Entity {space: f.space, id: f.object})
						    WHERE r.predicate = f.predicate AND r.validFrom = f.validFrom AND r.validTo = f.validTo
						      AND r.owner = f.owner AND type(r) IN [f.type, 'RELATED_TO']
						  } <> 1
						RETURN count(*) AS n"""))
			.as("facts without their relationship")
			.isZero();
		assertThat(count(driver, """
				MATCH (:Entity)-[r]->(:Entity)
				WHERE r.fact IS NOT NULL
				  AND NOT EXISTS { (:Fact {id: r.fact, recordedTo: datetime('9999-12-31T23:59:59.999999Z')}) }
				RETURN count(*) AS n""")).as("relationships without a fact").isZero();
		assertThat(count(driver, """
				MATCH (f:Fact {recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
				WITH f.space AS space, f.id AS id, count(*) AS versions
				WHERE versions > 1
				RETURN count(*) AS n""")).as("facts believed in two versions").isZero();
	}

	/** What is believed has evidence, and evidence is of the slot of its fact. */
	public static void leadToEvidence(Driver driver) {
		assertThat(count(driver, """
				MATCH (f:Fact {recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
				WHERE NOT EXISTS {
				  (f)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS]-(s:Statement {slot: f.slot})
				  WHERE r.recordedTo = f.recordedTo
				}
				RETURN count(*) AS n""")).as("facts without evidence").isZero();
		assertThat(count(driver, """
				MATCH (f:Fact {recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
				MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS|ENDS]-(s:Statement)
				WHERE r.recordedTo = f.recordedTo AND s.slot <> f.slot
				RETURN count(*) AS n""")).as("evidence from another slot").isZero();
		assertThat(count(driver, """
				MATCH (s:Statement)-[r:SUPPORTS]->(f:Fact)
				WHERE r.recordedTo = datetime('9999-12-31T23:59:59.999999Z')
				  AND NOT EXISTS { (:Fact {id: f.id, space: f.space, recordedTo: r.recordedTo}) }
				RETURN count(*) AS n""")).as("evidence for what is not believed").isZero();
	}

	/** Of a subject slot one state holds at a time. */
	public static void neverOverlap(Driver driver) {
		assertThat(count(driver, """
				MATCH (f:Fact {recordedTo: datetime('9999-12-31T23:59:59.999999Z')})
				WITH f.space AS space, f.slot AS slot, collect(f) AS facts
				UNWIND facts AS one
				UNWIND facts AS other
				WITH one, other
				WHERE one.id < other.id AND one.validFrom < other.validTo AND other.validFrom < one.validTo
				RETURN count(*) AS n""")).as("overlaps").isZero();
	}

	private static int count(Driver driver, String query) {
		return driver.executableQuery(query).execute().records().getFirst().get("n").asInt();
	}

}
