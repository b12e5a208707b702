package dev.loci.rest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.loci.memory.InvalidInput;
import dev.loci.memory.InvalidInput.Flaw;
import dev.loci.memory.Text;
import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * Collects what is wrong with a request, so that a caller hears of all of it at once.
 */
final class Flaws {

	private final List<Flaw> found = new ArrayList<>();

	Flaws unless(boolean fine, String field, String reason) {
		if (!fine) {
			this.found.add(new Flaw(field, reason));
		}
		return this;
	}

	Flaws length(String field, @Nullable String text, int most) {
		return unless(text == null || text.length() <= most, field, "must have at most " + most + " characters");
	}

	Flaws size(String field, @Nullable String text, DataSize most) {
		boolean fits = text == null || text.length() <= most.toBytes() / 3
				|| text.getBytes(StandardCharsets.UTF_8).length <= most.toBytes();
		return unless(fits, field, "must have at most " + most.toBytes() + " bytes in UTF-8");
	}

	/** All that is written in it must be what can be kept. */
	Flaws text(String field, @Nullable Object json) {
		try {
			Text.checkAll(field, json);
		}
		catch (InvalidInput ex) {
			this.found.addAll(ex.flaws());
		}
		return this;
	}

	Flaws range(String field, long value, long least, long most) {
		return unless(value >= least && value <= most, field, "must be " + least + " to " + most);
	}

	/** Reads a field, and says in which one it is if it cannot be read. */
	static <T> T read(String field, String text, Function<String, T> reader) {
		try {
			return reader.apply(text);
		}
		catch (InvalidInput ex) {
			throw ex.in(field);
		}
	}

	void refuse() {
		if (!this.found.isEmpty()) {
			throw new InvalidInput(this.found);
		}
	}

}
