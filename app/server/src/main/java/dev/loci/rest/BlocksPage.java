package dev.loci.rest;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import dev.loci.context.Blocks.Shelf;
import dev.loci.memory.Block;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of blocks, or of the versions of one, and as of when it is known.
 */
record BlocksPage(List<Block> items, @Nullable String next, Instant knownAt) {

	static BlocksPage of(Shelf shelf, int limit, Function<Block, String> position) {
		Page<Block> page = Page.of(shelf.blocks(), limit, Function.identity(), position);
		return new BlocksPage(page.items(), page.next(), shelf.knownAt());
	}

}
