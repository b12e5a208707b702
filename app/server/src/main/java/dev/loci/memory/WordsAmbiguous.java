package dev.loci.memory;

/**
 * A block has the words that shall be replaced more than once.
 */
public final class WordsAmbiguous extends MemoryException {

	private final String label;

	public WordsAmbiguous(String label, int times) {
		super("The block " + label + " has the words that shall be replaced " + times + " times");
		this.label = label;
	}

	public String label() {
		return this.label;
	}

}
