package dev.loci.extract;

import java.util.List;

import dev.loci.memory.Ontology;
import dev.loci.memory.Polarity;
import dev.loci.memory.Told;
import dev.loci.resolve.Ontologies;
import io.micrometer.observation.ObservationRegistry;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

class LocalExtractorProperties {

	private static final LocalExtractor EXTRACTOR = new LocalExtractor(ObservationRegistry.NOOP);

	private static final Ontology STANDARD = Ontologies.standard();

	private static final List<String> WORDS = List.of("I", "i'm", "don't", "my", "sister", "Ana", "Ana's", "she",
			"live", "lives", "in", "at", "Berlin", "Acme", "work", "moved", "from", "to", "not", "but", "no", "longer",
			"used", "instead", "of", "and", ",", "who", "is", "a", "nurse", "34", "years", "old", "since", "2019",
			"in March", "until", "Friday", "left", "quit", "job", "born", "on", "May 5, 1990", "'s", "'", "the",
			"anymore", "turned", "with", "every", "called", "named", "like", "plan", "has", "been", "😀", ".",
			"because", "so", "favorite");

	@Property(tries = 300, seed = "2026")
	void readsAnyText(@ForAll String text) {
		assertThat(told(text)).allSatisfy((told) -> check(told, text));
	}

	@Property(tries = 1_500, seed = "2026")
	void tellsOnlyWhatCanBeKept(@ForAll("sentences") String text) {
		assertThat(told(text)).allSatisfy((told) -> check(told, text));
	}

	private static void check(Told told, String text) {
		assertThat(told.subject()).isNotNull();
		assertThat(told.object() == null).isNotEqualTo(told.value() == null);
		assertThat(STANDARD.read(String.valueOf(told.predicate())).predicate()).isNotEqualTo(Ontology.RELATED_TO);
		assertThat(text).contains(String.valueOf(told.source().quote()));
		assertThat(told.wording().confidence()).isBetween(0.5, 1.0);
		if (told.polarity() == Polarity.END) {
			assertThat(told.from()).isNull();
			assertThat(told.holdsAt()).isNull();
		}
	}

	private static List<Told> told(String text) {
		return EXTRACTOR.extract(new Excerpt(STANDARD, List.of(Examples.said(text, true)), List.of())).told();
	}

	@Provide
	Arbitrary<String> sentences() {
		return Arbitraries.of(WORDS).list().ofMaxSize(14).map((words) -> String.join(" ", words));
	}

}
