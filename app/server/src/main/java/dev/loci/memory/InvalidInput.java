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

	/** The same of another field: who reads a value does not know where it stands. */
	public InvalidInput in(String field) {
		return new InvalidInput(this.flaws.stream().map((flaw) -> new Flaw(field, flaw.reason())).toList());
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
