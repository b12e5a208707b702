package dev.loci.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.loci.extract.Excerpt;
import dev.loci.extract.Extraction;
import dev.loci.extract.Extraction.Dropped;
import dev.loci.extract.ExtractionFailed;
import dev.loci.graph.OpenSpace;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Told;

/**
 * What is read at once, as far as it is not the space's own words that came back.
 *
 * @param space as it was when this was put together
 * @param heard the passages in it that nobody has read yet
 * @param left what nobody reads of it: what came back, and what is no prose
 * @param silent the passages of which nobody reads a word
 */
record Page(OpenSpace space, List<Heard> heard, Excerpt excerpt, List<Dropped> left, List<Silent> silent) {

	/** Where each statement stands among all of its job. */
	List<Integer> places(List<Told> told) {
		Map<EpisodeId, Integer> next = new HashMap<>();
		this.heard.forEach((each) -> next.putIfAbsent(each.episode(), each.place()));
		return told.stream()
			.map((each) -> next.merge(Objects.requireNonNull(each.source().episode()), 1, Integer::sum) - 1)
			.toList();
	}

	/** Nothing is known of what it claims. */
	Extraction unread(ExtractionFailed failure) {
		return new Extraction(List.of(),
				this.heard.stream()
					.map((each) -> new Dropped(each.content(), "not read: " + failure.getMessage(), each.episode()))
					.toList(),
				Extraction.Usage.NONE);
	}

	/** All whose words are read, if only so that others are understood. */
	List<EpisodeId> episodes() {
		return this.excerpt.utterances()
			.stream()
			.map((utterance) -> utterance.source().episode())
			.filter(Objects::nonNull)
			.distinct()
			.toList();
	}

	List<String> passages() {
		return this.heard.stream().map(Heard::passage).toList();
	}

	/** Why nobody reads a passage of an episode. */
	record Silent(EpisodeId episode, String reason) {
	}

}
