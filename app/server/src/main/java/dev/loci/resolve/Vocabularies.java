package dev.loci.resolve;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.loci.memory.Ontology;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The ontologies of spaces, each read once.
 */
@Component
class Vocabularies {

	private static final int REMEMBERED = 200;

	private final Ontology standard = Ontologies.standard();

	private final Map<String, Ontology> read = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Ontology> eldest) {
			return size() > REMEMBERED;
		}
	});

	/**
	 * The ontology of a space.
	 * @param yaml its own one, if it has one
	 */
	Ontology of(@Nullable String yaml) {
		return (yaml != null) ? this.read.computeIfAbsent(yaml, Ontologies::read) : this.standard;
	}

}
