package dev.loci.graph;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * A query by its name: the path of its file below {@code cypher/}, without the ending.
 */
public record Cypher(String name, String text) {

	/** Loads a query. An unknown name stops the start, since constructors ask for it. */
	public static Cypher named(String name) {
		String path = "/cypher/" + name + ".cypher";
		try (InputStream file = Cypher.class.getResourceAsStream(path)) {
			if (file == null) {
				throw new IllegalArgumentException("There is no query " + name + ": " + path + " is missing");
			}
			return new Cypher(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new IllegalStateException("The query " + name + " cannot be read", ex);
		}
	}

	/**
	 * The same without the lines that end with {@code // if} and this condition: an index
	 * takes its time over each of them, even over one that all fulfil.
	 */
	public Cypher unless(String condition) {
		String end = "// if " + condition;
		return new Cypher(this.name,
				this.text.lines().filter((line) -> !line.endsWith(end)).collect(Collectors.joining("\n")));
	}

}
