package dev.loci.memory;

/**
 * Whose word a statement is, the weakest first: what counts before its age does.
 */
public enum Authority {

	/** An end that a model proposes. */
	INFERENCE,

	/** An assistant, or a program that posts facts. */
	AGENT,

	/** A message of a user. */
	USER,

	/** A person who puts a fact right. */
	CORRECTION

}
