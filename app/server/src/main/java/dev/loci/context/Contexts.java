package dev.loci.context;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Parameters;
import dev.loci.memory.Block;
import dev.loci.memory.Entity;
import dev.loci.memory.EntityId;
import dev.loci.memory.Scope;
import dev.loci.recall.Question;
import dev.loci.recall.Recall;
import dev.loci.recall.Recalled;
import dev.loci.recall.Recollection;
import dev.loci.recall.Told;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Packs what was recalled, below the core memory of its space.
 */
@Component
public class Contexts {

	private static final Logger log = LoggerFactory.getLogger(Contexts.class);

	private static final Cypher CORE = Cypher.named("context/core_memory");

	private final Graph graph;

	private final Recall recall;

	Contexts(Graph graph, Recall recall) {
		this.graph = graph;
		this.recall = recall;
	}

	/**
	 * What a question brings back, with a text of so many tokens at most: the best
	 * memories get in first.
	 */
	public Recollection recall(Scope scope, Question question, int budget) {
		return this.recall.recall(scope, question, (view) -> core(scope, view.knownAt()).blocks(),
				(found, blocks) -> told(found, new Core(blocks), budget));
	}

	private static Told told(Recollection found, Core core, int budget) {
		Map<EntityId, String> headings = new HashMap<>();
		List<Piece> pieces = new ArrayList<>();
		for (Recalled item : found.items()) {
			piece(item, pieces.size(), headings).forEach(pieces::add);
		}
		Packed packed = Packer.pack(core.pieces(), core.hasMore(), pieces, budget);
		return new Told(packed.text(), packed.tokens(), budget, core.among(packed.pieces()));
	}

	/** What stands first in a context, as of a moment that was read already. */
	Core core(Scope scope, Instant knownAt) {
		return new Core(this.graph.read((tx) -> tx.list(CORE,
				Parameters.with("tenant", scope.tenant())
					.and("name", scope.space())
					.and("knownAt", knownAt)
					.and("limit", Core.BLOCKS),
				(row) -> BlockRows.block(row.get("block"), scope.space(), knownAt))));
	}

	private static Stream<Piece> piece(Recalled item, int rank, Map<EntityId, String> headings) {
		return switch (item.kind()) {
			case fact -> {
				Entity.Ref subject = Objects.requireNonNull(item.subject());
				Piece fact = new Piece(Part.FACTS,
						headings.computeIfAbsent(subject.id(), (any) -> Wording.subject(subject)), rank, fact(item));
				yield Stream.concat(Stream.of(fact), Stream.ofNullable(item.said()).map(Contexts::said));
			}
			// Its line stands above what is known of it, or by itself.
			case entity -> Stream.of(new Piece(Part.FACTS, headings.computeIfAbsent(EntityId.of(item.id()),
					(id) -> Wording.subject(new Entity.Ref(id, item.text(), null))), rank, ""));
			case episode -> Stream.of(new Piece(Part.EPISODES, "", moment(item).toEpochMilli(), episode(item)));
		};
	}

	private static String fact(Recalled item) {
		return Wording.fact(item.text(), Wording.dates(item.validFrom(), item.begun(), item.validTo(), item.ended()),
				item.id());
	}

	/** The message says more than the fact that was found with it. */
	private static Piece said(Recalled.Said said) {
		Instant moment = Objects.requireNonNull(said.occurredAt());
		return new Piece(Part.EPISODES, "", moment.toEpochMilli(),
				Wording.episode(moment, said.name(), said.role(), null, said.text(), said.episodeId()));
	}

	private static String episode(Recalled item) {
		return Wording.episode(moment(item), item.name(), item.role(), item.title(), item.text(), item.id());
	}

	private static Instant moment(Recalled item) {
		return Objects.requireNonNull(item.occurredAt());
	}

	/** The words that tokens are made of are read once, and nobody should wait for it. */
	@EventListener(ApplicationReadyEvent.class)
	void warmUp() {
		Thread.ofVirtual().start(() -> log.debug("Tokens can be counted: {}", Tokens.of("ready")));
	}

}
