package dev.loci.rest;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.loci.memory.EpisodeId;
import dev.loci.memory.FactId;
import dev.loci.memory.StatementId;
import dev.loci.memory.Text;
import dev.loci.resolve.Splits;
import org.jspecify.annotations.Nullable;

/**
 * What is split off from an entity, and what the new one is called.
 */
record SplitRequest(@Nullable List<@Nullable String> statementIds, @Nullable List<@Nullable String> episodeIds,
		@Nullable List<@Nullable String> factIds, @Nullable String name) {

	Splits.Parts parts(RestSettings limits) {
		List<List<@Nullable String>> given = Stream.of(this.statementIds, this.episodeIds, this.factIds)
			.filter(Objects::nonNull)
			.toList();
		Flaws flaws = new Flaws()
			.unless(given.size() == 1, "statementIds",
					"or episodeIds or factIds must say what is split off: one of them")
			.unless(this.name != null && !this.name.isBlank(), "name", "is missing: what is the new one called?")
			.length("name", this.name, limits.name());
		given.forEach((ids) -> flaws.range("ids", ids.size(), 1, limits.facts())
			.unless(ids.stream().noneMatch(Objects::isNull), "ids", "must not be null"));
		flaws.refuse();
		Text.checkAll("name", this.name);
		return new Splits.Parts(ids(this.statementIds, StatementId::of), ids(this.episodeIds, EpisodeId::of),
				ids(this.factIds, FactId::of));
	}

	private static <T> List<T> ids(@Nullable List<@Nullable String> ids, Function<String, T> of) {
		return (ids == null) ? List.of()
				: ids.stream().filter(Objects::nonNull).distinct().map((id) -> of.apply(id)).toList();
	}

}
