package dev.loci.resolve;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.loci.graph.Cypher;
import dev.loci.graph.GenerationAbandoned;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.EntityId;
import dev.loci.memory.Moments;
import org.neo4j.driver.Value;

/**
 * How far the statements of a generation have been read into a new one, in the order in
 * which they were recorded.
 *
 * @param recordedAt when the last one was recorded
 * @param id of the last one
 * @param count of all so far
 */
record Recital(Instant recordedAt, String id, int count) {

	static final Recital BEGINNING = new Recital(Moments.FIRST, "", 0);

	private static final Cypher RECITAL = Cypher.named("resolve/recital");

	private static final Cypher NOTE_RECITAL = Cypher.named("resolve/note_recital");

	private static final Cypher STATEMENTS_SINCE = Cypher.named("resolve/statements_since");

	private static final Cypher COPY_STATEMENTS = Cypher.named("resolve/copy_statements");

	private static final int AT_ONCE = 1_000;

	/** How far it had come when it was cut off, if it can be taken up there. */
	static Optional<Recital> of(Transaction tx, String generation) {
		return tx.first(RECITAL, Parameters.with("space", generation),
				(row) -> new Recital(row.get("recordedAt").asZonedDateTime().toInstant(), row.get("id").asString(),
						row.get("count").asInt()));
	}

	/**
	 * Reads the next ones.
	 * @param until when the last one that counts was recorded
	 * @param touched takes the slots where they belong now
	 * @return the same, if there are none
	 */
	Recital next(Transaction tx, Site site, Instant until, Set<String> touched) {
		List<Value> rows = tx.list(STATEMENTS_SINCE,
				Parameters.with("space", site.from())
					.and("after", this.recordedAt)
					.and("afterId", this.id)
					.and("until", until)
					.and("read", !site.retold())
					.and("limit", AT_ONCE),
				(row) -> row.get("statement"));
		if (rows.isEmpty()) {
			return this;
		}
		List<Claimed> claimed = rows.stream().map(Claimed::of).toList();
		Set<EntityId> meant = meant(claimed);
		Copies copies = new Copies(site.from(), site.to());
		if (site.retold() && copies.haveNamesakes(tx, meant)) {
			throw new GenerationAbandoned(site.to());
		}
		copies.entities(tx, meant);
		Rereading rereading = Rereading.of(tx, site.to(), site.before(), site.now(), claimed);
		List<Parameters> read = new ArrayList<>();
		for (Claimed each : claimed) {
			Claimed again = rereading.of(each);
			read.add(Parameters.with("id", again.id()).and("properties", again.properties()));
			touched.add(again.statement().slot());
		}
		tx.run(COPY_STATEMENTS, Parameters.with("space", site.from()).and("to", site.to()).and("statements", read));
		Value last = rows.getLast();
		Recital next = new Recital(last.get("recordedAt").asZonedDateTime().toInstant(), last.get("id").asString(),
				this.count + rows.size());
		next.note(tx, site.to());
		return next;
	}

	void note(Transaction tx, String generation) {
		tx.run(NOTE_RECITAL,
				Parameters.with("space", generation)
					.and("recordedAt", this.recordedAt)
					.and("id", this.id)
					.and("count", this.count));
	}

	/** Reads all that are left. */
	Recital rest(Transaction tx, Site site, Instant until, Set<String> touched) {
		Recital read = this;
		Recital next = read.next(tx, site, until, touched);
		while (!next.equals(read)) {
			read = next;
			next = read.next(tx, site, until, touched);
		}
		return read;
	}

	/** They may have come into being since all were copied. */
	private static Set<EntityId> meant(List<Claimed> claimed) {
		Set<EntityId> meant = new LinkedHashSet<>();
		claimed.stream()
			.flatMap((each) -> Stream.of(each.meant().subject(), each.meant().object()))
			.filter(Objects::nonNull)
			.forEach(meant::add);
		return meant;
	}

}
