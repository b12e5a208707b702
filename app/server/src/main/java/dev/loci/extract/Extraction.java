package dev.loci.extract;

import java.util.List;
import java.util.stream.Stream;

import dev.loci.memory.EpisodeId;
import dev.loci.memory.Told;
import org.jspecify.annotations.Nullable;

/**
 * What was found in an excerpt.
 *
 * @param told in the order in which it was said
 * @param dropped what was found and not taken
 */
public record Extraction(List<Told> told, List<Dropped> dropped, Usage usage) {

	static final Extraction NOTHING = new Extraction(List.of(), List.of(), Usage.NONE);

	public Extraction {
		told = List.copyOf(told);
		dropped = List.copyOf(dropped);
	}

	/** What was found in what comes before, and in this. */
	Extraction and(Extraction next) {
		return new Extraction(Stream.concat(this.told.stream(), next.told.stream()).toList(),
				Stream.concat(this.dropped.stream(), next.dropped.stream()).toList(), this.usage.and(next.usage));
	}

	/**
	 * Something that was not taken as a statement.
	 *
	 * @param text as it was said, or as the model gave it; of a long one, how it begins
	 * @param reason why not
	 * @param episode where it was said, if that is known
	 */
	public record Dropped(String text, String reason, @Nullable EpisodeId episode) {

		private static final int LONGEST = 200;

		private static final String RECORD = "records are not read without a model";

		private static final String LANGUAGE = "language not covered";

		private static final String FOREIGN = "quoted, pasted, played, taken back or code: nothing that its author claims";

		/** Why words are left out that stand beside what is read. */
		public static final String LEFT_OUT = "left out: quoted, pasted, played, taken back or code";

		public Dropped {
			text = text.substring(0,
					text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length()))));
		}

		/** What is no sentence, where only sentences are read. */
		public static Dropped record(String text, @Nullable EpisodeId episode) {
			return new Dropped(text, RECORD, episode);
		}

		/** What is said in a language that is not read. */
		static Dropped language(String text, @Nullable EpisodeId episode) {
			return new Dropped(text, LANGUAGE, episode);
		}

		/** All that was said, where nothing of it is its author's own. */
		static Dropped foreign(String text, @Nullable EpisodeId episode) {
			return new Dropped(text, FOREIGN, episode);
		}

		/** What is not its author's own beside what is. */
		static Dropped leftOut(String text, @Nullable EpisodeId episode) {
			return new Dropped(text, LEFT_OUT, episode);
		}

		/**
		 * Whether nobody has read any of what was said: then nobody knows what it claims.
		 */
		public boolean isOfAll() {
			return this.reason.equals(RECORD) || this.reason.equals(LANGUAGE) || this.reason.equals(FOREIGN);
		}

	}

	/** What a model was asked for this, and what it cost. */
	public record Usage(int calls, long promptTokens, long completionTokens) {

		public static final Usage NONE = new Usage(0, 0, 0);

		public Usage and(Usage other) {
			return new Usage(this.calls + other.calls, this.promptTokens + other.promptTokens,
					this.completionTokens + other.completionTokens);
		}

	}

}
