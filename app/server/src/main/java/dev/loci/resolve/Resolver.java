package dev.loci.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.loci.graph.Cypher;
import dev.loci.graph.OpenSpace;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.Authority;
import dev.loci.memory.Entity;
import dev.loci.memory.EntityId;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Fact;
import dev.loci.memory.FactId;
import dev.loci.memory.InvalidInput;
import dev.loci.memory.Named;
import dev.loci.memory.Ontology;
import dev.loci.memory.StatementId;
import dev.loci.memory.TimeKind;
import dev.loci.memory.Told;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Turns statements into beliefs, in a transaction of the caller: decides whom they mean,
 * keeps them, and revises the facts of their slots.
 */
@Component
@EnableConfigurationProperties(ResolveSettings.class)
public class Resolver {

	private static final Cypher TOLD_EPISODES = Cypher.named("resolve/told_episodes");

	private static final Cypher MENTIONED = Cypher.named("resolve/entities_mentioned");

	private static final Cypher BELIEVED = Cypher.named("resolve/believed");

	private static final Cypher STATEMENTS_IN_WORDS = Cypher.named("resolve/statements_in_words");

	private final EdgeTypes types;

	private final Vocabularies vocabularies;

	private final ResolveSettings settings;

	Resolver(EdgeTypes types, Vocabularies vocabularies, ResolveSettings settings) {
		this.types = types;
		this.vocabularies = vocabularies;
		this.settings = settings;
	}

	/** What a space knows how to say. */
	public Ontology ontology(OpenSpace space) {
		return this.vocabularies.of(space.ontology());
	}

	/** Who may be meant in a text, the most likely first. */
	public List<Entity> mentioned(Transaction tx, OpenSpace space, String text, int limit) {
		return Alike.mentioned(space.generation(), text)
			.map((words) -> tx.list(MENTIONED,
					Parameters.with("space", space.generation()).and("words", words).and("limit", limit),
					(row) -> new Entity(EntityId.of(row.get("id").asString()), space.key(), row.get("name").asString(),
							row.get("type").asString(null), row.get("aliases").asList(Value::asString),
							row.get("externalId").asString(null), row.get("recordedFrom").asZonedDateTime().toInstant(),
							null)))
			.orElse(List.of());
	}

	/**
	 * The sentences that statements will be kept with, and the names that are new, as far
	 * as can be told without the space's lock: what takes a model is done before the
	 * transaction.
	 */
	public Set<String> sentences(Transaction tx, String tenant, OpenSpace space, List<Told> told) {
		Set<String> sentences = new HashSet<>();
		Drafts drafts = drafts(tx, tenant, space, told, List.of(), null, Precedents.NONE);
		drafts.claimed.forEach((position, claimed) -> sentences.add(claimed.text()));
		drafts.residents.forEach((resident) -> resident.told().forEach((called) -> sentences.add(called.name())));
		return sentences;
	}

	/**
	 * Keeps statements and brings what is believed up to date.
	 * @param places of each among all that were observed at one moment; as they are told,
	 * if there are none
	 * @param vectors of sentences and names
	 * @return one for each statement, in their order
	 */
	public List<Resolved> resolve(Transaction tx, String tenant, OpenSpace space, List<Told> told, List<Integer> places,
			Function<String, float[]> vectors) {
		return resolve(tx, tenant, space, told, places, vectors, false, Precedents.NONE);
	}

	/** The same with what was read out of episodes, and can be read anew. */
	public List<Resolved> learn(Transaction tx, String tenant, OpenSpace space, List<Told> told, List<Integer> places,
			Function<String, float[]> vectors) {
		return resolve(tx, tenant, space, told, places, vectors, true, Precedents.NONE);
	}

