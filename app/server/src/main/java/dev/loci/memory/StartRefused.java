package dev.loci.memory;

/**
 * Starting now would do harm or lead nowhere: says what is wrong and what to do.
 */
public final class StartRefused extends RuntimeException {

	private final String remedy;

	public StartRefused(String message, String remedy) {
		super(message);
		this.remedy = remedy;
	}

	public String remedy() {
		return this.remedy;
	}

}
