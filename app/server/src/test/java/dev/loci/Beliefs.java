package dev.loci;

import org.neo4j.driver.Driver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What must be true of the graph whatever has been told.
 */
public final class Beliefs {

	private Beliefs() {
	}

	/** Checks all of it. */
	public static void areSound(Driver driver) {
		none(driver, "facts of one slot that exclude each other and overlap", """
				MATCH (a:Fact), (b:Fact {space: a.space, slot: a.slot})
				WHERE a.recordedTo.year = 9999 AND b.recordedTo.year = 9999 AND a.id < b.id
				  AND a.validFrom < b.validTo AND b.validFrom < a.validTo
				  AND NOT EXISTS { (:Statement {space: a.space, slot: a.slot, time: 'OCCURRENCE'}) }
				RETURN a.slot AS culprit""");
		none(driver, "somebody who is with two at once, of whom only one can be", """
				MATCH (a:Fact), (b:Fact {space: a.space, predicate: a.predicate, owner: a.owner})
				WHERE a.recordedTo.year = 9999 AND b.recordedTo.year = 9999 AND a.id < b.id
				  AND a.mutual IS NOT NULL AND b.mutual IS NOT NULL AND a.slot CONTAINS '||'
				  AND (a.subject IN [b.subject, b.mutual] OR a.mutual IN [b.subject, b.mutual])
				  AND a.validFrom < b.validTo AND b.validFrom < a.validTo
				RETURN a.slot AS culprit""");
		none(driver, "facts with two versions in force", """
				MATCH (f:Fact) WHERE f.recordedTo.year = 9999
				WITH f.space AS space, f.id AS id, count(*) AS versions WHERE versions > 1
				RETURN id AS culprit""");
		none(driver, "facts without a statement that leads to an episode", """
				MATCH (f:Fact)
				WHERE f.recordedTo.year = 9999 AND NOT EXISTS {
				  MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS]-(:Statement)-[:SAID_IN]->(:Episode)
				  WHERE r.recordedTo.year = 9999 }
				RETURN f.id AS culprit""");
		none(driver, "evidence of what is believed from elsewhere", """
				MATCH (f:Fact) WHERE f.recordedTo.year = 9999
				MATCH (f)-[:REVISES*0..]->(:Fact)<-[r:SUPPORTS|ENDS]-(s:Statement)
				WHERE r.recordedTo.year = 9999 AND s.slot <> f.slot AND coalesce(s.paired, false) = false
				RETURN f.id AS culprit""");
		none(driver, "evidence of what is not believed", """
				MATCH (:Statement)-[r:SUPPORTS|ENDS]->(f:Fact)
				WHERE r.recordedTo.year = 9999 AND NOT EXISTS {
				  MATCH (now:Fact {id: f.id, space: f.space}) WHERE now.recordedTo.year = 9999 }
				RETURN f.id AS culprit""");
		none(driver, "believed facts between entities without their one relationship", """
				MATCH (f:Fact)
				WHERE f.recordedTo.year = 9999 AND f.object IS NOT NULL AND COUNT {
				  MATCH (s:Entity {space: f.space, id: f.subject})-[r]->(o:Entity {space: f.space, id: f.object})
				  WHERE r.fact = f.id AND r.validFrom = f.validFrom AND r.validTo = f.validTo
				    AND r.predicate = f.predicate AND r.owner = f.owner AND type(r) IN [f.type, 'RELATED_TO'] } <> 1
				RETURN f.id AS culprit""");
		none(driver, "relationships of facts that are not believed", """
				MATCH (s:Entity)-[r]->(:Entity)
				WHERE r.fact IS NOT NULL AND NOT EXISTS {
				  MATCH (f:Fact {id: r.fact, space: s.space}) WHERE f.recordedTo.year = 9999 }
				RETURN r.fact AS culprit""");
		none(driver, "two entities of one name and type without an id of their own", """
				MATCH (n:Name)-[:NAMES]->(e:Entity)
				WHERE e.externalId IS NULL AND NOT EXISTS { (e)-[:MERGED_INTO]->() }
				WITH n, e.type AS type, count(DISTINCT e) AS entities WHERE entities > 1
				RETURN n.key AS culprit""");
		none(driver, "versions that overlap in recorded time", """
				MATCH (later:Fact)-[:REVISES]->(earlier:Fact) WHERE earlier.recordedTo > later.recordedFrom
				RETURN later.id AS culprit""");
	}

	private static void none(Driver driver, String what, String query) {
		assertThat(driver.executableQuery(query).execute().records()).as(what)
			.extracting((row) -> row.get("culprit").asString())
			.isEmpty();
	}

}
