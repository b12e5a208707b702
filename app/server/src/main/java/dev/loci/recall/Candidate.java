package dev.loci.recall;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.loci.recall.Recalled.Step;
import dev.loci.recall.Search.Hit;
import org.jspecify.annotations.Nullable;

/**
 * A memory that arms have found, and its place in each of them.
 */
final class Candidate {

	private final String key;

	private final Recalled memory;

	private final Use use;

	private final @Nullable String previous;

	private final Map<Arm, Placed> places = new EnumMap<>(Arm.class);

	private final Map<Arm, List<Step>> paths = new EnumMap<>(Arm.class);

	Candidate(Hit hit) {
		this.key = hit.key();
		this.memory = hit.memory();
		this.use = hit.use();
		this.previous = hit.previous();
	}

	void found(Arm arm, int rank, Hit hit) {
		this.places.putIfAbsent(arm, new Placed(rank, hit.score()));
		if (!hit.path().isEmpty()) {
			this.paths.putIfAbsent(arm, hit.path());
		}
	}

	String key() {
		return this.key;
	}

	Recalled memory() {
		return this.memory;
	}

	Set<String> slots() {
		return this.memory.slots();
	}

	Use use() {
		return this.use;
	}

	/** The passage before this one. */
	Optional<String> previous() {
		return Optional.ofNullable(this.previous);
	}

	Optional<Placed> in(Arm arm) {
		return Optional.ofNullable(this.places.get(arm));
	}

	/**
	 * Over which other memories an arm has found it, if it has not found it by itself.
	 */
	@Nullable List<Step> path(Arm arm) {
		return this.paths.get(arm);
	}

	/**
	 * A place in an arm.
	 *
	 * @param rank from 1
	 * @param score the arm's own
	 */
	record Placed(int rank, double score) {
	}

}
