package dev.loci.rest;

import java.util.List;
import java.util.stream.Collectors;

import dev.loci.memory.InvalidInput;
import dev.loci.memory.InvalidInput.Flaw;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Says of a body that cannot be read where that is, and why.
 */
final class Misread {

	private Misread() {
	}

	/** Says which field cannot be read, and why. */
	static InvalidInput of(JacksonException ex) {
		String field = field(ex);
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof InvalidInput invalid) {
				return new InvalidInput(at(field, invalid));
			}
		}
		String reason = (ex instanceof UnrecognizedPropertyException unknown)
				? "is not a field here; known are " + unknown.getKnownPropertyIds() : "has the wrong type or form";
		return new InvalidInput(field.isEmpty() ? "body" : field, reason);
	}

	/** Where in the body: {@code messages[0].content}. */
	static String field(@Nullable Throwable ex) {
		return !(ex instanceof JacksonException json) ? ""
				: json.getPath()
					.stream()
					.map((step) -> (step.getPropertyName() != null) ? "." + step.getPropertyName()
							: "[" + step.getIndex() + "]")
					.collect(Collectors.joining())
					.replaceFirst("^\\.", "");
	}

	/** Who reads a value does not know which field it is in. */
	static List<Flaw> at(String field, InvalidInput invalid) {
		return invalid.flaws()
			.stream()
			.map((flaw) -> flaw.field().isEmpty() ? new Flaw(field, flaw.reason()) : flaw)
			.toList();
	}

}