	List<Resolved> resolve(Transaction tx, String tenant, OpenSpace space, List<Told> told, List<Integer> places,
			Function<String, float[]> vectors, boolean read, Precedents precedents) {
		Drafts drafts = drafts(tx, tenant, space, told, places, vectors, precedents);
		Map<Integer, Claimed> claimed = Recognition.of(tx, space.generation(), drafts.claimed);
		Map<String, SlotGroup> bySlot = SlotReader.groups(tx, space.generation(), claimed.values());
		Map<String, List<Integer>> byGroup = new LinkedHashMap<>();
		claimed.forEach((position,
				each) -> byGroup.computeIfAbsent(group(bySlot, each).name(), (any) -> new ArrayList<>()).add(position));
		List<Claimed> fresh = new ArrayList<>();
		List<SlotWork> work = new ArrayList<>();
		byGroup.values()
			.forEach((positions) -> work
				.add(SlotWork.of(group(bySlot, Objects.requireNonNull(claimed.get(positions.getFirst()))), positions,
						claimed, fresh)));
		Ledger ledger = new Ledger(space.now(), this.types);
		work.forEach((each) -> ledger.meet(each.group().content()));
		Map<Integer, Resolved> results = new TreeMap<>();
		for (SlotWork slot : named(work, told)) {
			results.putAll(slot.results(ledger, space.now()));
		}
		Keeping.store(tx, tenant, space, drafts.residents, fresh, vectors, read);
		Doubts.storePairs(tx, tenant, space, drafts.doubts);
		Set<StatementId> contested = new HashSet<>();
		work.forEach((slot) -> contested.addAll(slot.contested(precedents.areThere())));
		Doubts.storeClaims(tx, tenant, space, claimed, results, contested);
		ledger.write(tx, tenant, space.generation());
		drafts.rejected.forEach((position, reason) -> results.put(position, Resolved.rejected(reason)));
		return List.copyOf(results.values());
	}

	/** A fact as it is believed now. */
	public Optional<Fact> believed(Transaction tx, OpenSpace space, FactId id) {
		return tx
			.first(BELIEVED, Parameters.with("space", space.generation()).and("id", id),
					(row) -> Held.of(row.get("fact")))
			.map((held) -> Shown.of(held, Map.of(), space.now()));
	}

	/** A fact as its statements meant it: more than one, where some meant others. */
	public List<AsMeant> asMeant(Transaction tx, OpenSpace space, Fact fact) {
		return Meanings.of(tx, space.generation(), fact);
	}

	/** How the state that a fact tells of lies in time. */
	public TimeKind time(OpenSpace space, Fact fact) {
		return ontology(space).read(fact.predicate()).predicate().time();
	}

	private static SlotGroup group(Map<String, SlotGroup> bySlot, Claimed claimed) {
		return Objects.requireNonNull(bySlot.get(claimed.statement().slot()));
	}

	/**
	 * A fact that was put right keeps its name, even where it shares nothing with what it
	 * was before.
	 */
	private static List<SlotWork> named(List<SlotWork> work, List<Told> told) {
		Set<FactId> free = new HashSet<>();
		work.forEach((slot) -> slot.group().content().facts().forEach((fact) -> free.add(fact.id())));
		work.forEach((slot) -> slot.resolution().beliefs().facts().forEach((fact) -> free.remove(fact.id())));
		return work.stream().map((slot) -> slot.named(told, free)).toList();
	}

