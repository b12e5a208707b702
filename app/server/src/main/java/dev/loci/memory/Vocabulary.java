package dev.loci.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All words of an ontology and what they mean. A word means one thing; only words for an
 * end may stand for the end of several.
 */
final class Vocabulary {

	private final Map<String, Reading> readings = new HashMap<>();

	private final Map<String, List<Reading>> endings = new HashMap<>();

	Vocabulary(List<Predicate> predicates) {
		addName(Reading.of(Ontology.RELATED_TO, false), Ontology.RELATED_TO.name());
		for (Predicate predicate : predicates) {
			addName(Reading.of(predicate, false), predicate.name());
			if (predicate.inverse() != null) {
				addName(Reading.of(predicate, true), predicate.inverse().name());
			}
		}
		for (Predicate predicate : predicates) {
			addSynonyms(Reading.of(predicate, false), predicate.name(), predicate.synonyms());
			if (predicate.inverse() != null) {
				addSynonyms(Reading.of(predicate, true), predicate.inverse().name(), predicate.inverse().synonyms());
			}
		}
		for (Predicate predicate : predicates) {
			addEnds(Reading.of(predicate, false), predicate.name(), predicate.ends());
			if (predicate.inverse() != null) {
				addEnds(Reading.of(predicate, true), predicate.inverse().name(), predicate.inverse().ends());
			}
		}
	}

	Optional<Reading> reading(String written) {
		return Optional.ofNullable(this.readings.get(Phrase.key(written)));
	}

	List<Reading> endings(String written) {
		return List.copyOf(this.endings.getOrDefault(Phrase.key(written), List.of()));
	}

	private void addName(Reading reading, PredicateName name) {
		if (this.readings.putIfAbsent(Phrase.key(name.value()), reading) != null) {
			throw new InvalidInput(name.value(), "is already the name of a predicate");
		}
	}

	/**
	 * A predicate may repeat its own name in words, since that is how people write it.
	 */
	private void addSynonyms(Reading reading, PredicateName name, List<String> synonyms) {
		String own = Phrase.key(name.value());
		for (String synonym : synonyms) {
			String key = Phrase.key(synonym);
			Reading other = key.equals(own) ? null : this.readings.putIfAbsent(key, reading);
			if (other != null) {
				throw new InvalidInput(name + ".synonyms." + synonym, "already means " + other.name());
			}
		}
	}

	private void addEnds(Reading reading, PredicateName name, List<String> ends) {
		for (String end : ends) {
			String path = name + ".ends." + end;
			Reading other = this.readings.get(Phrase.key(end));
			if (other != null) {
				throw new InvalidInput(path, "already means " + other.name());
			}
			List<Reading> same = this.endings.computeIfAbsent(Phrase.key(end), (key) -> new ArrayList<>());
			if (same.contains(reading)) {
				throw new InvalidInput(path, "is there twice");
			}
			same.add(reading);
		}
	}

}
