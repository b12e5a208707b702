package dev.loci.resolve;

import java.time.Instant;

import dev.loci.graph.Building;
import dev.loci.graph.OpenSpace;
import dev.loci.memory.Ontology;
import dev.loci.memory.Scope;

/**
 * Where a new generation is being built.
 *
 * @param from the generation that is believed meanwhile
 * @param target the space as it is open in the new one
 * @param before the ontology that is in force
 * @param now the one that will be
 * @param cause what facts change by
 * @param retold whether what was read out of episodes is read anew, and not taken along
 */
record Site(Scope scope, String from, OpenSpace target, Building building, Ontology before, Ontology now, String cause,
		boolean retold) {

	String to() {
		return this.target.generation();
	}

	/** The same at a later moment of its clock. */
	Site at(Instant moment) {
		return new Site(this.scope, this.from,
				new OpenSpace(this.target.key(), to(), this.target.ontology(), true, moment), this.building,
				this.before, this.now, this.cause, this.retold);
	}

}
