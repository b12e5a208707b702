package dev.loci.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.loci.extract.Manner.Aspect;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the ontology calls a predicate in the verbs of a sentence, and reads how it
 * is said.
 */
final class VerbPhrases {

	private static final int LONGEST = 9;

	/** The past of these verbs tells of something that goes on. */
	private static final Set<String> STARTS = Set.of("mov", "relocat", "settl", "join", "start", "begin", "marry",
			"get", "becom", "switch", "migrat", "tak", "promot", "hir", "befriend", "diagnos", "prescrib", "upgrad",
			"updat", "assign", "postpon", "enrol", "enroll", "adopt", "giv", "schedul", "deploy", "rewrit", "accept");

	private static final Set<String> AUXILIARIES = Set.of("be", "have", "do");

	private final Sentence sentence;

	private final Lexicon lexicon;

	/**
	 * @param phrases what it may mean
	 * @param head the verb itself
	 * @param last the last word of the phrase
	 * @param next the place of the first word after it
	 */
	record VerbPhrase(List<Lexicon.Phrase> phrases, Manner manner, String head, String last, int next) {
	}

	VerbPhrases(Sentence sentence, Lexicon lexicon) {
		this.sentence = sentence;
		this.lexicon = lexicon;
	}

	/**
	 * The verb phrase that begins at this place, if the ontology knows one.
	 * @param over whether "not" means "not any more", and is no part of the phrase
	 */
	@Nullable VerbPhrase at(int index, boolean over) {
		List<Integer> path = path(index);
		List<String> words = path.stream().map((place) -> this.sentence.at(place).low()).toList();
		Aspect aspect = Aspect.STATE;
		boolean denied = false;
		boolean later = false;
		int from = 0;
		while (from < words.size()) {
			String word = words.get(from);
			String following = (from + 1 < words.size()) ? words.get(from + 1) : "";
			boolean usedTo = word.equals("used") && following.equals("to");
			Lexicon.Match match = usedTo ? null : this.lexicon.longest(words.subList(from, words.size()));
			boolean not = match != null && words.subList(from, from + match.count()).contains("not");
			if (match != null && !(over && not) && isVerb(path.get(from), words.subList(0, from), match.count())) {
				return phrase(path, words, from, match,
						new Manner(later ? Tense.FUTURE : Tense.PRESENT, false, false, denied, aspect));
			}
			if (usedTo && from == 0) {
				aspect = Aspect.PAST;
				from += 2;
			}
			else if (word.equals("no") && following.equals("longer")) {
				aspect = Aspect.END;
				from += 2;
			}
			else if (Verbs.isIng(following) && Set.of("stop", "quit", "ceas").contains(Verbs.stem(word))) {
				aspect = Aspect.END;
				from++;
			}
			else if (Verbs.isIng(following) && Set.of("start", "begin").contains(Verbs.stem(word))) {
				aspect = Aspect.START;
				from++;
			}
			else if (word.equals("not") || word.equals("never")) {
				denied = true;
				from++;
			}
			else if (word.equals("will") && from == 0) {
				later = true;
				from++;
			}
			else if (AUXILIARIES.contains(Verbs.stem(word)) && !word.equals("had")) {
				from++;
			}
			else {
				return null;
			}
		}
		return null;
	}

	private List<Integer> path(int index) {
		List<Integer> path = new ArrayList<>();
		for (int i = index; path.size() < LONGEST; i++) {
			Token token = this.sentence.at(i);
			if (token.isEnd() || token.time() != null || token.is(",") || token.is(";")) {
				break;
			}
			if (!Adverbs.contain(token.low())) {
				path.add(i);
			}
		}
		return path;
	}

	/**
	 * "Was hired" is not "hired": a passive turns both ends round, unless a word after it
	 * tells who did it.
	 */
	private boolean isVerb(int place, List<String> before, int count) {
		Token token = this.sentence.at(place);
		boolean be = !before.isEmpty() && Verbs.stem(before.getLast()).equals("be");
		if (AUXILIARIES.contains(Verbs.stem(token.low()))) {
			return count > 1;
		}
		if (count == 1 && be && !Verbs.isIng(token.low())) {
			return false;
		}
		boolean noun = token.tag().equals("NOUN") || token.tag().equals("PROPN");
		return count > 1 || !noun || !(be || token.isCapital());
	}

	/**
	 * @param before what the words before the phrase tell
	 */
	private VerbPhrase phrase(List<Integer> path, List<String> words, int from, Lexicon.Match match, Manner before) {
		Aspect told = before.aspect();
		int to = from + match.count();
		List<String> verbs = words.subList(0, to).stream().filter((word) -> !word.equals("not")).toList();
		String first = verbs.getFirst();
		boolean perfect = Verbs.stem(first).equals("have") && verbs.size() > 1 && Verbs.isParticiple(verbs.get(1))
				&& !verbs.get(1).equals("had");
		String head = words.subList(from, to)
			.stream()
			.map(Verbs::stem)
			.filter((stem) -> !AUXILIARIES.contains(stem) && !stem.equals("not"))
			.findFirst()
			.orElse("");
		boolean going = words.subList(0, to).stream().anyMatch(Verbs::isIng) && !perfect;
		boolean lasting = Verbs.stem(words.get(from)).equals("be") && !going
				&& (!Verbs.isPast(words.get(from)) || head.equals("marry"));
		Aspect aspect = words.get(from).equals("no") ? Aspect.END
				: (STARTS.contains(head) && told == Aspect.STATE && !lasting) ? Aspect.START : told;
		Tense tense = (told == Aspect.PAST || Verbs.isPast(first)) ? Tense.PAST : before.tense();
		return new VerbPhrase(match.phrases(), new Manner(tense, going, perfect, before.denied(), aspect), head,
				words.get(to - 1), path.get(to - 1) + 1);
	}

}
