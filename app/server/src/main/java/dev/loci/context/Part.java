package dev.loci.context;

/**
 * The parts of a context, in their order.
 */
enum Part {

	CORE("# Core memory"), SUBJECT("# About"), PROFILE("# Profile"), CHANGES("# Changed lately"), FACTS("# Facts"),
	RELATIONS("# Relations"), EPISODES("# Episodes");

	private final String heading;

	Part(String heading) {
		this.heading = heading;
	}

	/** On a line of its own. */
	String heading() {
		return this.heading + "\n";
	}

}
