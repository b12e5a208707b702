package dev.loci.resolve;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

import dev.loci.graph.Building;
import dev.loci.graph.Cypher;
import dev.loci.graph.GenerationAbandoned;
import dev.loci.graph.Generations;
import dev.loci.graph.Graph;
import dev.loci.graph.OpenSpace;
import dev.loci.graph.Parameters;
import dev.loci.graph.Spaces;
import dev.loci.graph.Transaction;
import dev.loci.graph.View;
import dev.loci.memory.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Believes anew all that was ever claimed in a space, in a new generation and by the
 * ontology that the space shall have. The old generation answers and takes statements
 * meanwhile; the new one catches up and takes its place in one write.
 * <p>
 * A decision on entities, an erasure or another ontology gives the new generation up, and
 * the next one is begun. One that is told anew what episodes say is taken up where it was
 * left: that may take long, and a model costs money.
 */
@Component
public class Rebuild {

	private static final Logger log = LoggerFactory.getLogger(Rebuild.class);

	/** So few that those who write meanwhile can wait for them. */
	private static final int LAST_FEW = 100;

	private static final int MOST_BEGINNINGS = 10;

	private static final int AT_ONCE = 1_000;

	private static final Cypher BEGIN_READING = Cypher.named("resolve/begin_reading");

	private final Graph graph;

	private final Spaces spaces;

	private final Generations generations;

	private final SpaceOntologies ontologies;

	private final Vocabularies vocabularies;

	private final Resettling resettling;

	private final Resolver resolver;

	Rebuild(Graph graph, Spaces spaces, Generations generations, SpaceOntologies ontologies, Vocabularies vocabularies,
			Resettling resettling, Resolver resolver) {
		this.graph = graph;
		this.spaces = spaces;
		this.generations = generations;
		this.ontologies = ontologies;
		this.vocabularies = vocabularies;
		this.resettling = resettling;
		this.resolver = resolver;
	}

	/**
	 * Rebuilds a space.
	 * @param cause what facts change by
	 * @param reading tells what episodes say, and whether that was all of it; none, if
	 * what was read out of them is taken as it is
	 * @param mine whether nobody else has taken over, asked before something begins or
	 * ends: who is late must not undo the work of a successor
	 * @param goOn asked between the steps
	 * @return how many statements were read; empty if it was told to stop, or if there is
	 * more to read
	 */
	public OptionalInt of(Scope scope, String cause, @Nullable Predicate<Retelling> reading,
			Predicate<Transaction> mine, BooleanSupplier goOn) {
		for (int beginning = 1; beginning <= MOST_BEGINNINGS; beginning++) {
			boolean first = beginning == 1;
			try {
				return build(this.spaces.write(scope, (tx, space) -> {
					check(tx, mine);
					return begun(tx, scope, space, cause, reading != null, first);
				}), reading, mine, goOn);
			}
			catch (GenerationAbandoned ex) {
				log.info("The rebuild {} begins anew: what it reads has changed", cause);
			}
			catch (CancellationException ex) {
				log.debug("The rebuild {} was told to stop", cause, ex);
				return OptionalInt.empty();
			}
		}
		throw new IllegalStateException("Decisions on entities, erasures or other ontologies came between "
				+ MOST_BEGINNINGS + " times: try again when there are fewer.");
	}

	private Begun begun(Transaction tx, Scope scope, OpenSpace space, String cause, boolean retold, boolean first) {
		Optional<Building> left = (retold && first) ? this.generations.resume(tx, space, cause) : Optional.empty();
		Optional<Recital> known = left.flatMap((building) -> Recital.of(tx, building.generation()));
		Building building = known.isPresent() ? left.orElseThrow() : this.generations.begin(tx, space, cause);
		String wanted = this.ontologies.wanted(tx, scope);
		return new Begun(new Site(scope, space.generation(),
				new OpenSpace(space.key(), building.generation(), wanted, true, space.now()), building,
				this.vocabularies.of(space.ontology()), this.vocabularies.of(wanted), cause, retold), known);
	}

