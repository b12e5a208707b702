package dev.loci.context;

/**
 * A text that an agent can read.
 *
 * @param tokens how many it has
 */
public record Packed(String text, int tokens) {

	static final Packed NOTHING = new Packed("", 0);

}
