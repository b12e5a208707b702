package dev.loci.resolve;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.loci.graph.Cypher;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.InvalidInput;
import dev.loci.memory.Polarity;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is over, where words may end several things: what is believed. Who left a
 * company that she works at has left the job.
 */
final class Endings {

	private static final Cypher BELIEVED_SLOTS = Cypher.named("resolve/believed_slots");

	private final Draft draft;

	private final Map<String, Instant> until;

	private Endings(Draft draft, Map<String, Instant> until) {
		this.draft = draft;
		this.until = until;
	}

	/** Reads what is believed of all that these may end. */
	static Endings of(Transaction tx, String space, Collection<Understood> understood, Population population,
			Draft draft) {
		Endings endings = new Endings(draft, new HashMap<>());
		Set<String> slots = new HashSet<>();
		understood.stream().filter((each) -> !each.others().isEmpty()).forEach((each) -> {
			try {
				Teller teller = draft.teller(each);
				Resident subject = population.find("subject", each.subject(), null, teller);
				Resident object = (each.object() != null) ? population.find("object", each.object(), subject, teller)
						: null;
				meanings(each).forEach((meaning) -> slots.add(draft.place(meaning, subject, object).slot()));
			}
			catch (InvalidInput ex) {
				// said when the statement is drafted
			}
		});
		if (!slots.isEmpty()) {
			tx.list(BELIEVED_SLOTS, Parameters.with("space", space).and("slots", slots), (row) -> endings.until
				.put(row.get("slot").asString(), row.get("until").asZonedDateTime().toInstant()));
		}
		return endings;
	}

	private static List<Understood> meanings(Understood understood) {
		return Stream.concat(Stream.of(understood), understood.others().stream().map(understood::as)).toList();
	}

	/**
	 * What a statement means.
	 * @throws InvalidInput if it may end several things, and nothing tells which
	 */
	Understood meant(Understood understood, Resident subject, @Nullable Resident object) {
		if (understood.others().isEmpty()) {
			return understood;
		}
		List<Understood> latest = new ArrayList<>();
		Instant best = Instant.MIN;
		for (Understood meaning : meanings(understood)) {
			Instant believed = this.until.get(this.draft.place(meaning, subject, object).slot());
			if (believed != null && !believed.isBefore(best)) {
				if (believed.isAfter(best)) {
					latest.clear();
				}
				latest.add(meaning);
				best = believed;
			}
		}
		if (latest.size() != 1) {
			throw new InvalidInput("predicate", "may end " + names(understood)
					+ ": name the type of the object, or one of them with the polarity END");
		}
		return latest.getFirst();
	}

	/** What was told before in the same request counts as well. */
	void learn(Claimed claimed) {
		if (claimed.statement().polarity() == Polarity.ASSERT && !claimed.statement().suggestion()) {
			Instant to = (claimed.statement().to() != null) ? claimed.statement().to().at() : Instant.MAX;
			this.until.merge(claimed.statement().slot(), to, (one, other) -> one.isAfter(other) ? one : other);
		}
	}

	private static String names(Understood understood) {
		return meanings(understood).stream()
			.map((meaning) -> meaning.reading().name().value())
			.collect(Collectors.joining(" or "));
	}

}
