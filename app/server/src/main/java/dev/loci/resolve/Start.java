package dev.loci.resolve;

import java.time.Instant;
import java.util.Comparator;

import dev.loci.memory.Basis;
import dev.loci.memory.Moment;
import dev.loci.memory.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A moment from which on a statement says its state to hold, and how long it is known to
 * do so.
 */
final class Start {

	/** In the pile, the lowest first: corrections of a stretch above all others. */
	static final Comparator<Start> BY_HEIGHT = Comparator.comparing(Start::liesApart)
		.thenComparingInt((start) -> start.turn);

	final Statement by;

	final Basis basis;

	/** What had first taken back what it says when it began, if anything had. */
	final @Nullable Statement retract;

	/** When; a coarse start may be moved inside of its period. */
	Moment from;

	/** The end that counts, if one is known. */
	@Nullable End until;

	/** How many others had their turn at the pile before it; of no use until then. */
	int turn = -1;

	Start(Statement by, Moment from, Basis basis, @Nullable Statement retract) {
		this.by = by;
		this.from = from;
		this.basis = basis;
		this.retract = retract;
		this.until = own();
	}

	String state() {
		return this.by.state();
	}

	Instant at() {
		return this.from.at();
	}

	/** The end that the same statement tells: then it is a stay and not a move. */
	@Nullable End own() {
		return (this.by.to() != null) ? new End(this.by, this.by.to(), this.retract) : null;
	}

	boolean isHidden() {
		return this.retract != null;
	}

	/**
	 * Whether it is a correction of a stretch, which lies above all that does not
	 * correct.
	 */
	boolean liesApart() {
		return this.by.isCorrection() && this.by.to() != null;
	}

	/** Whether it is a correction that does not know what becomes of it later. */
	boolean isOpenCorrection() {
		return this.by.isCorrection() && this.by.to() == null;
	}

	/** Whether this end can mean it. */
	boolean heeds(End end) {
		return !end.isVoidFor(this.by) && !overrules(end.by(), end.at());
	}

	/**
	 * Whether it opens again what an earlier correction has ended: it stands in the place
	 * of that.
	 */
	boolean reopens(End end) {
		return isOpenCorrection() && end.by().isCorrection() && end.by().isEarlierThan(this.by);
	}

	/** Takes this end, if it is known better than the one so far. */
	void offer(End end) {
		if (heeds(end) && (this.until == null || end.by().outranks(this.until.by()))) {
			this.until = end;
		}
	}

	/** Whether an end of its state passes it by. */
	boolean outlasts(End end) {
		return !heeds(end)
				|| (this.until != null && this.until.at().isAfter(end.at()) && this.until.by().outranks(end.by()));
	}

	/**
	 * Whether it is a correction and settles what this statement says of this moment.
	 * With an end it speaks for its whole stretch; without one it cannot know what
	 * becomes of it later, so news of later times counts again.
	 */
	boolean overrules(Statement statement, Instant moment) {
		return this.by.isCorrection() && !statement.isCorrection() && (this.by.to() != null
				|| statement.isEarlierThan(this.by) || moment.isBefore(this.by.rank().observedAt()));
	}

}
