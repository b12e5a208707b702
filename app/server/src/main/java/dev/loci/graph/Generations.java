package dev.loci.graph;

import org.springframework.stereotype.Component;

/**
 * Generations of spaces: a new one is built beside the one that is believed, in as many
 * transactions as it takes, and put in its place in one write.
 */
@Component
public class Generations {

	private static final Cypher BEGIN = Cypher.named("graph/begin_generation");

	private static final Cypher HOLD = Cypher.named("graph/hold_generation");

	private static final Cypher ENTER = Cypher.named("graph/enter_generation");

	private static final Cypher ABANDON = Cypher.named("graph/abandon_generation");

	/**
	 * Begins a new one. One that was begun before is given up.
	 * @return its key
	 */
	public String begin(Transaction tx, OpenSpace space) {
		abandon(tx, space);
		String generation = SpaceKey.next();
		tx.run(BEGIN, Parameters.with("space", space.key()).and("generation", generation));
		return generation;
	}

	/**
	 * Keeps one from being given up as long as the transaction lasts.
	 * @throws GenerationAbandoned if it has been already
	 */
	public void hold(Transaction tx, String generation) {
		if (tx.first(HOLD, Parameters.with("space", generation), (row) -> generation).isEmpty()) {
			throw new GenerationAbandoned(generation);
		}
	}

	/** From now on it is what is believed. */
	public void enter(Transaction tx, OpenSpace space, String generation) {
		hold(tx, generation);
		tx.run(ENTER, Parameters.with("space", space.key()).and("generation", generation).and("now", space.now()));
	}

	/**
	 * Gives up the one that is being built, if there is one: what it was made of has
	 * changed.
	 */
	public void abandon(Transaction tx, OpenSpace space) {
		if (space.building()) {
			tx.run(ABANDON, Parameters.with("space", space.key()));
		}
	}

}
