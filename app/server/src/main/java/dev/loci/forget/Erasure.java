package dev.loci.forget;

import java.util.List;

import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Parameters;
import dev.loci.graph.Spaces;
import dev.loci.memory.Block;
import dev.loci.memory.BlockNotFound;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.EpisodeNotFound;
import dev.loci.memory.Scope;
import dev.loci.memory.SpaceNotFound;
import dev.loci.memory.VersionPassed;
import dev.loci.resolve.Withdrawal;
import dev.loci.resolve.Withdrawal.Withdrawn;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Erases what a caller wants gone, and says how much of what went.
 */
@Component
public class Erasure {

	private static final Logger log = LoggerFactory.getLogger(Erasure.class);

	private static final Cypher ERASE_EPISODE = Cypher.named("forget/erase_episode");

	private static final Cypher DISCONNECT_PASSAGES = Cypher.named("forget/disconnect_passages");

	private static final Cypher CONDEMN_SPACE = Cypher.named("forget/condemn_space");

	private static final Cypher CONDEMNED_SPACES = Cypher.named("forget/condemned_spaces");

	private static final Cypher ERASE_SPACE = Cypher.named("forget/erase_space");

	private static final Cypher PASSAGES = Cypher.named("forget/erase_passages");

	private static final Cypher EPISODES = Cypher.named("forget/erase_episodes");

	private static final Cypher SESSIONS = Cypher.named("forget/erase_sessions");

	private static final Cypher JOBS = Cypher.named("forget/erase_jobs");

	private static final Cypher IDEMPOTENCY_KEYS = Cypher.named("forget/erase_idempotency_keys");

	private static final Cypher FACTS = Cypher.named("forget/erase_facts");

	private static final Cypher STATEMENTS = Cypher.named("forget/erase_statements");

	private static final Cypher ENTITIES = Cypher.named("forget/erase_entities");

	private static final Cypher NAMES = Cypher.named("forget/erase_names");

	private static final Cypher DECISIONS = Cypher.named("forget/erase_decisions");

	private static final Cypher SUGGESTIONS = Cypher.named("forget/erase_suggestions");

	private static final Cypher RECALLS = Cypher.named("forget/erase_recalls");

	private static final Cypher FEEDBACK = Cypher.named("forget/erase_feedback");

	private static final Cypher FEEDBACK_OF = Cypher.named("forget/erase_feedback_of");

	private static final Cypher BLOCKS = Cypher.named("forget/erase_blocks");

	private static final Cypher VERSION_OF_BLOCK = Cypher.named("forget/version_of_block");

	private static final Cypher ERASE_BLOCK = Cypher.named("forget/erase_block");

	private static final int AT_ONCE = 1_000;

	private final Graph graph;

	private final Spaces spaces;

	private final Withdrawal withdrawal;

	Erasure(Graph graph, Spaces spaces, Withdrawal withdrawal) {
		this.graph = graph;
		this.spaces = spaces;
		this.withdrawal = withdrawal;
	}

	public Erased episode(String tenant, EpisodeId id) {
		Scope scope = this.spaces.ofEpisode(tenant, id).orElseThrow(() -> new EpisodeNotFound(id));
		Erased erased = this.spaces.write(scope, (tx, space) -> {
			Withdrawn withdrawn = this.withdrawal.withdraw(tx, tenant, space, id);
			withdrawn.episodes()
				.stream()
				.filter((each) -> !each.equals(id))
				.forEach((each) -> tx.run(ERASE_EPISODE, Parameters.with("tenant", tenant).and("id", each)));
			tx.run(DISCONNECT_PASSAGES, Parameters.with("tenant", tenant).and("id", id));
			Erased all = tx
				.first(ERASE_EPISODE, Parameters.with("tenant", tenant).and("id", id),
						(row) -> new Erased(1, row.get("passages").asLong(), row.get("sessions").asLong(),
								row.get("jobs").asLong(), withdrawn.statements(), withdrawn.facts().size(), 0))
				.orElseThrow(() -> new EpisodeNotFound(id));
			tx.run(FEEDBACK_OF, Parameters.with("space", space.key()).and("memories", withdrawn.memories()));
			return all;
		});
		log.info("Episode {} erased", id);
		return erased;
	}

	/**
	 * A block of core memory, in all its versions.
	 * @param seen the stamp of what the caller has seen; whatever there is, if absent
	 */
	public Erased block(Scope scope, String label, @Nullable String seen) {
		long versions = this.spaces.write(scope, (tx, space) -> {
			Parameters parameters = Parameters.with("space", space.key()).and("label", label);
			Block.Stamp latest = tx.first(VERSION_OF_BLOCK, parameters, Erasure::stamp)
				.orElseThrow(() -> new BlockNotFound(label));
			if (seen != null && !latest.is(seen)) {
				throw VersionPassed.ofBlock(label, latest.version());
			}
			return tx.single(ERASE_BLOCK, parameters, (row) -> row.get("erased").asLong());
		});
		log.info("A block erased: {} versions", versions);
		return new Erased(0, 0, 0, 0, 0, 0, versions);
	}

	private static Block.Stamp stamp(Record row) {
		return new Block.Stamp(row.get("version").asInt(), row.get("recordedFrom").asZonedDateTime().toInstant());
	}

	public Erased space(Scope scope) {
		String space = this.graph
			.write((tx) -> tx.first(CONDEMN_SPACE, Parameters.with("tenant", scope.tenant()).and("name", scope.space()),
					(row) -> row.get("space").asString()))
			.orElseThrow(() -> new SpaceNotFound(scope));
		return erase(space);
	}

	/** Takes up what a crash has interrupted, here or in another instance. */
	@Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT10M")
	void eraseCondemned() {
		this.graph.read((tx) -> tx.list(CONDEMNED_SPACES, Parameters.none(), (row) -> row.get("space").asString()))
			.forEach(this::erase);
	}

	private Erased erase(String space) {
		// Before what they have given: that is easier to take away when nothing leads to
		// it.
		eraseAll(RECALLS, space);
		// Then what is found.
		long passages = eraseAll(PASSAGES, space);
		long facts = eraseAll(FACTS, space);
		long statements = eraseAll(STATEMENTS, space);
		List.of(ENTITIES, NAMES, DECISIONS, SUGGESTIONS).forEach((each) -> eraseAll(each, space));
		long episodes = eraseAll(EPISODES, space);
		long sessions = eraseAll(SESSIONS, space);
		long jobs = eraseAll(JOBS, space);
		long blocks = eraseAll(BLOCKS, space);
		eraseAll(IDEMPOTENCY_KEYS, space);
		// Again, since what was asked until the end is recorded a moment later.
		List.of(RECALLS, FEEDBACK).forEach((each) -> eraseAll(each, space));
		this.graph.write((tx) -> tx.list(ERASE_SPACE, Parameters.with("space", space), (row) -> space));
		log.info("A space erased: {} episodes, {} passages", episodes, passages);
		return new Erased(episodes, passages, sessions, jobs, statements, facts, blocks);
	}

	private long eraseAll(Cypher query, String space) {
		long erased = 0;
		while (true) {
			long now = this.graph.write((tx) -> tx.single(query, Parameters.with("space", space).and("limit", AT_ONCE),
					(row) -> row.get("erased").asLong()));
			erased += now;
			if (now < AT_ONCE) {
				return erased;
			}
		}
	}

	/**
	 * How much went.
	 *
	 * @param facts in all their versions, where a whole space goes
	 * @param blocks in all their versions
	 */
	public record Erased(long episodes, long passages, long sessions, long jobs, long statements, long facts,
			long blocks) {
	}

}
