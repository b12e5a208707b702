package dev.loci.context;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.loci.graph.Cypher;
import dev.loci.graph.Idempotency;
import dev.loci.graph.OpenSpace;
import dev.loci.graph.Parameters;
import dev.loci.graph.Spaces;
import dev.loci.graph.Transaction;
import dev.loci.memory.Block;
import dev.loci.memory.BlockFull;
import dev.loci.memory.BlockNotFound;
import dev.loci.memory.InvalidInput;
import dev.loci.memory.Scope;
import dev.loci.memory.VersionPassed;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Writes core memory. Each write makes a version; the one before it stays as it was.
 */
@Component
@EnableConfigurationProperties(ContextSettings.class)
public class CoreMemory {

	private static final Cypher CURRENT = Cypher.named("context/current_block");

	private static final Cypher STORE = Cypher.named("context/store_block");

	private final Spaces spaces;

	private final Idempotency idempotency;

	private final ContextSettings settings;

	CoreMemory(Spaces spaces, Idempotency idempotency, ContextSettings settings) {
		this.spaces = spaces;
		this.idempotency = idempotency;
		this.settings = settings;
	}

	/**
	 * Makes a block what it shall be; the space and the block come into being with it.
	 * @param limit how many characters it may have; absent for the usual number
	 * @param seen the stamp of what the caller has seen; whatever there is, if absent
	 */
	public Block put(Scope scope, String label, String text, @Nullable String description, @Nullable Integer limit,
			@Nullable String seen) {
		int most = (limit != null) ? limit : this.settings.blockLimit();
		if (most < 1 || most > this.settings.highestBlockLimit()) {
			throw new InvalidInput("limit", "must be 1 to " + this.settings.highestBlockLimit());
		}
		Content content = new Content(text, description, most);
		String write = UUID.randomUUID().toString();
		return this.spaces.write(scope,
				(tx, space) -> write(tx, scope, space, label, write, seen, (current) -> content));
	}

	/** Adds a text on a line of its own at the end of a block. */
	public Block append(Scope scope, String label, String text, @Nullable String seen,
			@Nullable String idempotencyKey) {
		return change(scope, label, seen, idempotencyKey, Map.of("label", label, "append", text),
				(block) -> block.with(text));
	}

	/** Puts other words in the place of some that a block has exactly once. */
	public Block replace(Scope scope, String label, String old, String replacement, @Nullable String seen,
			@Nullable String idempotencyKey) {
		return change(scope, label, seen, idempotencyKey, Map.of("label", label, "replace", old, "by", replacement),
				(block) -> block.with(old, replacement));
	}

	private Block change(Scope scope, String label, @Nullable String seen, @Nullable String idempotencyKey,
			Map<String, String> request, Function<Block, String> text) {
		String write = UUID.randomUUID().toString();
		return this.spaces.write(scope, (tx, space) -> {
			Supplier<Block> work = () -> write(tx, scope, space, label, write, seen, (current) -> {
				Block block = current.orElseThrow(() -> new BlockNotFound(label));
				return new Content(text.apply(block), block.description(), block.limit());
			});
			return this.idempotency.once(tx, scope, space.key(), idempotencyKey, request, Block.class, work);
		});
	}

	private Block write(Transaction tx, Scope scope, OpenSpace space, String label, String write, @Nullable String seen,
			Function<Optional<Block>, Content> content) {
		Parameters parameters = Parameters.with("space", space.key()).and("label", Block.label(label));
		Optional<Value> current = tx.first(CURRENT, parameters, (row) -> row.get("block"));
		Optional<Block> block = current.map((row) -> BlockRows.block(row, scope.space(), space.now()));
		if (current.isPresent() && current.get().get("write").asString().equals(write)) {
			// The answer to a commit was lost, and the driver tries again.
			return block.orElseThrow();
		}
		if (seen != null && !block.orElseThrow(() -> new BlockNotFound(label)).stamp().is(seen)) {
			throw VersionPassed.ofBlock(label, block.orElseThrow().version());
		}
		Content next = content.apply(block);
		int length = next.text().codePointCount(0, next.text().length());
		if (length > next.limit()) {
			throw new BlockFull(label, length, next.limit());
		}
		return tx.single(STORE,
				parameters.and("write", write)
					.and("now", space.now())
					.and("text", next.text())
					.and("description", next.description())
					.and("limit", next.limit()),
				(row) -> BlockRows.block(row.get("block"), scope.space(), space.now()));
	}

	private record Content(String text, @Nullable String description, int limit) {
	}

}
