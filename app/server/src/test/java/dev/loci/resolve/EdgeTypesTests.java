package dev.loci.resolve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EdgeTypesTests {

	private static final Path CYPHER = Path.of("../../cypher");

	private static final Pattern TYPES = Pattern.compile("\\[\\w*:([A-Z_]+(?:\\|[A-Z_]+)*)");

	@Test
	void areNoneOfThoseByWhichTheGraphIsMade() throws IOException {
		Set<String> types = new TreeSet<>();
		try (Stream<Path> files = Files.walk(CYPHER)) {
			for (Path file : files.filter((each) -> each.toString().endsWith(".cypher")).toList()) {
				TYPES.matcher(Files.readString(file))
					.results()
					.forEach((match) -> types.addAll(Arrays.asList(match.group(1).split("\\|"))));
			}
		}

		assertThat(types).contains("MERGED_INTO", "SUPPORTS").isSubsetOf(EdgeTypes.OF_THE_GRAPH);
	}

}
