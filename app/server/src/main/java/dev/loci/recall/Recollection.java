package dev.loci.recall;

import java.time.Instant;
import java.util.List;

import dev.loci.memory.RecallId;
import org.jspecify.annotations.Nullable;

/**
 * What a question brought back, best first.
 *
 * @param recallId under which it can be looked up later
 * @param context the memories as a text, if a budget was given
 * @param tokens how many the text has
 * @param degraded the arms that could not answer
 */
public record Recollection(RecallId recallId, List<Recalled> items, @Nullable String context, @Nullable Integer tokens,
		Instant validAt, Instant knownAt, List<String> degraded) {

	/** The same for another one who asked the same. */
	Recollection as(RecallId other) {
		return new Recollection(other, this.items, this.context, this.tokens, this.validAt, this.knownAt,
				this.degraded);
	}

	/** The same with a text of it. */
	Recollection with(Told told) {
		return new Recollection(this.recallId, this.items, told.text(), told.tokens(), this.validAt, this.knownAt,
				this.degraded);
	}

	/** The same without the reasons, for those who did not ask. */
	public Recollection unexplained() {
		return new Recollection(this.recallId, this.items.stream().map(Recalled::unexplained).toList(), this.context,
				this.tokens, this.validAt, this.knownAt, this.degraded);
	}

}
