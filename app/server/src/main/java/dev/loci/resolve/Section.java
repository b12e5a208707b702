package dev.loci.resolve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.loci.memory.InvalidOntology;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A named part of the file: keys with their values, each with its line.
 */
final class Section {

	private static final int LONGEST_QUOTE = 60;

	private final String name;

	private final int line;

	private final Map<String, Entry> entries = new LinkedHashMap<>();

	Section(String name, Node node) {
		this(name, line(node), node);
	}

	private Section(String name, int line, Node node) {
		this.name = name;
		this.line = line;
		if (!(node instanceof MappingNode mapping)) {
			throw new InvalidOntology(line, "keys with values are expected in " + name);
		}
		for (NodeTuple tuple : mapping.getValue()) {
			String key = scalar(tuple.getKeyNode());
			Entry entry = new Entry(line(tuple.getKeyNode()), tuple.getValueNode());
			if (this.entries.put(key, entry) != null) {
				throw new InvalidOntology(entry.line(), "%s is there twice in %s".formatted(quoted(key), name));
			}
		}
	}

	String name() {
		return this.name;
	}

	Set<String> keys() {
		return this.entries.keySet();
	}

	boolean has(String key) {
		return this.entries.containsKey(key);
	}

	Section expectOnly(String... known) {
		for (String key : keys()) {
			if (!List.of(known).contains(key)) {
				throw refused(key, "unknown key %s in %s, known are %s".formatted(quoted(key), this.name,
						String.join(", ", known)));
			}
		}
		return this;
	}

	Section section(String key) {
		return new Section(key, line(key), value(key));
	}

	Optional<String> text(String key) {
		return has(key) ? Optional.of(scalar(value(key))) : Optional.empty();
	}

	/** One text, or a list of them, or nothing. */
	List<String> texts(String key) {
		return items(key).map(Section::scalar).toList();
	}

	boolean flag(String key) {
		return switch (text(key).orElse("false")) {
			case "true" -> true;
			case "false" -> false;
			default -> throw refused(key, key + " is true or false");
		};
	}

	/** One of a few words, in the letters that the file uses for them. */
	<E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
		return text(key).map((word) -> Stream.of(type.getEnumConstants())
			.filter((constant) -> constant.name().equalsIgnoreCase(word))
			.findFirst()
			.orElseThrow(() -> unknown(key, word,
					Stream.of(type.getEnumConstants()).map((each) -> each.name().toLowerCase(Locale.ROOT)).toList())));
	}

	InvalidOntology unknown(String key, String word, List<String> known) {
		return refused(key,
				"unknown %s %s in %s, known are %s".formatted(key, quoted(word), this.name, String.join(", ", known)));
	}

	InvalidOntology refused(String key, String reason) {
		return new InvalidOntology(line(key), reason);
	}

	int line(String key) {
		Entry entry = this.entries.get(key);
		return (entry != null) ? entry.line() : this.line;
	}

	/** The line of one text of a list. */
	int line(String key, String item) {
		return items(key).filter((node) -> node instanceof ScalarNode scalar && scalar.getValue().strip().equals(item))
			.reduce((first, second) -> second)
			.map(Section::line)
			.orElseGet(() -> line(key));
	}

	private Stream<Node> items(String key) {
		if (!has(key)) {
			return Stream.empty();
		}
		Node value = value(key);
		return (value instanceof SequenceNode list) ? list.getValue().stream() : Stream.of(value);
	}

	private Node value(String key) {
		Entry entry = this.entries.get(key);
		if (entry == null) {
			throw new InvalidOntology(this.line, key + " is missing in " + this.name);
		}
		return entry.value();
	}

	private static String scalar(Node node) {
		if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
			return scalar.getValue().strip();
		}
		throw new InvalidOntology(line(node), "a text is expected here");
	}

	private static int line(Node node) {
		return node.getStartMark().getLine() + 1;
	}

	private static String quoted(String text) {
		return '"' + ((text.length() > LONGEST_QUOTE) ? text.substring(0, LONGEST_QUOTE) + '…' : text) + '"';
	}

	private record Entry(int line, Node value) {
	}

}
