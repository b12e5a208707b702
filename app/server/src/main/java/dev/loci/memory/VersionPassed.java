package dev.loci.memory;

/**
 * Something has changed since the caller has seen it.
 */
public final class VersionPassed extends MemoryException {

	private final String field;

	private final String subject;

	private VersionPassed(String noun, String field, String subject, int version) {
		super("The " + noun + " " + subject + " is at version " + version + " now");
		this.field = field;
		this.subject = subject;
	}

	public static VersionPassed of(FactId id, int version) {
		return new VersionPassed("fact", "factId", id.toString(), version);
	}

	public static VersionPassed ofBlock(String label, int version) {
		return new VersionPassed("block", "label", label, version);
	}

	/** What its name is called where it is named. */
	public String field() {
		return this.field;
	}

	public String subject() {
		return this.subject;
	}

}
