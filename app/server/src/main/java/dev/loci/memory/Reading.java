package dev.loci.memory;

import java.util.Comparator;

/**
 * What a written predicate means: which one of the ontology, and which way round.
 *
 * @param predicate the one that is stored
 * @param name the name to keep: the predicate's own, or as it was written when the
 * ontology does not know it
 * @param swapped whether subject and object change places, since an inverse was written
 */
public record Reading(Predicate predicate, PredicateName name, boolean swapped) {

	static Reading of(Predicate predicate, boolean swapped) {
		return new Reading(predicate, predicate.name(), swapped);
	}

	/**
	 * Puts both ends the way round in which they are stored.
	 * @param order decides for symmetric predicates, where either way says the same
	 */
	public <T> Ends<T> turn(T subject, T object, Comparator<? super T> order) {
		return isTurned(subject, object, order) ? new Ends<>(object, subject) : new Ends<>(subject, object);
	}

	/** Whether both ends are stored the other way round than they are told. */
	public <T> boolean isTurned(T subject, T object, Comparator<? super T> order) {
		return this.predicate.symmetric() ? order.compare(subject, object) > 0 : this.swapped;
	}

	/** Writes the fact as a sentence, its ends already turned. */
	public String text(String subject, String object) {
		Template template = this.name.equals(this.predicate.name()) ? this.predicate.template()
				: Template.of(this.name);
		return template.render(subject, object);
	}

	/** Both ends of a statement, as they are stored. */
	public record Ends<T>(T subject, T object) {
	}

}
