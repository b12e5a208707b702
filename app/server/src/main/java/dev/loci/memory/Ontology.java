package dev.loci.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a space knows how to say: its predicates with all words for them, and its types.
 * <p>
 * It has no gaps: a predicate that it does not know is {@link #RELATED_TO} with the name
 * kept, so nothing that is said has to be thrown away.
 */
public final class Ontology {

	/** Stands for every predicate that the ontology does not know. */
	public static final Predicate RELATED_TO = relatedTo();

	private static final int MOST_FAMILIES = 50;

	private static final int MOST_PREDICATES = 200;

	private final List<Family> families;

	private final List<Predicate> predicates;

	private final Map<String, Family> familyByType;

	private final Vocabulary vocabulary;

	/**
	 * Refuses what contradicts itself. The field of the {@link InvalidInput} is the path
	 * to the culprit: {@code LIVES_IN.synonyms.moved to}.
	 */
	public Ontology(List<Family> families, List<Predicate> predicates) {
		this.families = List.copyOf(families);
		this.predicates = List.copyOf(predicates);
		if (families.size() > MOST_FAMILIES) {
			throw new InvalidInput("families", "are more than " + MOST_FAMILIES);
		}
		if (predicates.size() > MOST_PREDICATES) {
			throw new InvalidInput("predicates", "are more than " + MOST_PREDICATES);
		}
		this.familyByType = familyByType(families);
		this.predicates.forEach(this::checkTypes);
		SlotGroups.check(this.predicates);
		this.vocabulary = new Vocabulary(this.predicates);
	}

	/**
	 * What a written predicate means, by its name or any synonym. A predicate that nobody
	 * knows must at least be a {@link PredicateName}.
	 */
	public Reading read(String written) {
		PredicateName.bounded(written);
		return this.vocabulary.reading(written)
			.orElseGet(() -> new Reading(RELATED_TO, new PredicateName(written), false));
	}

	/**
	 * What is over when these words are said: "left" may end a job or a membership, the
	 * type of the object tells. Empty for words that end nothing.
	 */
	public List<Reading> endings(String written) {
		PredicateName.bounded(written);
		return this.vocabulary.endings(written);
	}

	/** The family of a type, unless the ontology does not know the type. */
	public Optional<Family> family(String type) {
		return Optional.ofNullable(this.familyByType.get(Phrase.key(type)));
	}

	/** Whether two types are one, whatever case or blanks they were written with. */
	public boolean isSameType(String type, String other) {
		return type.equals(other) || Phrase.key(type).equals(Phrase.key(other));
	}

	public List<Family> families() {
		return this.families;
	}

	/** All but {@link #RELATED_TO}, in the order of the file. */
	public List<Predicate> predicates() {
		return this.predicates;
	}

	private static Map<String, Family> familyByType(List<Family> families) {
		Map<String, Family> byType = new HashMap<>();
		for (Family family : families) {
			for (String type : family.types()) {
				String path = "families." + family.name() + "." + type;
				String key = Phrase.key(type);
				if (key.isEmpty() || type.length() > PredicateName.LONGEST) {
					throw new InvalidInput(path, "must be words of at most " + PredicateName.LONGEST + " characters");
				}
				if (Range.Literal.named(key).isPresent()) {
					throw new InvalidInput(path, "is the word for a kind of value");
				}
				Family other = byType.put(key, family);
				if (other != null) {
					throw new InvalidInput(path, "is already a type of " + other.name());
				}
			}
		}
		return byType;
	}

	private void checkTypes(Predicate predicate) {
		checkTypes(predicate.name() + ".subject", predicate.subject());
		checkTypes(predicate.name() + ".object", predicate.object());
	}

	private void checkTypes(String path, Range range) {
		for (String type : range.types()) {
			if (family(type).isEmpty()) {
				throw new InvalidInput(path + "." + type, "is a type of no family");
			}
		}
	}

	private static Predicate relatedTo() {
		PredicateName name = new PredicateName("RELATED_TO");
		return new Predicate(name, List.of(), List.of(), Range.ANYTHING, Range.ANYTHING, false, null,
				Predicate.Kind.KNOWLEDGE, TimeKind.STATE, new Slot.Open(), Template.of(name));
	}

}
