package dev.loci.extract;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Who reads what was said.
 */
@Component
public final class Extractors {

	/**
	 * The one that is wished for, else the one that is set for all; nobody, if that is
	 * off.
	 */
	public Optional<Extractor> of(@Nullable Mode wish) {
		return Optional.empty();
	}

	/** How many passages are read at once. */
	public int messages() {
		return 10;
	}

	/** How many of those before are told along, so that these are understood. */
	public int messagesBefore() {
		return 4;
	}

	/** Whose messages may claim something. */
	public Set<String> roles() {
		return Set.of("user");
	}

	/** The ways of reading. */
	public enum Mode {

		/** With a model if there is one, else without. */
		AUTO,
		/** With a language model. */
		MODEL,
		/** In this process, by grammar. */
		LOCAL,
		/** Not at all: what is said is kept and found, and claims nothing. */
		OFF

	}

}
