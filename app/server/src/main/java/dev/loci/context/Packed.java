package dev.loci.context;

import java.util.List;

/**
 * A text that an agent can read.
 *
 * @param tokens how many it has
 * @param pieces what stands in it
 */
record Packed(String text, int tokens, List<Piece> pieces) {

	static final Packed NOTHING = new Packed("", 0, List.of());

}
