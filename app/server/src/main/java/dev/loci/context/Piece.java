package dev.loci.context;

/**
 * One memory as it stands in a context: whole, or not at all.
 *
 * @param group what stands above those of one kind, once: a line of its own, or nothing
 * @param place its order within its group
 * @param text with the end of its line
 */
record Piece(Part part, String group, long place, String text) {
}
