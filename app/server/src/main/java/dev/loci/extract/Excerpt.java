package dev.loci.extract;

import java.util.List;

import dev.loci.memory.Entity;
import dev.loci.memory.Ontology;

/**
 * Consecutive messages of one session, to be read together.
 *
 * @param ontology what the space knows how to say
 * @param utterances in the order in which they were said
 * @param known who may be meant by names in them
 */
public record Excerpt(Ontology ontology, List<Utterance> utterances, List<Entity> known) {

	public Excerpt {
		utterances = List.copyOf(utterances);
		known = List.copyOf(known);
	}

}
