package dev.loci.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

import dev.loci.memory.Authority;
import dev.loci.memory.Fact.Visibility;
import dev.loci.memory.Named;
import dev.loci.memory.Told;

/**
 * Sentences of a file and what they claim.
 */
record Examples(List<Example> all) {

	static final OffsetDateTime SAID_AT = OffsetDateTime.parse("2026-07-15T10:00+02:00");

	static final Named SPEAKER = Named.of("me", "Person");

	/**
	 * A sentence and its claims, each as {@code subject | PREDICATE | object | time}.
	 */
	record Example(Utterance utterance, TreeSet<String> claims) {
	}

	static Examples in(String file) {
		List<Example> examples = new ArrayList<>();
		for (String line : lines(file)) {
			boolean text = line.startsWith("text> ");
			if (text || line.startsWith("> ")) {
				examples.add(new Example(said(line.substring(text ? 6 : 2), !text), new TreeSet<>()));
			}
			else if (!line.isBlank() && !line.startsWith("#")) {
				examples.getLast()
					.claims()
					.add(String.join(" | ", Arrays.stream(line.split("\\|", -1)).map(String::strip).toList()));
			}
		}
		return new Examples(examples);
	}

	static Utterance said(String content, boolean spoken) {
		Told.Source source = new Told.Source(Authority.USER, null, null, Visibility.SPACE, SAID_AT.toInstant(), null,
				null, null);
		return new Utterance(spoken ? "user" : null, spoken ? SPEAKER : null, content, SAID_AT, true, source);
	}

	private static List<String> lines(String file) {
		try (InputStream stream = Objects.requireNonNull(Examples.class.getResourceAsStream("/extract/" + file))) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