	private Drafts drafts(Transaction tx, String tenant, OpenSpace space, List<Told> told, List<Integer> places,
			@Nullable Function<String, float[]> vectors, Precedents precedents) {
		Ontology ontology = this.vocabularies.of(space.ontology());
		Drafts drafts = new Drafts(new TreeMap<>(), new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
		Map<Integer, Understood> understood = new TreeMap<>();
		for (int i = 0; i < told.size(); i++) {
			try {
				understood.put(i, precedents.decided(understood(tx, tenant, space, told.get(i), ontology)));
			}
			catch (InvalidInput ex) {
				drafts.rejected.put(i, String.valueOf(ex.getMessage()));
			}
		}
		Population population = Population.of(tx, space.generation(), new Identity(ontology),
				understood.values().stream().flatMap(Resolver::named).toList(), vectors);
		Draft draft = new Draft(space.now(), places, episodes(tx, tenant, space.key(), understood.values()),
				this.settings.minConfidence(), precedents);
		Endings endings = Endings.of(tx, space.generation(), understood.values(), population, draft);
		understood.forEach((position, each) -> {
			try {
				drafts.claimed.put(position, claimed(each, endings, population, draft, position));
			}
			catch (InvalidInput ex) {
				drafts.rejected.put(position, String.valueOf(ex.getMessage()));
			}
		});
		drafts.residents.addAll(population.residents());
		drafts.doubts.addAll(population.doubts());
		return drafts;
	}

	/** What is put right was kept under its own words, if it would be refused now. */
	private static Understood understood(Transaction tx, String tenant, OpenSpace space, Told told, Ontology ontology) {
		try {
			return Understood.of(told, ontology);
		}
		catch (InvalidInput ex) {
			if (told.source().authority() == Authority.CORRECTION && isInItsWords(tx, tenant, space, told)) {
				return Understood.inItsWords(told);
			}
			throw ex;
		}
	}

	private static boolean isInItsWords(Transaction tx, String tenant, OpenSpace space, Told told) {
		FactId fact = told.source().corrects();
		Stream<String> types = (fact != null)
				? tx.first(BELIEVED, Parameters.with("space", space.generation()).and("id", fact),
						(row) -> row.get("fact").get("type").asString())
					.stream()
				: tx.list(STATEMENTS_IN_WORDS,
						Parameters.with("tenant", tenant)
							.and("space", space.generation())
							.and("episode", told.source().episode())
							.and("predicate", told.predicate()),
						(row) -> row.get("type").asString())
					.stream();
		return types.anyMatch(Ontology.RELATED_TO.name().value()::equals);
	}

	private static Stream<Named> named(Understood understood) {
		return Stream
			.of(Stream.of(understood.subject()), Stream.ofNullable(understood.object()),
					SelfName.told(understood).stream())
			.flatMap((each) -> each);
	}

	/** Nobody is kept for a statement that is not. */
	private static Claimed claimed(Understood understood, Endings endings, Population population, Draft draft,
			int position) {
		Teller teller = draft.teller(understood);
		Resident subject = population.find("subject", understood.subject(), null, teller);
		Resident object = (understood.object() != null)
				? population.find("object", understood.object(), subject, teller) : null;
		Claimed claimed = draft.of(endings.meant(understood, subject, object), subject, object, position);
		endings.learn(claimed);
		boolean called = SelfName.isSelf(subject) && !claimed.statement().suggestion() && claimed.owner().isEmpty();
		population.keep(called ? SelfName.told(understood)
			.map((name) -> population.called(subject, claimed.meant().subject(), name))
			.orElse(subject) : subject);
		if (object != null) {
			population.keep(object);
		}
		return claimed;
	}

	private static Map<EpisodeId, Draft.Spoken> episodes(Transaction tx, String tenant, String space,
			Collection<Understood> understood) {
		List<EpisodeId> ids = understood.stream()
			.map((each) -> each.told().source().episode())
			.filter(Objects::nonNull)
			.distinct()
			.toList();
		Map<EpisodeId, Draft.Spoken> episodes = new HashMap<>();
		if (!ids.isEmpty()) {
			tx.list(TOLD_EPISODES, Parameters.with("tenant", tenant).and("space", space).and("ids", ids),
					(row) -> episodes.put(EpisodeId.of(row.get("id").asString()),
							new Draft.Spoken(row.get("occurredAt").asZonedDateTime().toInstant(),
									row.get("agentId").asString(null), row.get("sessionId").asString(null))));
		}
		return episodes;
	}

	/**
	 * Statements by their places in the request.
	 */
	private record Drafts(Map<Integer, Claimed> claimed, Map<Integer, String> rejected, List<Resident> residents,
			List<Population.Doubt> doubts) {
	}

}
