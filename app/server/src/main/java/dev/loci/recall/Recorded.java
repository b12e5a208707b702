package dev.loci.recall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.loci.graph.Parameters;
import dev.loci.graph.View;
import dev.loci.memory.RecallId;
import dev.loci.memory.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What a recall was asked and has given, to be kept.
 *
 * @param view what it looked at; nothing, where nothing was ever written
 * @param told the text that was made of it, if one was
 */
record Recorded(Scope scope, Optional<View> view, Instant askedAt, Question question, Recollection given,
		Optional<Told> told) {

	/** Long questions wait in the place of many. */
	private static final int CHARACTERS_OF_A_PLACE = 16_384;

	RecallId id() {
		return this.given.recallId();
	}

	int places() {
		return 1 + this.question.query().length() / CHARACTERS_OF_A_PLACE;
	}

	Parameters row() {
		Set<String> memories = new HashSet<>();
		List<Parameters> facts = items(Recalled.Kind.fact, memories);
		List<Parameters> passages = items(Recalled.Kind.episode, memories);
		List<Parameters> entities = items(Recalled.Kind.entity, memories);
		passages.addAll(messages(memories));
		return Parameters.with("id", id())
			.and("tenant", this.scope.tenant())
			.and("name", this.scope.space())
			.and("space", this.view.map(View::space).orElse(View.NOWHERE))
			.and("generation", this.view.map(View::generation).orElse(View.NOWHERE))
			.and("askedAt", this.askedAt)
			.and("agentId", this.question.asOf().agentId())
			.and("query", this.question.query())
			.and("request", RecordingJson.request(this.question, this.told))
			.and("responseId", this.question.responseId())
			.and("validAt", this.given.validAt())
			.and("knownAt", this.given.knownAt())
			.and("degraded", this.given.degraded())
			.and("given", facts.size() + passages.size() + entities.size())
			.and("tokens", this.told.map(Told::tokens).orElse(null))
			.and("blocks", this.told.map(Told::blocks).orElse(List.of()).stream().map(Recorded::block).toList())
			.and("facts", facts)
			.and("passages", passages)
			.and("entities", entities);
	}

	private static Parameters block(Told.Carried block) {
		return Parameters.with("label", block.label())
			.and("version", block.version())
			.and("recordedFrom", block.recordedFrom());
	}

	private List<Parameters> items(Recalled.Kind kind, Set<String> memories) {
		List<Parameters> items = new ArrayList<>();
		for (int i = 0; i < this.given.items().size(); i++) {
			Recalled item = this.given.items().get(i);
			if (item.kind() == kind) {
				String id = (item.passageId() != null) ? item.passageId() : item.id();
				items.add(item(id, memories.add(item.id()) ? item.id() : null, i, item.why()));
			}
		}
		return items;
	}

	/** Those that were given together with a fact that they tell. */
	private List<Parameters> messages(Set<String> memories) {
		List<Parameters> messages = new ArrayList<>();
		for (int i = 0; i < this.given.items().size(); i++) {
			Recalled.Said said = this.given.items().get(i).said();
			if (said != null && said.passageId() != null) {
				messages.add(item(said.passageId(), memories.add(said.episodeId()) ? said.episodeId() : null, i,
						said.why()));
			}
		}
		return messages;
	}

	/** A recall is found by an episode once, however many passages of it were given. */
	private Parameters item(String id, @Nullable String memory, int place, @Nullable Why why) {
		Recalled item = this.given.items().get(place);
		return Parameters.with("id", id)
			.and("version", item.version())
			.and("memory", memory)
			.and("rank", place + 1)
			.and("score", (why != null) ? why.fused() : item.score())
			.and("why", RecordingJson.why(why));
	}

}
