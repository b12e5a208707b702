package dev.loci.rest;

import java.util.Objects;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a block shall be, as a whole.
 */
record BlockRequest(@Nullable String text, @Schema(description = "What belongs in it") @Nullable String description,
		@Schema(description = "How many characters it may have; 5,000 if absent") @Nullable Integer limit) {

	String text(RestSettings limits) {
		new Flaws().unless(this.text != null, "text", "must be a text; an empty one will do")
			.text("text", this.text)
			.text("description", this.description)
			.length("description", this.description, limits.name())
			.refuse();
		return Objects.requireNonNull(this.text);
	}

	/** What is added at the end. */
	record Append(@Nullable String text) {

		String checked() {
			new Flaws().unless(this.text != null && !this.text.isEmpty(), "text", "must not be empty")
				.text("text", this.text)
				.refuse();
			return Objects.requireNonNull(this.text);
		}

	}

	/**
	 * What takes the place of what.
	 */
	record Replace(@Schema(description = "Words that the block has exactly once, to the letter") @Nullable String old,
			@Schema(description = "May be empty: then the old words go") @Nullable String by) {

		Replace checked() {
			new Flaws().unless(this.old != null && !this.old.isEmpty(), "old", "must not be empty")
				.unless(this.by != null, "by", "must be a text; an empty one takes the old words away")
				.text("old", this.old)
				.text("by", this.by)
				.refuse();
			return this;
		}

	}

}
