package dev.loci.memory;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The work that an accepted request still causes, and how it went.
 *
 * @param attempts how often it was begun
 * @param error why the last attempt failed
 * @param result what it did, once it is done
 */
public record Job(JobId id, String space, Kind kind, Status status, int attempts, Instant acceptedAt,
		@Nullable Instant finishedAt, @Nullable Problem error, @Nullable Result result) {

	/** What is to be done. */
	public enum Kind {

		/** To work on episodes. */
		INGEST,
		/** To believe anew all that was claimed. */
		REBUILD

	}

	/** How far a job has come. Only {@code DONE} and {@code FAILED} are final. */
	public enum Status {

		ACCEPTED, RUNNING, RETRYING, DONE, FAILED;

		public boolean isFinal() {
			return this == DONE || this == FAILED;
		}

	}

	/** What went wrong, as RFC 9457 tells it. */
	public record Problem(String type, String title, String detail) {

		public static Problem of(String detail) {
			return new Problem("/problems/job-failed", "Job failed", detail);
		}

	}

	/**
	 * What a finished job has done.
	 *
	 * @param passages made findable
	 * @param statements read
	 */
	public record Result(int episodes, int passages, int statements) {
	}

}
