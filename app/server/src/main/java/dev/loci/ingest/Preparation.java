package dev.loci.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.loci.embed.Embedder;
import dev.loci.embed.Vectors;
import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Parameters;
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

	private static final Cypher TAIL = Cypher.named("ingest/tail_of_session");

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

	/** The same without what takes long; the job makes up for it. */
	Preparations withoutVectors(Submission submission) {
		return new Preparations(parts(submission), Map.of());
	}

	Preparations of(Scope scope, Submission submission) {
		List<Prepared> parts = parts(submission);
		Set<String> known = known(scope, parts);
		List<Passage> fresh = parts.stream()
			.filter((part) -> !known.contains(part.identity()))
			.flatMap((part) -> part.passages().stream())
			.toList();
		if (fresh.isEmpty() || fresh.size() > this.embedAtOnce) {
			return new Preparations(parts, Map.of());
		}
		Optional<Tail> tail = tail(scope, submission.sessionId());
		List<String> texts = new ArrayList<>();
		Map<String, String> contexts = new HashMap<>();
		String beforeId = tail.map(Tail::id).orElse(null);
		String before = tail.map(Tail::spoken).orElse(null);
		for (Prepared part : parts) {
			for (int i = 0; !known.contains(part.identity()) && i < part.passages().size(); i++) {
				Passage passage = part.passages().get(i);
				texts.add(passage.spoken());
				texts.add(Passage.inContext(before, passage.spoken()));
				if (beforeId != null) {
					contexts.put(part.passageIds().get(i), beforeId);
				}
				beforeId = part.passageIds().get(i);
				before = passage.spoken();
			}
		}
		Iterator<float[]> vectors = this.embedder.passages(texts).iterator();
		return new Preparations(
				parts.stream().map((part) -> known.contains(part.identity()) ? part : part.with(vectors)).toList(),
				contexts);
	}

	private List<Prepared> parts(Submission submission) {
		List<@Nullable String> identities = Identity.of(submission);
		List<Prepared> parts = new ArrayList<>();
		for (int i = 0; i < identities.size(); i++) {
			var said = submission.said().get(i);
			EpisodeId id = EpisodeId.next();
			parts.add(new Prepared(id, Objects.requireNonNullElse(identities.get(i), "own:" + id), said,
					this.cutter.cut(said)));
		}
		return parts;
	}

	private Optional<Tail> tail(Scope scope, @Nullable String session) {
		return (session == null) ? Optional.empty()
				: this.graph.read((tx) -> tx.first(TAIL,
						Parameters.with("tenant", scope.tenant()).and("name", scope.space()).and("session", session),
						(row) -> new Tail(row.get("id").asString(),
								Passage.spoken(row.get("heading").asString(null), row.get("text").asString()))));
	}

	private Set<String> known(Scope scope, List<Prepared> parts) {
		if (parts.stream().noneMatch(Prepared::isRecognised)) {
			return Set.of();
		}
		return this.spaces.key(scope)
			.map((space) -> this.graph.read((tx) -> Known.among(tx, space, parts).keySet()))
			.orElse(Set.of());
	}

	/**
	 * The parts of a submission.
	 *
	 * @param contexts after which passage each passage was embedded; if another one comes
	 * before it, it must be embedded again
	 */
	record Preparations(List<Prepared> parts, Map<String, String> contexts) {
	}

	private record Tail(String id, String spoken) {
	}

}
