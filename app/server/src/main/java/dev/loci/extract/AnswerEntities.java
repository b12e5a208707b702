package dev.loci.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.loci.memory.InvalidInput;
import dev.loci.memory.NameKey;
import dev.loci.memory.Named;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whom the numbers of an answer mean: those that the question gave away, and those that
 * the answer adds.
 */
final class AnswerEntities {

	private static final int MOST = 200;

	private static final int LONGEST_TYPE = 100;

	private static final String PERSON = "Person";

	private final PromptRoster roster;

	private final Map<Integer, Named> added = new HashMap<>();

	/** Numbers that were given to two, and so mean none. */
	private final Set<Integer> ambiguous = new HashSet<>();

	AnswerEntities(PromptRoster roster, JsonNode list, AnswerDrops drops) {
		this.roster = roster;
		int read = 0;
		for (JsonNode node : list) {
			if (read++ == MOST) {
				drops.add((list.size() - MOST) + " entities", "an answer has at most " + MOST);
				break;
			}
			AnswerItem item = new AnswerItem(node);
			try {
				add(item, drops);
			}
			catch (AnswerRefused | InvalidInput ex) {
				drops.add(item.shown("name"), "entity: " + ex.getMessage());
			}
		}
	}

	private void add(AnswerItem item, AnswerDrops drops) {
		int number = item.number("number");
		if (this.roster.named(number).isPresent()) {
			repeated(item, number);
			return;
		}
		String name = item.text("name");
		NameKey.of(name);
		Named named = Named.of(name, type(item, drops));
		Named before = this.added.putIfAbsent(number, named);
		if (before != null && !before.equals(named)) {
			this.ambiguous.add(number);
			throw new AnswerRefused("number " + number + " is given to two");
		}
	}

	/**
	 * Some models list those whom they know already: that may not rename anybody. Where
	 * one gives such a number to another, nobody knows any more whom it means; but what
	 * it calls a speaker who had no name may be theirs.
	 */
	private void repeated(AnswerItem item, int number) {
		String name = item.textOrNull("name");
		if (name != null && !this.roster.isCalled(number, name)) {
			if (!this.roster.isNameless(number) || !PERSON.equalsIgnoreCase(item.textOrNull("type"))) {
				this.ambiguous.add(number);
			}
			throw new AnswerRefused("number " + number + " belongs to somebody else");
		}
	}

	/** A name without a type is better than no name. */
	private static @Nullable String type(AnswerItem item, AnswerDrops drops) {
		try {
			String type = item.textOrNull("type");
			if (type != null && (type.length() > LONGEST_TYPE || !PromptWord.isPlain(type))) {
				throw new AnswerRefused("type is not a few words");
			}
			return type;
		}
		catch (AnswerRefused | InvalidInput ex) {
			drops.add(item.shown("name"), "type of an entity: " + ex.getMessage());
			return null;
		}
	}

	/** Whom a number means. */
	Named named(String field, int number) {
		if (this.ambiguous.contains(number)) {
			throw new AnswerRefused(field + " " + number + " is the number of two entities");
		}
		return this.roster.named(number)
			.or(() -> Optional.ofNullable(this.added.get(number)))
			.orElseThrow(() -> new AnswerRefused(field + " " + number + " is the number of no entity"));
	}

	/** What the one with this number is called. */
	Optional<String> name(int number) {
		return this.roster.name(number).or(() -> Optional.ofNullable(this.added.get(number)).map(Named::name));
	}

}
