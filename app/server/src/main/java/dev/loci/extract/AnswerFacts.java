package dev.loci.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import dev.loci.memory.EpisodeId;
import dev.loci.memory.InvalidInput;
import dev.loci.memory.Told;
import tools.jackson.databind.JsonNode;

/**
 * The facts of an answer, checked one by one.
 */
final class AnswerFacts {

	private static final int MOST = 200;

	private final Excerpt excerpt;

	private final ModelWhen when;

	private final AnswerDrops drops;

	/** Whether there are several whose word it may be. */
	private final boolean several;

	AnswerFacts(Excerpt excerpt, ModelWhen when, AnswerDrops drops) {
		this.excerpt = excerpt;
		this.when = when;
		this.drops = drops;
		this.several = excerpt.utterances().stream().filter(Utterance::claims).count() > 1;
	}

	/** The statements that can be taken, in the order of the messages that make them. */
	List<Told> statements(JsonNode list, AnswerEntities entities) {
		TreeMap<Integer, List<Told>> byMessage = new TreeMap<>();
		Set<Told> seen = new HashSet<>();
		int read = 0;
		for (JsonNode node : list) {
			if (read++ == MOST) {
				this.drops.add((list.size() - MOST) + " facts", "an answer has at most " + MOST);
				break;
			}
			AnswerItem item = new AnswerItem(node);
			EpisodeId episode = null;
			try {
				int message = message(item);
				episode = this.excerpt.utterances().get(message - 1).source().episode();
				List<Told> statements = fact(item, message, entities).statements();
				if (!seen.add(unworded(statements.getFirst()))) {
					throw new AnswerRefused("it is there twice");
				}
				byMessage.computeIfAbsent(message, (any) -> new ArrayList<>()).addAll(statements);
			}
			catch (AnswerRefused | InvalidInput ex) {
				this.drops.add(item.shown("text"), String.valueOf(ex.getMessage()), episode);
			}
		}
		return byMessage.values().stream().flatMap(List::stream).toList();
	}

	/** Evidence that was given to the model, and that may be evidence. */
	private int message(AnswerItem item) {
		int number = item.number("message");
		if (number < 1 || number > this.excerpt.utterances().size()) {
			throw new AnswerRefused("message " + number + " was not sent");
		}
		if (!this.excerpt.utterances().get(number - 1).claims()) {
			throw new AnswerRefused("message " + number + " may not make statements");
		}
		if (this.several && item.textOrNull("quote") == null) {
			throw new AnswerRefused("no words of message " + number + " are quoted, and another may have said it");
		}
		return number;
	}

	private AnswerFact fact(AnswerItem item, int message, AnswerEntities entities) {
		return new AnswerFact(item, this.excerpt.utterances().get(message - 1), entities, this.excerpt.ontology(),
				this.when);
	}

	/** By which one that is said twice in other words is found. */
	private Told unworded(Told told) {
		return new Told(told.subject(), this.excerpt.ontology().read(String.valueOf(told.predicate())).name().value(),
				told.object(), told.value(), told.polarity(), told.from(), told.to(), told.through(), told.holdsAt(),
				Told.Wording.PLAIN, told.source().quoting(""));
	}

}
