package dev.loci.resolve;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.loci.graph.Cypher;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.EntityId;
import dev.loci.memory.Named;
import dev.loci.memory.Polarity;

/**
 * What the one is called whose memory a space is: it has no name of its own until it
 * tells one, and then the name that is believed is the one that is shown.
 */
final class SelfName {

	private static final Cypher CALL_SELF = Cypher.named("resolve/call_self");

	private static final Cypher FORGET_READ_NAMES = Cypher.named("resolve/forget_read_names");

	private static final String HAS_NAME = "HAS_NAME";

	private static final String SELF = Objects.requireNonNull(Named.SELF.externalId());

	/** The slots of names that have changed, with those whose names they are. */
	private final Map<String, EntityId> slots = new HashMap<>();

	/** What somebody is called from now on, if a statement tells that. */
	static Optional<Named> told(Understood understood) {
		boolean name = understood.polarity() == Polarity.ASSERT && understood.told().to() == null
				&& understood.reading().predicate().name().value().equals(HAS_NAME);
		Value value = name ? understood.value() : null;
		return Optional.ofNullable(value)
			.map((text) -> Named.of(text.stored().toString(), understood.subject().type()));
	}

	static boolean isSelf(Resident resident) {
		return resident.externalIds().contains(SELF);
	}

	/**
	 * In a generation that is being told anew what was read, it goes without the names
	 * that were, until they are told again.
	 */
	static void forgetRead(Transaction tx, Site site) {
		SelfName selfName = new SelfName();
		tx.list(FORGET_READ_NAMES, Parameters.with("space", site.from()).and("to", site.to()).and("self", SELF),
				(row) -> selfName.slots.put(row.get("slot").asString(), EntityId.of(row.get("entity").asString())));
		selfName.write(tx, site.to(), site.target().now());
	}

	/** Takes notice of a fact that is believed now, or no longer. */
	void meet(Version version) {
		if (version.type().equals(HAS_NAME) && version.owner().isEmpty()) {
			this.slots.put(version.slot(), version.subject().id());
		}
	}

	/** Shows the name that is believed now, once all facts are written. */
	void write(Transaction tx, String space, Instant now) {
		if (!this.slots.isEmpty()) {
			List<Parameters> named = this.slots.entrySet()
				.stream()
				.map((each) -> Parameters.with("slot", each.getKey()).and("entity", each.getValue()))
				.toList();
			tx.run(CALL_SELF, Parameters.with("space", space).and("self", SELF).and("now", now).and("named", named));
		}
	}

}
