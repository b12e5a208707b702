package dev.loci.extract;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * Finds out whether an endpoint that has failed on a question fails on all of them: it is
 * asked what any model can answer.
 * <p>
 * That is paid for, too. So one asks for all who want to know, and what it has found out
 * holds for a moment: a storm of failures costs one easy question in that time. If the
 * endpoint goes away within that moment, a job may lose an attempt; it is no longer than
 * jobs wait for their next one, so they lose no more.
 */
final class EndpointTrial {

	private final ReentrantLock turn = new ReentrantLock();

	private final Duration patience;

	private final Duration holds;

	private @Nullable Verdict last;

	private long lastAt;

	/**
	 * Prepares trials.
	 * @param patience how long to wait for one who asks already
	 * @param holds for how long nobody asks again
	 */
	EndpointTrial(Duration patience, Duration holds) {
		this.patience = patience;
		this.holds = holds;
	}

	/** What is known of the endpoint now; the easy question is asked if nothing is. */
	Verdict verdict(Runnable easy) {
		try {
			if (!this.turn.tryLock(this.patience.toNanos(), TimeUnit.NANOSECONDS)) {
				return Verdict.UNKNOWN;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Verdict.UNKNOWN;
		}
		try {
			Verdict known = this.last;
			return (known != null && System.nanoTime() - this.lastAt < this.holds.toNanos()) ? known : found(easy);
		}
		finally {
			this.turn.unlock();
		}
	}

	private Verdict found(Runnable easy) {
		Verdict verdict = asked(easy);
		this.last = (verdict.state() != State.UNKNOWN) ? verdict : null;
		this.lastAt = System.nanoTime();
		return verdict;
	}

	private static Verdict asked(Runnable easy) {
		try {
			easy.run();
			return Verdict.ANSWERS;
		}
		catch (EndpointAway ex) {
			return Verdict.AWAY;
		}
		catch (ModelUnavailable ex) {
			return Verdict.UNKNOWN;
		}
		catch (ModelMisconfigured ex) {
			return new Verdict(State.REFUSES, String.valueOf(ex.getMessage()));
		}
		catch (EndpointRefusal ex) {
			return new Verdict(State.REFUSES,
					ex.getMessage() + ", and so it does any other: check the account, loci.extract.model and the "
							+ "settings beside it");
		}
	}

	/** How an endpoint is. */
	enum State {

		/** It answers: who was not answered is to blame. */
		ANSWERS,
		/** It answers nobody. */
		AWAY,
		/** It understands, and turns everybody away. */
		REFUSES,
		/** It could not be asked now. */
		UNKNOWN

	}

	/** How an endpoint is, and what it said if it refuses. */
	record Verdict(State state, String reason) {

		private static final Verdict ANSWERS = new Verdict(State.ANSWERS, "");

		private static final Verdict AWAY = new Verdict(State.AWAY, "");

		private static final Verdict UNKNOWN = new Verdict(State.UNKNOWN, "");

	}

}
