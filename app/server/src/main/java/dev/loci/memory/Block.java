package dev.loci.memory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * One version of a block of core memory: a text that an agent keeps under a label, and
 * that stands first in every context.
 *
 * @param space the name of its space
 * @param version counted from 1
 * @param description what belongs in it
 * @param limit how many characters it may have
 * @param recordedTo absent if it is the version of the moment that was asked for
 */
public record Block(String space, String label, int version, String text, @Nullable String description, int limit,
		Instant recordedFrom, @Nullable Instant recordedTo) {

	private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_-]{1,64}");

	public Block {
		label(label);
		Text.checked("text", text);
		Text.checkAll("description", description);
	}

	/** Returns the label if a block may have it. */
	public static String label(String label) {
		if (!LABEL.matcher(label).matches()) {
			throw new InvalidInput("label", "must be 1 to 64 letters, digits, _ or - and nothing else");
		}
		return label;
	}

	/** Which version it is. */
	public Stamp stamp() {
		return new Stamp(this.version, this.recordedFrom);
	}

	/** Its text with more on a line of its own. */
	public String with(String more) {
		return this.text.isEmpty() ? more : this.text + "\n" + more;
	}

	/** Its text with other words in the place of some that it has exactly once. */
	public String with(String old, String replacement) {
		int place = this.text.indexOf(old);
		if (place < 0) {
			throw new WordsAbsent(this.label);
		}
		int times = 1;
		for (int next = place; (next = this.text.indexOf(old, next + 1)) >= 0;) {
			times++;
		}
		if (times > 1) {
			throw new WordsAmbiguous(this.label, times);
		}
		return this.text.substring(0, place) + replacement + this.text.substring(place + old.length());
	}

	/**
	 * What tells a version from all others, and from those of a block that had its label
	 * before and was erased.
	 */
	public record Stamp(int version, Instant recordedFrom) {

		/** As it is told to callers. */
		@Override
		public String toString() {
			return this.version + "-" + Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, this.recordedFrom), 36);
		}

		/** Whether this is what a caller has seen: a stamp, or the version alone. */
		public boolean is(String seen) {
			return seen.equals(toString()) || seen.equals(String.valueOf(this.version));
		}

	}

}
