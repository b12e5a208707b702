package dev.loci.memory;

/**
 * What time means to a predicate.
 */
public enum TimeKind {

	/** Holds over a stretch: lives in. */
	STATE,

	/** Holds always: was born on. */
	CONSTANT,

	/** Happened, and stays true: visited. */
	OCCURRENCE

}
