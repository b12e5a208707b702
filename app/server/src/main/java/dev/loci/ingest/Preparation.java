package dev.loci.ingest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

import dev.loci.embed.Embedder;
import dev.loci.graph.Graph;
import dev.loci.graph.Spaces;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Scope;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Does for a submission all that can be done before its transaction begins: cutting,
 * recognising, embedding.
 */
@Component
class Preparation {

	private final Graph graph;

	private final Spaces spaces;

	private final Embedder embedder;

	private final Cutter cutter;

	private final int embedAtOnce;

	Preparation(Graph graph, Spaces spaces, Embedder embedder, JsonMapper json, IngestSettings settings) {
		this.graph = graph;
		this.spaces = spaces;
		this.embedder = embedder;
		this.cutter = new Cutter(settings.passageLength(), json);
		this.embedAtOnce = settings.embedAtOnce();
	}

	List<Prepared> of(Scope scope, Submission submission) {
		List<@Nullable String> identities = Identity.of(submission);
		List<Prepared> parts = new ArrayList<>();
		for (int i = 0; i < identities.size(); i++) {
			var said = submission.said().get(i);
			parts.add(new Prepared(EpisodeId.next(), identities.get(i), said, this.cutter.cut(said)));
		}
		Set<String> known = known(scope, parts);
		List<Passage> fresh = parts.stream()
			.filter((part) -> isFresh(part, known))
			.flatMap((part) -> part.passages().stream())
			.toList();
		if (fresh.size() > this.embedAtOnce) {
			return parts;
		}
		Iterator<float[]> vectors = this.embedder.passages(fresh.stream().map(Passage::spoken).toList()).iterator();
		return parts.stream().map((part) -> isFresh(part, known) ? part.with(vectors) : part).toList();
	}

	private static boolean isFresh(Prepared part, Set<String> known) {
		return part.identity() == null || !known.contains(part.identity());
	}

	private Set<String> known(Scope scope, List<Prepared> parts) {
		if (parts.stream().allMatch((part) -> part.identity() == null)) {
			return Set.of();
		}
		return this.spaces.key(scope)
			.map((space) -> this.graph.read((tx) -> Known.among(tx, space, parts).keySet()))
			.orElse(Set.of());
	}

}
