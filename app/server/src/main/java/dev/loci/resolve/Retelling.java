package dev.loci.resolve;

import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.loci.graph.Cypher;
import dev.loci.graph.OpenSpace;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Named;
import dev.loci.memory.Told;

/**
 * Tells a new generation what is read out of episodes, some of it at a time, while the
 * one that is believed goes on answering.
 */
public final class Retelling {

	private static final Cypher NOTE_TOLD = Cypher.named("resolve/note_told");

	private final Rebuild rebuild;

	private final Resolver resolver;

	private final Site site;

	private final BooleanSupplier goOn;

	Retelling(Rebuild rebuild, Resolver resolver, Site site, BooleanSupplier goOn) {
		this.rebuild = rebuild;
		this.resolver = resolver;
		this.site = site;
		this.goOn = goOn;
	}

	/** The space as it is in the new generation. */
	public OpenSpace space() {
		return this.site.target();
	}

	/**
	 * Does some of it, all or nothing.
	 * @throws dev.loci.graph.GenerationAbandoned if all of it is in vain
	 */
	public <T> T step(Function<Transaction, T> work) {
		return this.rebuild.step(this.site, this.goOn, work);
	}

	/**
	 * Tells what was found.
	 * @param places of each among all of its request
	 */
	public List<Resolved> tell(Transaction tx, List<Told> told, List<Integer> places,
			Function<String, float[]> vectors) {
		List<EpisodeId> episodes = told.stream()
			.map((each) -> each.source().episode())
			.filter(Objects::nonNull)
			.distinct()
			.toList();
		new Copies(this.site.from(), this.site.to()).newcomers(tx, told.stream().flatMap(Retelling::named).toList());
		Precedents precedents = Precedents.of(tx, this.site, episodes);
		List<Resolved> resolved = this.resolver.resolve(tx, this.site.scope().tenant(), space(), told, places, vectors,
				true, precedents);
		tell(tx, this.site.to(), (int) resolved.stream().filter((each) -> each.statement() != null).count());
		return resolved;
	}

	/** Counts what was told; returns how much of it there is. */
	static int tell(Transaction tx, String generation, int more) {
		return tx.single(NOTE_TOLD, Parameters.with("space", generation).and("told", more),
				(row) -> row.get("told").asInt());
	}

	private static Stream<Named> named(Told told) {
		return Stream.of(told.subject(), told.object()).filter(Objects::nonNull);
	}

}
