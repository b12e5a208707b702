package dev.loci.resolve;

import java.util.List;

import dev.loci.graph.Cypher;
import dev.loci.graph.Generations;
import dev.loci.graph.OpenSpace;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.DecisionRefused;
import dev.loci.memory.EntityId;
import dev.loci.resolve.Suggestion.Status;
import org.neo4j.driver.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Follows what a model thinks of suggestions, as far as a model may decide.
 * <p>
 * Two entities that are one to it become one, unless somebody has told them apart; that
 * can be undone as any merge. Statements that exclude each other leave nothing to decide:
 * what outranks the others is believed already. Those that may stand side by side wait
 * for a person, since a predicate that allows one only has to be wrong about them.
 */
@Component
public class Counsel {

	private static final Logger log = LoggerFactory.getLogger(Counsel.class);

	private static final Cypher ADVISABLE = Cypher.named("resolve/advisable");

	private static final Cypher ADVISE = Cypher.named("resolve/advise");

	private final Generations generations;

	private final Merges merges;

	Counsel(Generations generations, Merges merges) {
		this.generations = generations;
		this.merges = merges;
	}

	/** What was decided meanwhile stays as it was decided. */
	public void follow(Transaction tx, String tenant, OpenSpace space, List<Advice> advice) {
		for (Advice each : advice) {
			Parameters parameters = Parameters.with("space", space.generation()).and("id", each.suggestion());
			tx.first(ADVISABLE, parameters, Open::of).ifPresent((open) -> {
				Status status = decided(tx, tenant, space, open, each);
				if (status != Status.OPEN) {
					this.generations.abandon(tx, space);
				}
				tx.run(ADVISE,
						parameters.and("status", status)
							.and("now", space.now())
							.and("by", each.by())
							.and("verdict", each.verdict())
							.and("reason", each.reason())
							.and("drawnFrom", each.drawnFrom()));
			});
		}
	}

	private Status decided(Transaction tx, String tenant, OpenSpace space, Open open, Advice advice) {
		return switch (open.kind()) {
			case SAME -> switch (advice.verdict()) {
				case SAME -> merged(tx, tenant, space, open, advice);
				case DIFFERENT -> Status.DISMISSED;
				case UNSURE -> Status.OPEN;
			};
			case CONTESTED -> (advice.verdict() == Advice.Verdict.SAME) ? Status.DISMISSED : Status.OPEN;
			case WEAK -> Status.OPEN;
		};
	}

	private Status merged(Transaction tx, String tenant, OpenSpace space, Open open, Advice advice) {
		if (open.apart() || open.entities().size() < 2) {
			return Status.OPEN;
		}
		try {
			this.merges.merge(tx, tenant, space, open.entities().getFirst(), open.entities().getLast(),
					Merges.Why.of(advice));
			return Status.ACCEPTED;
		}
		catch (DecisionRefused ex) {
			log.debug("A pair stays open that a model would join", ex);
			return Status.OPEN;
		}
	}

	/** A suggestion that nobody has decided on. */
	private record Open(Suggestion.Kind kind, List<EntityId> entities, boolean apart) {

		static Open of(Record row) {
			return new Open(Suggestion.Kind.valueOf(row.get("kind").asString()),
					row.get("entities").asList((entity) -> EntityId.of(entity.asString())),
					row.get("apart").asBoolean());
		}

	}

}
