package dev.loci.resolve;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.loci.graph.Cypher;
import dev.loci.graph.OpenSpace;
import dev.loci.graph.Parameters;
import dev.loci.graph.Spaces;
import dev.loci.graph.Transaction;
import dev.loci.memory.DecisionId;
import dev.loci.memory.DecisionRefused;
import dev.loci.memory.EntityId;
import dev.loci.memory.EntityNotFound;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.EpisodeNotFound;
import dev.loci.memory.FactId;
import dev.loci.memory.FactNotFound;
import dev.loci.memory.NameKey;
import dev.loci.memory.Scope;
import dev.loci.memory.StatementId;
import dev.loci.memory.StatementNotFound;
import dev.loci.resolve.Claimed.Meant;
import dev.loci.resolve.Merges.Decided;

import org.springframework.stereotype.Component;

/**
 * Decides that an entity is two: what some statements say of it means another one.
 */
@Component
public class Splits {

	private static final Cypher SPLIT = Cypher.named("resolve/split");

	private static final Cypher STATEMENTS_ASKED = Cypher.named("resolve/statements_asked");

	private static final Cypher TOLD_EPISODES = Cypher.named("resolve/told_episodes");

	private final Spaces spaces;

	private final Merges merges;

	Splits(Spaces spaces, Merges merges) {
		this.spaces = spaces;
		this.merges = merges;
	}

	/**
	 * Makes a new entity of some of what was said about one.
	 * @param name of the new one
	 */
	public Decided split(String tenant, EntityId id, Parts parts, String name) {
		NameKey key = NameKey.of(name);
		Scope scope = this.spaces.ofEntity(tenant, id).orElseThrow(() -> new EntityNotFound(id));
		return this.spaces.write(scope, (tx, space) -> {
			Resident kept = Placing.tops(tx, space.generation(), List.of(id)).get(id);
			if (kept == null) {
				throw new EntityNotFound(id);
			}
			EntityId fresh = EntityId.next();
			Map<Claimed, Meant> moved = new LinkedHashMap<>();
			Amendments.with(tx, space.generation(), kept.id(), asked(tx, tenant, space, parts, kept.id()))
				.forEach((statement) -> moved.put(statement, statement.meaning(kept.id(), fresh)));
			DecisionId decision = DecisionId.next();
			List<Formerly.Ends> before = moved.entrySet()
				.stream()
				.map((each) -> Formerly.Ends.of(each.getKey().meant(), each.getValue()))
				.toList();
			tx.run(SPLIT,
					Parameters.with("tenant", tenant)
						.and("space", space.generation())
						.and("now", space.now())
						.and("id", decision)
						.and("kept", kept.id())
						.and("gone", fresh)
						.and("name", name.strip())
						.and("type", kept.type())
						.and("key", key.value())
						.and("names", names(kept, moved.keySet()))
						.and("statements", moved.keySet().stream().map(Claimed::id).toList())
						.and("subjects", before.stream().map(Formerly.Ends::subject).toList())
						.and("objects", before.stream().map(Formerly.Ends::object).toList())
						.and("reason", null));
			return new Decided(decision, fresh, this.merges.moved(tx, tenant, space, moved, decision, Earlier.NEVER));
		});
	}

	/** Those know the new one who know what is said of it. */
	private static List<Parameters> names(Resident kept, Collection<Claimed> moved) {
		return moved.stream()
			.map(Claimed::owner)
			.distinct()
			.map((owner) -> Parameters.with("owner", owner)
				.and("type", (kept.type() == null) ? kept.type(owner) : null))
			.toList();
	}

	/** The statements that are asked for, as far as they are about the entity. */
	private Collection<Claimed> asked(Transaction tx, String tenant, OpenSpace space, Parts parts, EntityId entity) {
		Set<String> found = new HashSet<>();
		Map<StatementId, Claimed> about = new LinkedHashMap<>();
		tx.list(STATEMENTS_ASKED,
				Parameters.with("tenant", tenant)
					.and("space", space.generation())
					.and("statements", parts.statements())
					.and("episodes", parts.episodes())
					.and("facts", parts.facts()),
				(row) -> {
					Claimed statement = Claimed.of(row.get("statement"));
					if (statement.isAbout(entity)) {
						about.put(statement.id(), statement);
					}
					else if (parts.episodes().isEmpty()) {
						throw new DecisionRefused("The statement " + statement.id() + " is not about the entity "
								+ entity + ": it cannot be split off from it");
					}
					return found.add(row.get("asked").asString());
				});
		checkKnown(tx, tenant, space, parts, found);
		if (about.isEmpty()) {
			throw new DecisionRefused("Nothing of that is about the entity " + entity + ": there is nothing to move");
		}
		return about.values();
	}

	private static void checkKnown(Transaction tx, String tenant, OpenSpace space, Parts parts, Set<String> found) {
		parts.statements().stream().filter((id) -> !found.contains(id.toString())).findFirst().ifPresent((id) -> {
			throw new StatementNotFound(id);
		});
		parts.facts().stream().filter((id) -> !found.contains(id.toString())).findFirst().ifPresent((id) -> {
			throw new FactNotFound(id);
		});
		List<EpisodeId> silent = parts.episodes().stream().filter((id) -> !found.contains(id.toString())).toList();
		if (!silent.isEmpty()) {
			tx.list(TOLD_EPISODES, Parameters.with("tenant", tenant).and("space", space.key()).and("ids", silent),
					(row) -> found.add(row.get("id").asString()));
			silent.stream().filter((id) -> !found.contains(id.toString())).findFirst().ifPresent((id) -> {
				throw new EpisodeNotFound(id);
			});
		}
	}

	/**
	 * What means the new entity: one of these is not empty.
	 */
	public record Parts(List<StatementId> statements, List<EpisodeId> episodes, List<FactId> facts) {

		public Parts {
			statements = List.copyOf(statements);
			episodes = List.copyOf(episodes);
			facts = List.copyOf(facts);
		}

	}

}
