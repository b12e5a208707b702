package dev.loci.memory;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Fields hold something that no memory can be made of.
 */
public final class InvalidInput extends MemoryException {

	private final List<Flaw> flaws;

	public InvalidInput(String field, String reason) {
		this(List.of(new Flaw(field, reason)));
	}

	public InvalidInput(List<Flaw> flaws) {
		super(flaws.stream().map((flaw) -> flaw.field() + " " + flaw.reason()).collect(Collectors.joining("; ")));
		this.flaws = List.copyOf(flaws);
	}

	public List<Flaw> flaws() {
		return this.flaws;
	}

	/** Of the first one, where there is but one. */
	public String field() {
		return this.flaws.getFirst().field();
	}

	/** Of the first one, where there is but one. */
	public String reason() {
		return this.flaws.getFirst().reason();
	}

	/** What is wrong with one field, so that the sentence "field reason" can be read. */
	public record Flaw(String field, String reason) {
	}

}
