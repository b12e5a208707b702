package dev.loci.bench;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;

/**
 * How facts lie in the database.
 */
final class Shapes {

	private static final String AROUND = """
			MATCH (f:Fact {text: $text})
			MATCH (s:Statement)-[:SUPPORTS]->(f)
			MATCH (s)-[:SAID_IN]->(e:Episode)
			MATCH (f)-[:SUBJECT]->(one:Entity)<-[:NAMES]-(oneName:Name)
			MATCH (f)-[:OBJECT]->(other:Entity)<-[:NAMES]-(otherName:Name)
			WITH [f, s, e, one, oneName, other, otherName] AS nodes
			UNWIND nodes AS n
			RETURN labels(n) + [key IN keys(n) | key + ' ' + valueType(n[key])] AS shape
			UNION
			MATCH (:Fact {text: $text})-[r]-(other)
			RETURN [type(r)] + labels(other) + [key IN keys(r) | key + ' ' + valueType(r[key])] AS shape
			UNION
			MATCH (:Fact {text: $text})<-[:SUPPORTS]-(:Statement)-[r:SAID_IN]->(other)
			RETURN [type(r)] + labels(other) + [key IN keys(r) | key + ' ' + valueType(r[key])] AS shape
			UNION
			MATCH (f:Fact {text: $text})-[:SUBJECT|OBJECT]->(:Entity)-[r {fact: f.id}]->(other)
			RETURN [type(r)] + labels(other) + [key IN keys(r) | key + ' ' + valueType(r[key])] AS shape
			UNION
			MATCH (f:Fact {text: $text})-[:SUBJECT|OBJECT]->(:Entity)<-[r:NAMES]-(other)
			RETURN [type(r)] + labels(other) + [key IN keys(r) | key + ' ' + valueType(r[key])] AS shape""";

	private Shapes() {
	}

	/** All that hangs on a fact: labels, and the properties with their types. */
	static Set<Set<String>> around(Driver driver, String text) {
		Set<Set<String>> shapes = new HashSet<>();
		driver.executableQuery(AROUND)
			.withParameters(Map.of("text", text))
			.execute()
			.records()
			.forEach((row) -> shapes.add(new TreeSet<>(row.get("shape").asList(Value::asString))));
		return shapes;
	}

}