	private OptionalInt build(Begun begun, @Nullable Predicate<Retelling> reading, Predicate<Transaction> mine,
			BooleanSupplier goOn) {
		Site site = begun.site();
		Recital read = begun.known().orElseGet(() -> recited(site, goOn));
		if (reading != null) {
			if (!reading.test(new Retelling(this, this.resolver, site, goOn))) {
				return OptionalInt.empty();
			}
			forgetUnmentioned(site, goOn);
			settleAll(site, goOn);
		}
		int known;
		do {
			known = read.count();
			Instant until = this.spaces.view(site.scope(), null).map(View::knownAt).orElseThrow();
			Set<String> touched = new HashSet<>();
			read = read(site, read, until, touched, goOn);
			step(site, goOn, (tx) -> {
				this.resettling.resettle(tx, site.at(until), touched);
				return touched;
			});
		}
		while (read.count() - known > LAST_FEW);
		Recital last = read;
		return OptionalInt.of(this.spaces.write(site.scope(), (tx, space) -> {
			check(tx, mine);
			return enter(tx, site.at(space.now()), space, last);
		}));
	}

	private static void check(Transaction tx, Predicate<Transaction> mine) {
		if (!mine.test(tx)) {
			throw new CancellationException("somebody else has taken over");
		}
	}

	/** All but what is to be read out of episodes again. */
	private Recital recited(Site site, BooleanSupplier goOn) {
		copyEntities(site, goOn);
		Recital read = read(site, Recital.BEGINNING, site.target().now(), new HashSet<>(), goOn);
		settleAll(site, goOn);
		return step(site, goOn, (tx) -> {
			if (site.retold()) {
				SelfName.forgetRead(tx, site);
			}
			read.note(tx, site.to());
			tx.run(BEGIN_READING, Parameters.with("space", site.to()).and("now", site.target().now()));
			return read;
		});
	}

	private void copyEntities(Site site, BooleanSupplier goOn) {
		Copies copies = new Copies(site.from(), site.to());
		List<String> all = new ArrayList<>();
		List<String> some;
		do {
			String after = all.isEmpty() ? "" : all.getLast();
			some = step(site, goOn, (tx) -> copies.entitiesAfter(tx, after));
			all.addAll(some);
		}
		while (!some.isEmpty());
		for (int i = 0; i < all.size(); i += AT_ONCE) {
			List<String> part = all.subList(i, Math.min(all.size(), i + AT_ONCE));
			step(site, goOn, (tx) -> {
				copies.merges(tx, part);
				return part;
			});
		}
	}

	private void forgetUnmentioned(Site site, BooleanSupplier goOn) {
		Copies copies = new Copies(site.from(), site.to());
		List<String> some = List.of();
		do {
			String after = some.isEmpty() ? "" : some.getLast();
			some = step(site, goOn, (tx) -> copies.unmentionedAfter(tx, after));
		}
		while (!some.isEmpty());
	}

	private Recital read(Site site, Recital before, Instant until, Set<String> touched, BooleanSupplier goOn) {
		Recital read = before;
		while (true) {
			Recital last = read;
			Recital next = step(site, goOn, (tx) -> last.next(tx, site, until, touched));
			if (next.equals(last)) {
				return last;
			}
			read = next;
		}
	}

	private void settleAll(Site site, BooleanSupplier goOn) {
		Set<String> paired = this.graph.read((tx) -> this.resettling.paired(tx, site));
		List<String> slots = List.of(Place.NOWHERE);
		while (!slots.isEmpty()) {
			List<String> some = slots;
			slots = step(site, goOn, (tx) -> {
				this.resettling.settle(tx, site, some.stream().filter((slot) -> !paired.contains(slot)).toList(),
						Set.of());
				return this.resettling.slots(tx, site, some.getLast());
			});
		}
		step(site, goOn, (tx) -> {
			this.resettling.settle(tx, site, paired, paired);
			return paired;
		});
	}

	/** The last few statements, all decisions, and the new generation is believed. */
	private int enter(Transaction tx, Site site, OpenSpace space, Recital read) {
		this.generations.hold(tx, site.building());
		Set<String> touched = new HashSet<>();
		Recital all = read.rest(tx, site, space.now(), touched);
		this.resettling.resettle(tx, site, touched);
		new Copies(site.from(), site.to()).decisions(tx);
		this.generations.enter(tx, space, site.building());
		return all.count() + Retelling.tell(tx, site.to(), 0);
	}

	/** In a transaction of its own, unless the generation was given up. */
	<T> T step(Site site, BooleanSupplier goOn, Function<Transaction, T> work) {
		if (!goOn.getAsBoolean()) {
			throw new CancellationException("told to stop");
		}
		return this.graph.write((tx) -> {
			this.generations.hold(tx, site.building());
			return work.apply(tx);
		});
	}

	/**
	 * A new generation.
	 *
	 * @param known what it knows already, if it was taken over
	 */
	private record Begun(Site site, Optional<Recital> known) {
	}

}
