package dev.loci.graph;

import org.neo4j.driver.Record;

/**
 * A generation that is being built, and who builds it: whoever takes it over does so
 * under another name, and whoever is outdated has the old one.
 *
 * @param generation its key
 * @param builder no other one has this
 */
public record Building(String generation, String builder) {

	static Building of(Record row) {
		return new Building(row.get("space").asString(), row.get("builder").asString());
	}

}
