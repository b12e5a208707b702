package dev.loci.resolve;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The slots that something new concerns.
 *
 * @param slots all of them
 * @param paired those of them that hang together with others
 * @param nameless those of the paired ones in which somebody is spoken of without a name:
 * that concerns whomever they were ever joined with
 */
record Reach(Set<String> slots, Set<String> paired, Set<String> nameless) {

	/** What new statements concern. */
	static Reach of(Collection<Claimed> claimed) {
		Reach reach = new Reach(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
		claimed.forEach(reach::add);
		return reach;
	}

	/** What concerns slots whatever was said in them, names or none. */
	static Reach whole(Set<String> slots, Set<String> paired) {
		return new Reach(slots, paired, paired);
	}

	private void add(Claimed claimed) {
		String slot = claimed.statement().slot();
		this.slots.add(slot);
		if (claimed.paired()) {
			this.paired.add(slot);
		}
		if (claimed.mirror() != null) {
			this.slots.add(claimed.mirror());
			this.paired.add(claimed.mirror());
		}
		else if (claimed.paired()) {
			this.nameless.add(slot);
		}
	}

	/** With these, too, who hang together with the nameless ones. */
	Reach with(Set<String> partners) {
		return new Reach(union(this.slots, partners), union(this.paired, partners), this.nameless);
	}

	private static Set<String> union(Set<String> some, Set<String> others) {
		Set<String> union = new LinkedHashSet<>(some);
		union.addAll(others);
		return union;
	}

}
