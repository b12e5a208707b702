package dev.loci.resolve;

import java.util.Objects;

import dev.loci.memory.Change;
import dev.loci.memory.FactId;
import dev.loci.memory.Moment;
import org.jspecify.annotations.Nullable;

/**
 * How one fact must be written anew so that what is believed agrees with the timeline.
 */
public sealed interface Revision {

	FactId fact();

	/** What callers hear of it; nothing, where only the reasons differ. */
	@Nullable Change change();

	/**
	 * A fact that is not believed yet, or no longer.
	 *
	 * @param splitFrom the fact whose statements it shares
	 */
	record Begin(Believed now, @Nullable FactId splitFrom) implements Revision {

		@Override
		public FactId fact() {
			return this.now.id();
		}

		@Override
		public Change change() {
			Change.Kind kind = (this.splitFrom != null) ? Change.Kind.SPLIT : Change.Kind.ADDED;
			return new Change(fact(), kind, this.now.run().from(), this.now.run().to());
		}
	}

	/** A fact that holds at other times, or for other reasons. */
	record Revise(Believed before, Believed now) implements Revision {

		@Override
		public FactId fact() {
			return this.now.id();
		}

		@Override
		public @Nullable Change change() {
			Moment from = this.now.run().from();
			Moment to = this.now.run().to();
			boolean sameStart = Objects.equals(this.before.run().from(), from);
			if (sameStart && Objects.equals(this.before.run().to(), to)) {
				return null;
			}
			Change.Kind kind = !sameStart || (this.before.run().to() != null && to != null) ? Change.Kind.MOVED
					: (to != null) ? Change.Kind.CLOSED : Change.Kind.REOPENED;
			return new Change(fact(), kind, from, to);
		}
	}

	/** Two facts that turn out to be one; this one answers with the other's name. */
	record Merge(Believed before, FactId into) implements Revision {

		@Override
		public FactId fact() {
			return this.before.id();
		}

		@Override
		public Change change() {
			return new Change(fact(), Change.Kind.MERGED, this.before.run().from(), this.before.run().to());
		}
	}

	/** A fact that nothing supports any longer, or that is outranked. */
	record Drop(Believed before) implements Revision {

		@Override
		public FactId fact() {
			return this.before.id();
		}

		@Override
		public Change change() {
			return new Change(fact(), Change.Kind.DROPPED, this.before.run().from(), this.before.run().to());
		}
	}

}
