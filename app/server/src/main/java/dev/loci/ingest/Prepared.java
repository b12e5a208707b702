package dev.loci.ingest;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

import dev.loci.graph.Parameters;
import dev.loci.ingest.Submission.Said;
import dev.loci.memory.Episode;
import dev.loci.memory.EpisodeId;

/**
 * A part of a submission, ready to be stored.
 *
 * @param identity what recognises it when it is sent again
 */
record Prepared(EpisodeId id, String identity, Said said, List<Passage> passages) {

	/** Whether it is known again when it is sent again: texts and records are not. */
	boolean isRecognised() {
		return this.said.kind() == Episode.Kind.MESSAGE;
	}

	/** The same with the next vectors, two for each passage. */
	Prepared with(Iterator<float[]> vectors) {
		return new Prepared(this.id, this.identity, this.said,
				this.passages.stream().map((passage) -> passage.with(vectors.next(), vectors.next())).toList());
	}

	/** Of its passages, in their order. */
	List<String> passageIds() {
		return IntStream.range(0, this.passages.size()).mapToObj(this::passageId).toList();
	}

	private String passageId(int position) {
		return this.id + "#" + position;
	}

	/** As {@code store_episodes} takes it. */
	Parameters parameters(Submission submission) {
		return Parameters
			.with("properties", Parameters.with("id", this.id)
				.and("identity", this.identity)
				.and("kind", this.said.kind())
				.and("messageId", this.said.messageId())
				.and("role", this.said.role())
				.and("name", this.said.name())
				.and("title", this.said.title())
				.and("source", this.said.source())
				.and("content", this.said.content())
				.and("offset", (this.said.occurredAt() != null) ? this.said.occurredAt().getOffset().getId() : null)
				.and("sessionId", submission.sessionId())
				.and("agentId", submission.agentId())
				.and("metadata", submission.metadata()))
			.and("occurredAt", (this.said.occurredAt() != null) ? this.said.occurredAt().toInstant() : null)
			.and("passages",
					IntStream.range(0, this.passages.size())
						.mapToObj((position) -> passage(position, submission))
						.toList());
	}

	/**
	 * The index finds only what has all of its properties, so what is absent is empty
	 * here.
	 */
	private Parameters passage(int position, Submission submission) {
		Passage passage = this.passages.get(position);
		return Parameters
			.with("properties",
					Parameters.with("id", passageId(position))
						.and("position", position)
						.and("kind", this.said.kind())
						.and("heading", passage.heading())
						.and("text", passage.text())
						.and("start", passage.start())
						.and("end", passage.end())
						.and("sessionId", (submission.sessionId() != null) ? submission.sessionId() : "")
						.and("agentId", (submission.agentId() != null) ? submission.agentId() : "")
						.and("tags", submission.metadata().tags()))
			.and("embedding", passage.vector())
			.and("context", passage.context());
	}

}
