package dev.loci.context;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Parameters;
import dev.loci.graph.Spaces;
import dev.loci.graph.Transaction;
import dev.loci.graph.View;
import dev.loci.memory.Block;
import dev.loci.memory.BlockNotFound;
import dev.loci.memory.Scope;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Core memory as it is and was: blocks by their labels.
 */
@Component
public class Blocks {

	private static final Cypher BLOCK = Cypher.named("context/block");

	private static final Cypher OF_SPACE = Cypher.named("context/blocks_of_space");

	private static final Cypher VERSIONS = Cypher.named("context/versions_of_block");

	private final Graph graph;

	private final Spaces spaces;

	Blocks(Graph graph, Spaces spaces) {
		this.graph = graph;
		this.spaces = spaces;
	}

	/** As it was at a moment, by default now. */
	public Block get(Scope scope, String label, @Nullable Instant knownAt) {
		return seen(scope, knownAt,
				(tx, view) -> tx.first(BLOCK, of(view, label), (row) -> row.get("block"))
					.map((row) -> BlockRows.block(row, scope.space(), view.knownAt())))
			.flatMap(Function.identity())
			.orElseThrow(() -> new BlockNotFound(label));
	}

	/** By label; only what follows another one, if that is named. */
	public Shelf list(Scope scope, @Nullable String after, int limit, @Nullable Instant knownAt) {
		return seen(scope, knownAt,
				(tx, view) -> new Shelf(
						tx.list(OF_SPACE,
								Parameters.with("space", view.space())
									.and("knownAt", view.knownAt())
									.and("after", (after != null) ? after : "")
									.and("limit", limit),
								(row) -> BlockRows.block(row.get("block"), scope.space(), view.knownAt())),
						view.knownAt()))
			.orElseGet(() -> Shelf.empty(knownAt));
	}

	/** All versions up to a moment, the latest first. */
	public Shelf history(Scope scope, String label, @Nullable Integer before, int limit, @Nullable Instant knownAt) {
		Shelf versions = seen(scope, knownAt,
				(tx, view) -> new Shelf(
						tx.list(VERSIONS,
								of(view, label).and("before", (before != null) ? before : Integer.MAX_VALUE)
									.and("limit", limit),
								(row) -> BlockRows.block(row.get("block"), scope.space(), view.knownAt())),
						view.knownAt()))
			.orElseThrow(() -> new BlockNotFound(label));
		if (versions.blocks().isEmpty()) {
			throw new BlockNotFound(label);
		}
		return versions;
	}

	private <T> Optional<T> seen(Scope scope, @Nullable Instant knownAt, BiFunction<Transaction, View, T> look) {
		return this.spaces.view(scope, knownAt).map((view) -> this.graph.read((tx) -> look.apply(tx, view)));
	}

	private static Parameters of(View view, String label) {
		return Parameters.with("space", view.space()).and("label", Block.label(label)).and("knownAt", view.knownAt());
	}

	/** Some blocks, and as of when they are known. */
	public record Shelf(List<Block> blocks, Instant knownAt) {

		/** Where nothing was ever written, nothing is known of any later moment. */
		static Shelf empty(@Nullable Instant knownAt) {
			return new Shelf(List.of(), (knownAt != null && knownAt.isBefore(Instant.EPOCH)) ? knownAt : Instant.EPOCH);
		}

	}

}
