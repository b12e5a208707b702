package dev.loci.recall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.loci.graph.Parameters;
import dev.loci.graph.View;
import dev.loci.memory.RecallId;
import dev.loci.memory.Scope;

/**
 * What a recall was asked and has given, to be kept.
 *
 * @param view what it looked at; nothing, where nothing was ever written
 */
record Recorded(Scope scope, Optional<View> view, Instant askedAt, Question question, Recollection given) {

	/** Long questions wait in the place of many. */
	private static final int CHARACTERS_OF_A_PLACE = 16_384;

	/** The key of a space that there is not. */
	private static final String NOWHERE = "none0";

	RecallId id() {
		return this.given.recallId();
	}

	int places() {
		return 1 + this.question.query().length() / CHARACTERS_OF_A_PLACE;
	}

	Parameters row() {
		return Parameters.with("id", id())
			.and("tenant", this.scope.tenant())
			.and("name", this.scope.space())
			.and("space", this.view.map(View::space).orElse(NOWHERE))
			.and("generation", this.view.map(View::generation).orElse(NOWHERE))
			.and("askedAt", this.askedAt)
			.and("query", this.question.query())
			.and("request", RecordingJson.request(this.question))
			.and("responseId", this.question.responseId())
			.and("validAt", this.given.validAt())
			.and("knownAt", this.given.knownAt())
			.and("degraded", this.given.degraded())
			.and("given", this.given.items().size())
			.and("facts", items(Recalled.Kind.fact))
			.and("passages", items(Recalled.Kind.episode))
			.and("entities", items(Recalled.Kind.entity));
	}

	private List<Parameters> items(Recalled.Kind kind) {
		List<Parameters> items = new ArrayList<>();
		for (int i = 0; i < this.given.items().size(); i++) {
			Recalled item = this.given.items().get(i);
			if (item.kind() == kind) {
				items.add(Parameters.with("id", (item.passageId() != null) ? item.passageId() : item.id())
					.and("version", item.version())
					.and("rank", i + 1)
					.and("score", item.score())
					.and("why", RecordingJson.why(item.why())));
			}
		}
		return items;
	}

}
