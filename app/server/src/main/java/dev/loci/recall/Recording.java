package dev.loci.recall;

import java.time.Instant;
import java.util.List;

import dev.loci.memory.Entity;
import dev.loci.memory.RecallId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a recall was asked, what it gave, and why.
 *
 * @param space by its name
 * @param responseId what the memories were for, in the words of who asked
 * @param request what was asked besides the question: limit, kinds, history, filters
 * @param validAt from which moment it looked
 * @param knownAt up to which moment it knew
 * @param given how many memories it gave
 * @param gone how many of them have been erased since
 * @param tokens how many its context had; absent if there was none
 * @param blocks of core memory that its context carried, but for those erased since;
 * absent in a list of recalls
 * @param items those that are left, in their order; absent in a list of recalls
 */
public record Recording(RecallId recallId, String space, Instant askedAt, @Nullable String responseId, String query,
		JsonNode request, Instant validAt, Instant knownAt, List<String> degraded, int given, int gone,
		@Nullable Integer tokens, @Nullable List<Told.Carried> blocks, @Nullable List<Given> items) {

	/**
	 * A memory that was given.
	 *
	 * @param rank its place in the answer, from 1
	 * @param text as it was in the version that was given; of an entity, what it was
	 * called then
	 * @param subject whom a fact is about, by the name of that version
	 * @param why the places in the arms, and the terms of the score
	 * @param helpful what was said of it afterwards
	 */
	public record Given(int rank, Recalled.Kind kind, String id, @Nullable Integer version, @Nullable String passageId,
			String text, Entity.@Nullable Ref subject, double score, JsonNode why, @Nullable Boolean helpful) {
	}

}
