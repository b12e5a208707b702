package dev.loci.extract;

import java.util.ArrayList;
import java.util.List;

import dev.loci.extract.Extraction.Dropped;
import dev.loci.memory.EpisodeId;
import org.jspecify.annotations.Nullable;

/**
 * What of an answer was not taken. All of it is counted, and the first of it is told.
 */
final class AnswerDrops {

	/** It becomes part of a job's result. */
	private static final int MOST = 100;

	private final List<Dropped> dropped = new ArrayList<>();

	private int more;

	void add(String text, String reason) {
		add(text, reason, null);
	}

	/** The same of what was said in this episode. */
	void add(String text, String reason, @Nullable EpisodeId episode) {
		if (this.dropped.size() < MOST) {
			this.dropped.add(new Dropped(text, reason, episode));
		}
		else {
			this.more++;
		}
	}

	List<Dropped> all() {
		if (this.more == 0) {
			return List.copyOf(this.dropped);
		}
		List<Dropped> all = new ArrayList<>(this.dropped);
		all.add(new Dropped(this.more + " more", "there are too many to tell why", null));
		return all;
	}

}
