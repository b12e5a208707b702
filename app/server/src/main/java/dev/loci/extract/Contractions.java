package dev.loci.extract;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes "don't" and "I'm" apart, also as people type them who leave the apostrophe out.
 */
final class Contractions {

	private static final Map<String, List<String>> TYPED = Map.ofEntries(Map.entry("im", List.of("i", "am")),
			Map.entry("ive", List.of("i", "have")), Map.entry("dont", List.of("do", "not")),
			Map.entry("doesnt", List.of("does", "not")), Map.entry("didnt", List.of("did", "not")),
			Map.entry("isnt", List.of("is", "not")), Map.entry("arent", List.of("are", "not")),
			Map.entry("wasnt", List.of("was", "not")), Map.entry("cant", List.of("can", "not")),
			Map.entry("cannot", List.of("can", "not")), Map.entry("wont", List.of("will", "not")),
			Map.entry("havent", List.of("have", "not")), Map.entry("hasnt", List.of("has", "not")),
			Map.entry("gonna", List.of("going", "to")), Map.entry("wanna", List.of("want", "to")),
			Map.entry("gotta", List.of("have", "to")));

	private static final Map<String, String> ENDINGS = Map.of("'m", "am", "'re", "are", "'ve", "have", "'ll", "will",
			"'d", "would");

	private static final Set<String> PRONOUNS = Set.of("he", "she", "it", "that", "there", "who", "what", "where",
			"here", "name");

	private Contractions() {
	}

	/**
	 * The words that one word stands for, in small letters.
	 * @param tag its part of speech, by which "'s" is told from "is"
	 */
	static List<String> parts(String low, String tag) {
		String word = low.replace('\u2019', '\'');
		if (TYPED.containsKey(word)) {
			return TYPED.get(word);
		}
		if (word.equals("n't")) {
			return List.of("not");
		}
		if (word.equals("can't")) {
			return List.of("can", "not");
		}
		if (word.equals("won't")) {
			return List.of("will", "not");
		}
		if (word.endsWith("n't") && word.length() > 3) {
			return List.of(word.substring(0, word.length() - 3), "not");
		}
		int mark = word.lastIndexOf('\'');
		if (mark <= 0) {
			return ENDINGS.containsKey(word) ? List.of(ENDINGS.get(word)) : List.of(word);
		}
		String before = word.substring(0, mark);
		String ending = word.substring(mark);
		if (ENDINGS.containsKey(ending)) {
			return List.of(before, ENDINGS.get(ending));
		}
		if (ending.equals("'s")) {
			return List.of(before, (tag.contains("AUX") || PRONOUNS.contains(before)) ? "is" : "'s");
		}
		return ending.equals("'") && before.endsWith("s") ? List.of(before, "'s") : List.of(word);
	}

}
