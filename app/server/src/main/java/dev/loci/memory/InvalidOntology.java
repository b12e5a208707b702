package dev.loci.memory;

/**
 * An ontology that cannot be used, and the line of its file where that shows.
 */
public final class InvalidOntology extends MemoryException {

	private final int line;

	private final String reason;

	public InvalidOntology(int line, String reason) {
		super("Line " + line + " of the ontology: " + reason);
		this.line = line;
		this.reason = reason;
	}

	/** Counted from 1. */
	public int line() {
		return this.line;
	}

	public String reason() {
		return this.reason;
	}

}
