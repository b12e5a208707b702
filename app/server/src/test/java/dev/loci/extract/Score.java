package dev.loci.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

import dev.loci.extract.Examples.Example;
import dev.loci.memory.Moment;
import dev.loci.memory.Named;
import dev.loci.memory.Ontology;
import dev.loci.memory.Polarity;
import dev.loci.memory.Reading;
import dev.loci.memory.Told;
import dev.loci.resolve.Ontologies;
import org.jspecify.annotations.Nullable;

/**
 * How many of the claims in sentences were found, and how many were found that are none.
 *
 * @param found of those that are there
 * @param missed of those that are there
 * @param invented that are not there
 * @param differences what was missed (-) and invented (+), sentence by sentence
 */
record Score(int found, int missed, int invented, List<String> differences) {

	private static final Ontology ONTOLOGY = Ontologies.standard();

	static Score of(Extractor extractor, Examples examples) {
		int found = 0;
		int missed = 0;
		int invented = 0;
		List<String> differences = new ArrayList<>();
		for (Example example : examples.all()) {
			TreeSet<String> told = claims(extractor, example.utterance());
			TreeSet<String> wanted = new TreeSet<>();
			example.claims().forEach((claim) -> wanted.add(turned(claim)));
			TreeSet<String> right = new TreeSet<>(told);
			right.retainAll(wanted);
			found += right.size();
			missed += wanted.size() - right.size();
			invented += told.size() - right.size();
			if (!told.equals(wanted)) {
				differences.add(example.utterance().content());
				wanted.stream()
					.filter((claim) -> !told.contains(claim))
					.forEach((claim) -> differences.add("  - " + claim));
				told.stream()
					.filter((claim) -> !wanted.contains(claim))
					.forEach((claim) -> differences.add("  + " + claim));
			}
		}
		return new Score(found, missed, invented, differences);
	}

	double precision() {
		return (double) this.found / (this.found + this.invented);
	}

	double recall() {
		return (double) this.found / (this.found + this.missed);
	}

	private static TreeSet<String> claims(Extractor extractor, Utterance utterance) {
		TreeSet<String> claims = new TreeSet<>();
		extractor.extract(new Excerpt(ONTOLOGY, List.of(utterance), List.of()))
			.told()
			.forEach((told) -> claims
				.add(turned(String.join(" | ", name(told.subject()), String.valueOf(told.predicate()),
						(told.value() != null) ? told.value().toString() : name(told.object()), time(told)))));
		return claims;
	}

	private static String name(@Nullable Named named) {
		return String.valueOf((named != null) ? named.name() : null);
	}

	/** By what it means, whichever way round it was said. */
	private static String turned(String claim) {
		String[] parts = claim.split(" \\|", -1);
		Reading reading = ONTOLOGY.read(parts[1].strip());
		Reading.Ends<String> ends = reading.turn(parts[0].strip(), parts[2].strip(), String::compareToIgnoreCase);
		return String.join(" | ", ends.subject(), reading.name().value(), ends.object(), parts[3].strip())
			.toLowerCase(Locale.ROOT);
	}

	private static String time(Told told) {
		List<String> time = new ArrayList<>();
		if (told.polarity() == Polarity.END) {
			return "end" + ((told.to() != null) ? " " + show(told.to()) : "");
		}
		if (told.from() != null) {
			time.add("from " + show(told.from()));
		}
		boolean over = told.to() != null && told.to().at().equals(Examples.SAID_AT.toInstant());
		if (over) {
			time.add("over");
		}
		else if (told.to() != null) {
			time.add((told.through() ? "through " : "to ") + show(told.to()));
		}
		if (Examples.SAID_AT.toInstant().equals(told.holdsAt())) {
			time.add("now");
		}
		return String.join(", ", time);
	}

	private static String show(@Nullable Moment moment) {
		return TimeWordsTests.show(moment);
	}

	@Override
	public String toString() {
		return "precision %.3f, recall %.3f (%d found, %d missed, %d invented)".formatted(precision(), recall(),
				this.found, this.missed, this.invented);
	}

}
