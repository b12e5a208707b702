package dev.loci.graph;

import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * Generations of spaces: a new one is built beside the one that is believed, in as many
 * transactions as it takes, and put in its place in one write.
 */
@Component
public class Generations {

	private static final Cypher BEGIN = Cypher.named("graph/begin_generation");

	private static final Cypher RESUME = Cypher.named("graph/resume_generation");

	private static final Cypher HOLD = Cypher.named("graph/hold_generation");

	private static final Cypher ENTER = Cypher.named("graph/enter_generation");

	private static final Cypher ABANDON = Cypher.named("graph/abandon_generation");

	/**
	 * Begins a new one. One that was begun before is given up.
	 * @param cause because of what
	 */
	public Building begin(Transaction tx, OpenSpace space, String cause) {
		abandon(tx, space);
		Building building = new Building(SpaceKey.next(), SpaceKey.next());
		tx.run(BEGIN,
				Parameters.with("space", space.key())
					.and("generation", building.generation())
					.and("builder", building.builder())
					.and("cause", cause));
		return building;
	}

	/** Takes over the one that was begun for the same cause, if it is still there. */
	public Optional<Building> resume(Transaction tx, OpenSpace space, String cause) {
		return tx.first(RESUME,
				Parameters.with("space", space.key()).and("builder", SpaceKey.next()).and("cause", cause),
				Building::of);
	}

	/**
	 * Keeps one from being given up, and from being taken over, as long as the
	 * transaction lasts.
	 * @throws GenerationAbandoned if it has been already
	 */
	public void hold(Transaction tx, Building building) {
		if (tx
			.first(HOLD, Parameters.with("space", building.generation()).and("builder", building.builder()),
					Building::of)
			.isEmpty()) {
			throw new GenerationAbandoned(building.generation());
		}
	}

	/** From now on it is what is believed. */
	public void enter(Transaction tx, OpenSpace space, Building building) {
		hold(tx, building);
		tx.run(ENTER,
				Parameters.with("space", space.key()).and("generation", building.generation()).and("now", space.now()));
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
