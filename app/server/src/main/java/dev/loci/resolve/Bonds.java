package dev.loci.resolve;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which slots hang together because statements join those whom they are about, be it by
 * way of others.
 */
final class Bonds {

	private final Map<String, String> parents = new HashMap<>();

	Bonds(Collection<String> slots) {
		slots.forEach((slot) -> this.parents.put(slot, slot));
	}

	/** What a statement joins stays together. */
	void tie(Claimed claimed) {
		String mirror = claimed.mirror();
		if (mirror != null) {
			this.parents.put(first(claimed.statement().slot()), first(mirror));
		}
	}

	/** Each slot is in one of them. */
	Collection<SortedSet<String>> circles() {
		Map<String, SortedSet<String>> circles = new TreeMap<>();
		new TreeSet<>(this.parents.keySet())
			.forEach((slot) -> circles.computeIfAbsent(first(slot), (any) -> new TreeSet<>()).add(slot));
		return circles.values();
	}

	/** The one that stands for all that hang together with this one. */
	private String first(String slot) {
		String at = slot;
		String above = this.parents.computeIfAbsent(at, (any) -> any);
		while (!above.equals(at)) {
			String next = Objects.requireNonNull(this.parents.get(above));
			this.parents.put(at, next);
			at = above;
			above = next;
		}
		return at;
	}

}
