package dev.loci.resolve;

import java.time.Instant;
import java.util.List;

import dev.loci.graph.Cypher;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.Entity;
import dev.loci.memory.EntityId;
import dev.loci.memory.Fact;
import dev.loci.memory.Moment;
import dev.loci.memory.Precision;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * A fact as its statements meant it. Where entities were merged, it may be about another
 * one than they meant, or about several; what is said of the fact is said of those, so
 * that it stays with them when they are told apart again.
 */
final class Meanings {

	private static final Cypher MEANINGS = Cypher.named("resolve/meanings");

	private Meanings() {
	}

	/** The same fact, once for all who were meant alike. */
	static List<AsMeant> of(Transaction tx, String space, Fact fact) {
		return tx.list(MEANINGS, Parameters.with("space", space).and("id", fact.id()),
				(row) -> new AsMeant(meant(fact, row), moment(row.get("saidLast")),
						row.get("starts")
							.asList((start) -> new Moment(moment(start.get("at")),
									Precision.valueOf(start.get("precision").asString()))),
						moment(row.get("startsLast")), row.get("before").isNull() ? null : moment(row.get("before")),
						row.get("sessionId").asString(null)));
	}

	private static Fact meant(Fact fact, Record row) {
		Entity.Ref object = fact.object();
		Fact meant = fact.about(meant(fact.subject(), row.get("subject")),
				(object != null) ? meant(object, row.get("object")) : null);
		Moment from = from(row);
		return (from != null && fact.validFrom() != null && from.at().isAfter(fact.validFrom())) ? meant.since(from)
				: meant;
	}

	private static Entity.Ref meant(Entity.Ref end, Value id) {
		return new Entity.Ref(EntityId.of(id.asString()), end.name(), end.type());
	}

	private static Instant moment(Value value) {
		return value.asZonedDateTime().toInstant();
	}

	private static @Nullable Moment from(Record row) {
		return row.get("from").isNull() ? null : new Moment(row.get("from").asZonedDateTime().toInstant(),
				Precision.valueOf(row.get("precision").asString()));
	}

}
