package dev.loci.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import dev.loci.memory.Ontology;
import dev.loci.memory.Predicate;
import dev.loci.memory.PredicateName;
import dev.loci.memory.Range;
import dev.loci.memory.Reading;
import dev.loci.memory.TimeKind;
import org.jspecify.annotations.Nullable;

/**
 * The words of an ontology as they are found in sentences: in any form of their verbs,
 * and with adverbs between them.
 */
final class Lexicon {

	private static final int LONGEST = 6;

	private final Ontology ontology;

	private final Map<String, Map<Reading, Phrase>> phrases = new HashMap<>();

	/**
	 * Words of the ontology and what they say.
	 *
	 * @param ends whether they say that it is over
	 */
	record Phrase(Reading reading, boolean ends) {

		/** The name of the predicate, the way round in which it was said. */
		String predicate() {
			Predicate.Inverse inverse = this.reading.predicate().inverse();
			return (this.reading.swapped() && inverse != null) ? inverse.name().value() : this.reading.name().value();
		}

		Range subjects() {
			return this.reading.swapped() ? this.reading.predicate().object() : this.reading.predicate().subject();
		}

		Range objects() {
			return this.reading.swapped() ? this.reading.predicate().subject() : this.reading.predicate().object();
		}

		TimeKind time() {
			return this.reading.predicate().time();
		}

		/** Whether it is about what somebody means to do. */
		boolean isTask() {
			return this.reading.predicate().kind() == Predicate.Kind.TASK;
		}

	}

	/**
	 * What words mean.
	 *
	 * @param count how many words
	 * @param phrases all that they may mean; more than one only for an end
	 */
	record Match(int count, List<Phrase> phrases) {
	}

	Lexicon(Ontology ontology) {
		this.ontology = ontology;
		for (Predicate predicate : ontology.predicates()) {
			add(predicate.name(), predicate.synonyms(), predicate.ends());
			Predicate.Inverse inverse = predicate.inverse();
			if (inverse != null) {
				add(inverse.name(), inverse.synonyms(), inverse.ends());
			}
		}
	}

	private void add(PredicateName name, List<String> synonyms, List<String> ends) {
		add(name.words(), new Phrase(this.ontology.read(name.value()), false));
		synonyms.forEach((synonym) -> add(synonym, new Phrase(this.ontology.read(synonym), false)));
		for (String end : ends) {
			this.ontology.endings(end).forEach((reading) -> add(end, new Phrase(reading, true)));
		}
	}

	private void add(String written, Phrase phrase) {
		String key = key(words(written).toList());
		if (!key.isEmpty()) {
			this.phrases.computeIfAbsent(key, (any) -> new LinkedHashMap<>()).putIfAbsent(phrase.reading(), phrase);
		}
	}

	private static Stream<String> words(String written) {
		return Arrays.stream(written.toLowerCase(Locale.ROOT).split("[\\s_]+", -1))
			.flatMap((word) -> Contractions.parts(word, "").stream())
			.filter((word) -> !Adverbs.contain(word));
	}

	private static String key(List<String> words) {
		List<String> stems = new ArrayList<>();
		words.forEach((word) -> stems.add(Verbs.stem(word.equals("an") ? "a" : word)));
		return String.join(" ", stems);
	}

	/** The longest words at the beginning of these that the ontology knows. */
	@Nullable Match longest(List<String> words) {
		for (int count = Math.min(LONGEST, words.size()); count > 0; count--) {
			List<Phrase> phrases = meaning(words.subList(0, count));
			if (!phrases.isEmpty()) {
				return new Match(count, phrases);
			}
		}
		return null;
	}

	/** What exactly these words mean: nothing, if they may say this or that. */
	List<Phrase> meaning(List<String> words) {
		List<Phrase> phrases = List.copyOf(this.phrases.getOrDefault(key(words), Map.of()).values());
		return (phrases.size() > 1 && !phrases.stream().allMatch(Phrase::ends)) ? List.of() : phrases;
	}

	/** What it means to be somebody's boss, dog or name. */
	@Nullable Phrase noun(List<String> noun) {
		for (List<String> words : List.of(noun, with(List.of("has"), noun), with(List.of("has", "a"), noun),
				with(noun, List.of("is")))) {
			List<Phrase> phrases = meaning(words);
			if (phrases.size() == 1 && !phrases.getFirst().ends()) {
				return phrases.getFirst();
			}
		}
		List<Phrase> mutual = meaning(with(noun, List.of("of")));
		return (mutual.size() == 1 && mutual.getFirst().reading().predicate().symmetric()) ? mutual.getFirst() : null;
	}

	private static List<String> with(List<String> first, List<String> second) {
		return Stream.concat(first.stream(), second.stream()).toList();
	}

	/** Whether both types name the same sort of thing. */
	boolean isSameFamily(String type, String other) {
		return this.ontology.isSameType(type, other) || (this.ontology.family(type).isPresent()
				&& this.ontology.family(type).equals(this.ontology.family(other)));
	}

}
