package dev.loci.recall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.loci.graph.Parameters;
import dev.loci.graph.View;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sees: a space as it was believed at one moment, and looked at from
 * another.
 *
 * @param owners whose facts, besides those of all
 */
record Sight(View view, Instant validAt, List<String> owners) {

	/**
	 * As of when a space is known that has no clock yet. Any later moment might lie
	 * behind that of a first writer who is just committing.
	 */
	private static final Instant UNKNOWN = Instant.EPOCH;

	static Sight of(View view, AsOf asOf) {
		return new Sight(view, (asOf.validAt() != null) ? asOf.validAt() : now(view), owners(asOf.agentId()));
	}

	/** No earlier than what has been written by the clock of the database. */
	private static Instant now(View view) {
		Instant now = Instant.now();
		Instant written = view.version().clock();
		return now.isBefore(written) ? written : now;
	}

	/** What is kept for an agent is shown to nobody else. */
	static List<String> owners(@Nullable String agentId) {
		return (agentId != null) ? List.of("", agentId) : List.of("");
	}

	/** What is seen, or nothing where nothing was ever written. */
	static <T> Seen<T> of(Optional<View> view, AsOf asOf, Function<Sight, T> look, T nothing) {
		return view.map((space) -> {
			Sight sight = of(space, asOf);
			return new Seen<>(look.apply(sight), sight.validAt(), space.knownAt());
		})
			.orElseGet(() -> new Seen<>(nothing, (asOf.validAt() != null) ? asOf.validAt() : Instant.now(),
					(asOf.knownAt() != null && asOf.knownAt().isBefore(UNKNOWN)) ? asOf.knownAt() : UNKNOWN));
	}

	Parameters parameters() {
		return Parameters.with("space", this.view.generation())
			.and("knownAt", this.view.knownAt())
			.and("validAt", this.validAt)
			.and("owners", this.owners);
	}

	Instant knownAt() {
		return this.view.knownAt();
	}

}
