package dev.loci.extract;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.loci.memory.Family;
import dev.loci.memory.Ontology;
import dev.loci.memory.Predicate;
import dev.loci.memory.Range;
import dev.loci.memory.Slot;
import dev.loci.memory.TimeKind;

/**
 * What a space knows how to say, in as few words as a model needs.
 */
final class PromptOntology {

	private PromptOntology() {
	}

	static String lines(Ontology ontology) {
		String types = ontology.families()
			.stream()
			.map(Family::types)
			.map(List::getFirst)
			.map(PromptOntology::word)
			.collect(Collectors.joining(", "));
		return "\nTypes, or narrower words: " + types + "\n\nPredicates (subject > object; 1: one object at a time; "
				+ "once: happened, with a start and no end):\n"
				+ ontology.predicates().stream().map(PromptOntology::line).collect(Collectors.joining("\n"));
	}

	private static String line(Predicate predicate) {
		String line = predicate.name() + " " + words(predicate.subject()) + " > " + words(predicate.object());
		return line + (predicate.slot() instanceof Slot.OfSubject ? " 1" : "")
				+ ((predicate.time() == TimeKind.OCCURRENCE) ? " once" : "");
	}

	private static String words(Range range) {
		String words = Stream
			.concat(range.types().stream().map(PromptOntology::word),
					range.literals().stream().map((literal) -> literal.name().toLowerCase(Locale.ROOT)).sorted())
			.collect(Collectors.joining("|"));
		return words.isEmpty() ? "any" : words;
	}

	/** Whoever writes an ontology may write quotes, but no lines. */
	private static String word(String type) {
		String quoted = PromptWord.quoted(type);
		return quoted.substring(1, quoted.length() - 1);
	}

}
