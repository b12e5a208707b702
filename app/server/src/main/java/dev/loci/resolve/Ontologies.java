package dev.loci.resolve;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.loci.memory.Family;
import dev.loci.memory.InvalidInput;
import dev.loci.memory.InvalidOntology;
import dev.loci.memory.Ontology;

/**
 * The ontologies that there are: the one that Loci brings, and those that spaces bring
 * themselves.
 */
public final class Ontologies {

	private static final String STANDARD = "/ontology.yaml";

	private Ontologies() {
	}

	/** The text of the ontology of spaces that have none of their own. */
	public static String standardText() {
		try (InputStream file = Ontologies.class.getResourceAsStream(STANDARD)) {
			if (file == null) {
				throw new IllegalStateException(STANDARD + " is missing in the class path");
			}
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException(STANDARD + " cannot be read", ex);
		}
	}

	/** The ontology of spaces that have none of their own. */
	public static Ontology standard() {
		return read(standardText());
	}

	/**
	 * Reads an ontology that somebody wrote.
	 * @throws InvalidOntology with the line where it goes wrong, and why
	 */
	public static Ontology read(String yaml) {
		Section root = new Section("the ontology", new YamlSource(yaml).root()).expectOnly("families", "predicates");
		Section families = root.section("families");
		Section predicates = root.section("predicates");
		try {
			return new Ontology(families(families), PredicatesSection.read(predicates));
		}
		catch (InvalidInput ex) {
			// the nouns know what is wrong by its path, only the file knows where that is
			throw new InvalidOntology(line(root, ex.field().split("\\.", 3)), ex.field() + " " + ex.reason());
		}
	}

	private static List<Family> families(Section families) {
		return families.keys().stream().map((name) -> new Family(name, families.texts(name))).toList();
	}

	private static int line(Section root, String[] path) {
		if (root.has(path[0])) {
			return (path.length == 1) ? root.line(path[0]) : line(root.section(path[0]), path, 1);
		}
		Section predicates = root.section("predicates");
		return (path.length == 1) ? predicates.line(path[0]) : line(predicates.section(path[0]), path, 1);
	}

	private static int line(Section section, String[] path, int at) {
		return (at + 1 < path.length) ? section.line(path[at], path[at + 1]) : section.line(path[at]);
	}

}
