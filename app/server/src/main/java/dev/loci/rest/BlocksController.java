package dev.loci.rest;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;

import dev.loci.access.Caller;
import dev.loci.context.Blocks;
import dev.loci.context.CoreMemory;
import dev.loci.forget.Erasure;
import dev.loci.memory.Block;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Blocks: core memory, which an agent writes itself.
 */
@RestController
@RequestMapping(path = "/api/v1/spaces/{space}/blocks", produces = MediaType.APPLICATION_JSON_VALUE)
class BlocksController {

	private final Blocks blocks;

	private final CoreMemory core;

	private final Erasure erasure;

	private final RestSettings limits;

	BlocksController(Blocks blocks, CoreMemory core, Erasure erasure, RestSettings limits) {
		this.blocks = blocks;
		this.core = core;
		this.erasure = erasure;
		this.limits = limits;
	}

	/** Lists the blocks of a space, by label. */
	@Operation(operationId = "listBlocks", summary = "List the blocks of core memory of a space, by label")
	@GetMapping
	BlocksPage list(Caller caller, @PathVariable String space, @RequestParam @Nullable Instant knownAt,
			@RequestParam(defaultValue = "50") int limit, @RequestParam @Nullable String cursor) {
		new Flaws().range("limit", limit, 1, this.limits.limit()).refuse();
		String after = Page.position(cursor, Block::label);
		return BlocksPage.of(this.blocks.list(caller.scope(space), after, limit + 1, knownAt), limit, Block::label);
	}

	/** Gives one block. */
	@Operation(operationId = "getBlock", summary = "Get a block as it is, or was at a moment")
	@GetMapping("/{label}")
	ResponseEntity<Block> get(Caller caller, @PathVariable String space, @PathVariable String label,
			@RequestParam @Nullable Instant knownAt) {
		Block block = this.blocks.get(caller.scope(space), Block.label(label), knownAt);
		return Tag.on(block);
	}

	/** Tells what a block was before. */
	@Operation(operationId = "getBlockHistory", summary = "See all versions of a block, the latest first")
	@GetMapping("/{label}/history")
	BlocksPage history(Caller caller, @PathVariable String space, @PathVariable String label,
			@RequestParam @Nullable Instant knownAt, @RequestParam(defaultValue = "50") int limit,
			@RequestParam @Nullable String cursor) {
		new Flaws().range("limit", limit, 1, this.limits.limit()).refuse();
		Integer before = Page.position(cursor, Integer::valueOf);
		return BlocksPage.of(this.blocks.history(caller.scope(space), Block.label(label), before, limit + 1, knownAt),
				limit, (block) -> String.valueOf(block.version()));
	}

	/** Makes a block what it shall be. */
	@Operation(operationId = "putBlock", summary = "Write a block of core memory")
	@ApiResponse(responseCode = "200", description = "Its next version",
			content = @Content(schema = @Schema(implementation = Block.class)))
	@ApiResponse(responseCode = "201", description = "Its first version",
			content = @Content(schema = @Schema(implementation = Block.class)))
	@PutMapping("/{label}")
	ResponseEntity<Block> put(Caller caller, @PathVariable String space, @PathVariable String label,
			@RequestBody BlockRequest request,
			@RequestHeader(name = "If-Match", required = false) @Nullable String version) {
		Block block = this.core.put(caller.scope(space), Block.label(label), request.text(this.limits),
				request.description(), request.limit(), Tag.block(version));
		return (block.version() > 1) ? Tag.on(block)
				: ResponseEntity.created(URI.create("/api/v1/spaces/" + space + "/blocks/" + label))
					.eTag(block.stamp().toString())
					.body(block);
	}

	/** Adds a line to a block. */
	@Operation(operationId = "appendToBlock", summary = "Add a text at the end of a block, on a line of its own")
	@PostMapping("/{label}/append")
	ResponseEntity<Block> append(Caller caller, @PathVariable String space, @PathVariable String label,
			@RequestBody BlockRequest.Append request,
			@RequestHeader(name = "If-Match", required = false) @Nullable String version,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey) {
		this.limits.checkKey(idempotencyKey);
		Block block = this.core.append(caller.scope(space), Block.label(label), request.checked(), Tag.block(version),
				idempotencyKey);
		return Tag.on(block);
	}

	/** Replaces words of a block. */
	@Operation(operationId = "replaceInBlock", summary = "Replace words that a block has exactly once")
	@PostMapping("/{label}/replace")
	ResponseEntity<Block> replace(Caller caller, @PathVariable String space, @PathVariable String label,
			@RequestBody BlockRequest.Replace request,
			@RequestHeader(name = "If-Match", required = false) @Nullable String version,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey) {
		this.limits.checkKey(idempotencyKey);
		BlockRequest.Replace words = request.checked();
		Block block = this.core.replace(caller.scope(space), Block.label(label), Objects.requireNonNull(words.old()),
				Objects.requireNonNull(words.by()), Tag.block(version), idempotencyKey);
		return Tag.on(block);
	}

	/** Erases a block in all its versions. */
	@Operation(operationId = "eraseBlock", summary = "Erase a block in all its versions")
	@DeleteMapping("/{label}")
	Erasure.Erased erase(Caller caller, @PathVariable String space, @PathVariable String label,
			@RequestHeader(name = "If-Match", required = false) @Nullable String version) {
		return this.erasure.block(caller.scope(space), Block.label(label), Tag.block(version));
	}

}
