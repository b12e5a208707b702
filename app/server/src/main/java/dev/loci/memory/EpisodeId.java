package dev.loci.memory;

import java.util.UUID;

/**
 * Names one episode, in every answer and for ever.
 */
public record EpisodeId(UUID value) {

	public static EpisodeId next() {
		return new EpisodeId(Ids.next());
	}

	public static EpisodeId of(String text) {
		return new EpisodeId(Ids.parse("episodeId", text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
