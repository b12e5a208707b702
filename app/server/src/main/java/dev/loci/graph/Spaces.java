package dev.loci.graph;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import dev.loci.memory.DecisionId;
import dev.loci.memory.EntityId;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.FactId;
import dev.loci.memory.Scope;
import dev.loci.memory.SuggestionId;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

import org.springframework.stereotype.Component;

/**
 * Finds spaces, opens them for writing, and says up to which moment of their clocks they
 * can be read.
 * <p>
 * The database shows a commit piece by piece, so whoever reads a clock may read what
 * belongs to its moment a little too early, and would see more when asking again for the
 * same moment. Therefore a moment counts only when it is settled: when this process has
 * seen the commit return, or has waited for the writer's lock.
 */
@Component
public class Spaces {

	private static final Cypher SPACE_KEY = Cypher.named("graph/space_key");

	private static final Cypher OPEN = Cypher.named("graph/open_space");

	private static final Cypher REOPEN = Cypher.named("graph/reopen_space");

	private static final Cypher PEEK = Cypher.named("graph/peek_space");

	private static final Cypher VIEW = Cypher.named("graph/view_space");

	private static final Cypher OF_EPISODE = Cypher.named("graph/space_of_episode");

	private static final Cypher OF_FACT = Cypher.named("graph/space_of_fact");

	private static final Cypher OF_ENTITY = Cypher.named("graph/space_of_entity");

	private static final Cypher OF_DECISION = Cypher.named("graph/space_of_decision");

	private static final Cypher OF_SUGGESTION = Cypher.named("graph/space_of_suggestion");

	private static final Cypher SETTLE = Cypher.named("graph/settle_space");

	private static final int REMEMBERED = 10_000;

	private final Graph graph;

	private final Map<String, Settled> settled = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Settled> eldest) {
			return size() > REMEMBERED;
		}
	});

	Spaces(Graph graph) {
		this.graph = graph;
	}

	/** Empty if nothing was ever written there. */
	public Optional<String> key(Scope scope) {
		return this.graph.read((tx) -> tx.first(SPACE_KEY, named(scope), (row) -> row.get("space").asString()));
	}

	/**
	 * Writes to a space, all of it or nothing. The space comes into being with it.
	 */
	public <T> T write(Scope scope, BiFunction<Transaction, OpenSpace, T> work) {
		Parameters parameters = named(scope).and("key", SpaceKey.next());
		Written<T> written = this.graph.write((tx) -> {
			// No row: the space was erased while we waited for its lock. The second time
			// makes a new one.
			OpenSpace space = tx.first(OPEN, parameters, OpenSpace::of)
				.orElseGet(() -> tx.single(OPEN, parameters, OpenSpace::of));
			return new Written<>(space, work.apply(tx, space));
		});
		settle(written.space().key(), written.space().now());
		return written.result();
	}

	/**
	 * Writes to a space that was seen before. Empty if it was erased since: then nothing
	 * is written, and it does not come into being again.
	 */
	public <T> Optional<T> writeTo(Scope scope, String key, BiFunction<Transaction, OpenSpace, T> work) {
		Parameters parameters = named(scope).and("key", key);
		Optional<Written<T>> written = this.graph.write((tx) -> tx.first(REOPEN, parameters, OpenSpace::of)
			.map((space) -> new Written<>(space, work.apply(tx, space))));
		written.ifPresent((each) -> settle(each.space().key(), each.space().now()));
		return written.map(Written::result);
	}

	/** The space of an episode, if the tenant has such an episode. */
	public Optional<Scope> ofEpisode(String tenant, EpisodeId id) {
		return of(OF_EPISODE, tenant, id);
	}

	/** The space of a fact, if the tenant has such a fact. */
	public Optional<Scope> ofFact(String tenant, FactId id) {
		return of(OF_FACT, tenant, id);
	}

	/** The space of an entity, if the tenant has such an entity. */
	public Optional<Scope> ofEntity(String tenant, EntityId id) {
		return of(OF_ENTITY, tenant, id);
	}

	/** The space of a decision, if the tenant has made such a decision. */
	public Optional<Scope> ofDecision(String tenant, DecisionId id) {
		return of(OF_DECISION, tenant, id);
	}

	/** The space of a suggestion, if there is such a suggestion for the tenant. */
	public Optional<Scope> ofSuggestion(String tenant, SuggestionId id) {
		return of(OF_SUGGESTION, tenant, id);
	}

	private Optional<Scope> of(Cypher query, String tenant, Object id) {
		Parameters parameters = Parameters.with("tenant", tenant).and("id", id);
		return this.graph
			.read((tx) -> tx.first(query, parameters, (row) -> new Scope(tenant, row.get("name").asString())));
	}

	/** A space as a writer would find it, without waiting for the lock. */
	public OpenSpace peek(Transaction tx, Scope scope) {
		return tx.first(PEEK, named(scope), OpenSpace::of).orElseGet(OpenSpace::none);
	}

	/**
	 * What was believed at a moment, by default now. Empty if nothing was ever written
	 * there.
	 */
	public Optional<View> view(Scope scope, @Nullable Instant knownAt) {
		Parameters parameters = named(scope).and("knownAt", knownAt);
		return this.graph.read((tx) -> tx.first(VIEW, parameters, Spaces::view))
			.filter((view) -> isSettled(view) || settle(scope));
	}

	private boolean isSettled(View view) {
		Settled known = this.settled.get(view.space());
		Instant clock = view.version().clock();
		return view.knownAt().isBefore(clock) || (known != null && !known.clock().isBefore(clock));
	}

	/**
	 * Whether all that has been read since then, by the time of this process, was read
	 * from this version or from a later one.
	 * @param nanos a {@link System#nanoTime()}
	 */
	public boolean wasSettledAt(View view, long nanos) {
		Settled known = this.settled.get(view.space());
		return known != null && known.clock().equals(view.version().clock()) && known.nanos() - nanos <= 0;
	}

	/** Whether the space is still there after its writer has finished. */
	private boolean settle(Scope scope) {
		return this.graph.write((tx) -> tx.first(SETTLE, named(scope), Function.identity()))
			.map((row) -> settle(row.get("space").asString(), row.get("clock").asZonedDateTime().toInstant()))
			.isPresent();
	}

	private Settled settle(String space, Instant clock) {
		return this.settled.merge(space, new Settled(clock, System.nanoTime()),
				(one, other) -> other.clock().isAfter(one.clock()) ? other : one);
	}

	private static Parameters named(Scope scope) {
		return Parameters.with("tenant", scope.tenant()).and("name", scope.space());
	}

	private record Written<T>(OpenSpace space, T result) {
	}

	private static View view(Record row) {
		return new View(row.get("space").asString(), row.get("generation").asString(),
				row.get("knownAt").asZonedDateTime().toInstant(),
				new View.Version(row.get("clock").asZonedDateTime().toInstant(), row.get("embedded").asLong()),
				row.get("facts").asLong());
	}

	/**
	 * A moment of a clock at which all is visible.
	 *
	 * @param nanos since when this process knows
	 */
	private record Settled(Instant clock, long nanos) {
	}

}
