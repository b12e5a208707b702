package dev.loci.memory;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The work that an accepted request still causes, and how it went.
 *
 * @param attempts how often it was begun, but for those times that were cut off
 * @param progress how far it has come, where that may take long
 * @param error why the last attempt failed
 * @param result what it did, once it has ended; of one that failed, what it did until
 * then
 */
public record Job(JobId id, String space, Kind kind, Status status, int attempts, Instant acceptedAt,
		@Nullable Instant finishedAt, @Nullable Progress progress, @Nullable Problem error, @Nullable Result result) {

	/** What is to be done. */
	public enum Kind {

		/** To work on episodes. */
		INGEST,
		/** To believe anew all that was claimed. */
		REBUILD,
		/** To read anew all that was said, and to believe what it claims then. */
		REREAD

	}

	/** How far a job has come. Only {@code DONE} and {@code FAILED} are final. */
	public enum Status {

		ACCEPTED, RUNNING, RETRYING, DONE, FAILED;

		public boolean isFinal() {
			return this == DONE || this == FAILED;
		}

	}

	/** How many passages were read anew, and how many there are to read. */
	public record Progress(int read, int of) {
	}

	/** What went wrong, as RFC 9457 tells it. */
	public record Problem(String type, String title, String detail) {

		public static Problem of(String detail) {
			return new Problem("/problems/job-failed", "Job failed", detail);
		}

	}

	/**
	 * What a job has done that has ended. What was found is told of one job only, not in
	 * a list.
	 *
	 * @param passages made findable
	 * @param statements learned, or read anew
	 * @param extractor who has read what was said; nobody, if that is switched off
	 * @param entities that the statements are about
	 * @param facts what became of each statement
	 * @param dropped what was found and not taken
	 * @param note what a caller might miss otherwise
	 */
	public record Result(int episodes, int passages, int statements, @Nullable String extractor,
			@Nullable List<Entity.Ref> entities, @Nullable List<Found> facts, @Nullable List<Dropped> dropped,
			Model model, Millis millis, @Nullable String note) {
	}

	/**
	 * What became of a statement.
	 *
	 * @param id the fact that it supports or ended, if there is one
	 */
	public record Found(@Nullable FactId id, String outcome, String text) {
	}

	/** Something that was not taken, and why. */
	public record Dropped(String text, String reason) {
	}

	/** What a language model was asked for it. */
	public record Model(int calls, long promptTokens, long completionTokens) {
	}

	/** How long each stage took. */
	public record Millis(long embed, long extract, long resolve, long judge) {
	}

}
