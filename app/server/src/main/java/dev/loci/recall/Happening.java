package dev.loci.recall;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a verb tells of facts: that one begins, ends, or holds for a while. The predicates
 * are those of the ontology that comes along; a space with another one loses nothing but
 * this.
 *
 * @param predicates of which facts
 * @param turn which of their ends is meant
 * @param length how many words it has
 */
record Happening(Set<String> predicates, Turn turn, int length) {

	/** What becomes of a fact. */
	enum Turn {

		begins, ends, holds

	}

	private static final Map<String, Happening> VERBS = verbs();

	private static Map<String, Happening> verbs() {
		Map<String, Happening> verbs = new HashMap<>();
		Set<String> membership = Set.of("WORKS_AT", "MEMBER_OF");
		put(verbs, Set.of("LIVES_IN"), Turn.begins, "moved", "moving", "relocated", "relocating", "settled");
		put(verbs, Set.of("LIVES_IN"), Turn.ends, "moved away", "moved out", "moving away", "moving out");
		put(verbs, Set.of("LIVES_IN"), Turn.holds, "lived", "living", "lives", "live", "resided");
		put(verbs, membership, Turn.begins, "joined", "joining", "started at", "started working", "starting at",
				"began working", "started to work");
		put(verbs, Set.of("WORKS_AT", "WORKS_ON"), Turn.holds, "worked", "working", "works", "work");
		put(verbs, Set.of("WORKS_AT", "MEMBER_OF", "LIVES_IN", "STUDIES_AT"), Turn.ends, "left", "leaving", "quit",
				"quitting", "resigned");
		put(verbs, Set.of("MARRIED_TO"), Turn.begins, "married", "marrying", "got married", "getting married");
		put(verbs, Set.of("MARRIED_TO"), Turn.holds, "was married", "were married", "being married");
		put(verbs, Set.of("MARRIED_TO"), Turn.ends, "divorced", "divorcing", "got divorced", "getting divorced");
		put(verbs, Set.of("STUDIES_AT", "STUDIES"), Turn.holds, "studied", "studying");
		put(verbs, Set.of("STUDIES_AT"), Turn.ends, "graduated", "graduating");
		put(verbs, Set.of("BOUGHT", "OWNS"), Turn.begins, "bought", "buying");
		put(verbs, Set.of("OWNS"), Turn.ends, "sold", "selling");
		put(verbs, Set.of("HAS_PET"), Turn.begins, "adopted", "adopting");
		put(verbs, Set.of("FOUNDED"), Turn.begins, "founded", "founding");
		put(verbs, Set.of("MET", "KNOWS"), Turn.begins, "met", "meeting");
		put(verbs, Set.of("VISITED"), Turn.begins, "visited", "visiting");
		put(verbs, Set.of("LEADS", "MANAGES"), Turn.holds, "led", "leading", "managed", "managing");
		put(verbs, Set.of("JOB_TITLE_IS"), Turn.begins, "became", "becoming");
		return Map.copyOf(verbs);
	}

	private static void put(Map<String, Happening> verbs, Set<String> predicates, Turn turn, String... phrases) {
		for (String phrase : phrases) {
			verbs.put(phrase, new Happening(predicates, turn, phrase.split(" ").length));
		}
	}

	/** What begins at this word: the longest phrase that is known. */
	static @Nullable Happening of(List<String> words, int index) {
		for (int length = Math.min(3, words.size() - index); length > 0; length--) {
			Happening happening = VERBS.get(String.join(" ", words.subList(index, index + length)));
			if (happening != null) {
				return happening;
			}
		}
		return null;
	}

}
