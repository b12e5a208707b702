package dev.loci.graph;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.micrometer.core.instrument.MeterRegistry;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One unit of work in the database. It may be run again from its beginning, so it does
 * nothing but Cypher.
 */
public final class Transaction {

	private static final Logger log = LoggerFactory.getLogger(Transaction.class);

	private final TransactionContext context;

	private final MeterRegistry meters;

	Transaction(TransactionContext context, MeterRegistry meters) {
		this.context = context;
		this.meters = meters;
	}

	/** All rows, in the order of the query. */
	public <T> List<T> list(Cypher query, Parameters parameters, Function<Record, T> row) {
		long start = System.nanoTime();
		List<T> rows = this.context.run(query.text(), parameters.asMap()).list(row);
		long nanos = System.nanoTime() - start;
		this.meters.timer("loci.queries", "query", query.name()).record(nanos, TimeUnit.NANOSECONDS);
		log.debug("{}: {} rows in {} ms", query.name(), rows.size(), TimeUnit.NANOSECONDS.toMillis(nanos));
		return rows;
	}

	/** The first row, if there is one. */
	public <T> Optional<T> first(Cypher query, Parameters parameters, Function<Record, T> row) {
		return list(query, parameters, row).stream().findFirst();
	}

	/** The only row of a query that always has one. */
	public <T> T single(Cypher query, Parameters parameters, Function<Record, T> row) {
		return first(query, parameters, row)
			.orElseThrow(() -> new IllegalStateException(query.name() + " answered without a row"));
	}

	/** For what a query does, not for what it answers. */
	public void run(Cypher query, Parameters parameters) {
		list(query, parameters, Function.identity());
	}

}
