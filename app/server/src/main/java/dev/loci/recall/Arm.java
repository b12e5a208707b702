package dev.loci.recall;

/**
 * A way in which memories are found, as it is called in JSON.
 */
public enum Arm {

	/** They mean what the question means. */
	vector,
	/** They mean it together with what was said right before. */
	context,
	/** They have words of the question. */
	fullText,
	/** Words of the question stand in them and around them. */
	around,
	/** Words of the question stand in them and right before them. */
	before,
	/** They are about whom the question names. */
	entity,
	/** They are one step further: about those to whom other memories lead. */
	graph,
	/** They are of the time that the question asks about. */
	time

}
