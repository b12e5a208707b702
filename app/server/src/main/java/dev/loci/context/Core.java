package dev.loci.context;

import java.util.List;
import java.util.stream.IntStream;

import dev.loci.memory.Block;
import dev.loci.recall.Told;

/**
 * Core memory as it stands in a context.
 */
record Core(List<Block> blocks) {

	private static final int MOST_BLOCKS = 100;

	/** One more than are shown, to see whether there are more. */
	static final int BLOCKS = MOST_BLOCKS + 1;

	List<Piece> pieces() {
		return IntStream.range(0, Math.min(MOST_BLOCKS, this.blocks.size()))
			.mapToObj((i) -> new Piece(Part.CORE, "", i, Wording.block(this.blocks.get(i))))
			.toList();
	}

	/** Those that made it into a text. */
	List<Told.Carried> among(List<Piece> pieces) {
		return pieces.stream()
			.filter((piece) -> piece.part() == Part.CORE)
			.map((piece) -> this.blocks.get((int) piece.place()))
			.map((block) -> new Told.Carried(block.label(), block.version(), block.recordedFrom()))
			.toList();
	}

	boolean hasMore() {
		return this.blocks.size() > MOST_BLOCKS;
	}

}
