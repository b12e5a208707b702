package dev.loci.resolve;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;

import dev.loci.memory.InvalidOntology;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Turns the text of an ontology into nodes that know their lines.
 * <p>
 * Its events are looked at before a tree is made of them: a few aliases can stand for a
 * tree larger than any memory, and a tag can ask for any class.
 */
final class YamlSource {

	private static final int LONGEST = 1024 * 1024;

	/** families and predicates, their entries, the keys of these, lists: four levels. */
	private static final int DEEPEST = 6;

	private final String text;

	YamlSource(String text) {
		this.text = text;
	}

	Node root() {
		if (this.text.length() > LONGEST || this.text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
			throw new InvalidOntology(1, "it is larger than 1 MiB");
		}
		try {
			checkEvents();
			Node root = yaml().compose(new StringReader(this.text));
			if (root == null) {
				throw new InvalidOntology(1, "it is empty");
			}
			return root;
		}
		catch (MarkedYAMLException ex) {
			int line = (ex.getProblemMark() != null) ? ex.getProblemMark().getLine() + 1 : 1;
			throw new InvalidOntology(line, "this is no YAML: " + ex.getProblem());
		}
		catch (ReaderException ex) {
			throw new InvalidOntology(lineAt(ex.getPosition()), "a character that YAML does not allow");
		}
		catch (YAMLException ex) {
			throw new InvalidOntology(1, "this is no YAML: " + ex.getMessage());
		}
	}

	private void checkEvents() {
		int depth = 0;
		int documents = 0;
		for (Event event : yaml().parse(new StringReader(this.text))) {
			switch (event) {
				case AliasEvent alias -> throw refused(alias, "aliases are not allowed: write it out");
				case DocumentStartEvent start -> documents++;
				case CollectionStartEvent start -> {
					checkPlain(start, start.getTag());
					depth++;
				}
				case CollectionEndEvent end -> depth--;
				case ScalarEvent scalar -> checkPlain(scalar, scalar.getTag());
				default -> {
					// the end of a document, the ends of the stream
				}
			}
			if (depth > DEEPEST) {
				throw refused(event, "it is nested too deep");
			}
			if (documents > 1) {
				throw refused(event, "one document is enough");
			}
		}
	}

	private static void checkPlain(NodeEvent event, @Nullable String tag) {
		if (tag != null) {
			throw refused(event, "tags are not allowed: " + tag);
		}
		if (event.getAnchor() != null) {
			throw refused(event, "anchors are not allowed: write it out");
		}
	}

	private static InvalidOntology refused(Event event, String reason) {
		return new InvalidOntology(event.getStartMark().getLine() + 1, reason);
	}

	private int lineAt(int position) {
		return 1 + (int) this.text.codePoints().limit(position).filter((sign) -> sign == '\n').count();
	}

	private static Yaml yaml() {
		LoaderOptions options = new LoaderOptions();
		options.setCodePointLimit(LONGEST);
		options.setNestingDepthLimit(DEEPEST + 1);
		return new Yaml(options);
	}

}
