package dev.loci.memory;

/**
 * A block does not have the words that shall be replaced.
 */
public final class WordsAbsent extends MemoryException {

	private final String label;

	public WordsAbsent(String label) {
		super("The block " + label + " does not have the words that shall be replaced");
		this.label = label;
	}

	public String label() {
		return this.label;
	}

}
