package dev.loci.extract;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Signs that a sentence claims nothing: it asks, supposes, wishes, jokes, orders or gives
 * the words of others.
 */
final class Hedges {

	private static final Pattern SIGNS = WordPattern
		.of("(?i)[?\"“”„«»`<>{}\\[\\]=]|://|\\p{L}/\\p{L}|www\\.|:\\s+\\p{L}|(?:n't|nt) (?:i|he|she|they|you|we|it)\\b"
				+ "|(?:^|\\s)['‘][^'’]{3,}['’](?:\\s|\\p{P}|$)");

	/** Ways to take back or not to mean what stands beside them. */
	private static final Pattern JOKES = WordPattern
		.of("(?i)\\b(?:just |only )?(?:kidding|joking|jk|j/k)\\b|(?:^|\\s)/s\\b|\\bapril fools?\\b"
				+ "|\\b(?:that|this|it|all|none)(?:['’]s| is| was| of (?:it|that|this) (?:is|was))?(?: not|n['’]?t) true\\b"
				+ "|\\b(?:scratch|strike|disregard) (?:that|this|it|what|all)\\b|\\b(?:ignore|forget) (?:that|this|it|what i|all)\\b"
				+ "|\\bmade (?:that|this|it|all|them) (?:all )?up\\b|\\b(?:just (?:a |me )?test(?:ing)?|this is a test)\\b"
				+ "|\\b(?:that|this|it)(?:['’]s| is| was) (?:just |all |only )?(?:an? (?:joke|lie|test|prank)|untrue|false)\\b"
				+ "|\\bi (?:lied|was lying|am lying)\\b|\\bi['’]m lying\\b|(?:^|[\\s.!-])not[.!]*\\s*$");

	/** The same where they stand alone. */
	private static final Pattern DOUBTS = WordPattern
		.of("(?i)(?:^|[.!?;]\\s+)(?:well|but|um|hm+|actually|oh)?,?\\s*(?:not really|not true|as if|not sure|i['’]m not sure"
				+ "|i am not sure|yeah,? right|oh great|great|wait,? no|no wait)\\s*(?:[.!?…]|$)|\\bwait,? no\\b|\\byeah,? right\\b|\\boh great\\b");

	/** Where something is so that is not so. */
	private static final Pattern FRAMES = WordPattern
		.of("(?i)\\b(?:in|on|at|from|inside) (?:an?|the|my|our|this|that|his|her"
				+ "|another|some|a different) (?:\\p{L}+ )?(?:world|universe|timeline|life|lifetime|reality|movie|film|game|book|novel"
				+ "|story|show|series|play|song|poem|dreams?|fantasy|fantasies|head|mind|imagination|simulation|scenario|joke"
				+ "|sketch|comic|anime|manga|sitcom|role-?play)\\b|\\bin (?:theory|principle|fiction)\\b|\\bon paper\\b"
				+ "|\\b(?:so to speak|sort of|kind of|in a (?:way|sense)|or something|or at least|at this point"
				+ "|for the sake of argument|in spirit|as it were|not sure|not really|as if|(?:not|n['’]?t) true)\\b"
				+ "|^(?:oh (?:yes|sure|great|joy|right|yay|wow|good)|sure|great|wonderful|fantastic|perfect|lovely|brilliant)\\b[,!]");

	/** Cut in the middle of a name: "Ursula K." */
	private static final Pattern CUT = Pattern.compile("\\s\\p{Lu}\\.\\s*$");

	private static final Set<String> WORDS = Set
		.copyOf(List.of(("if unless whether wish wishes wished imagine imagining "
				+ "pretend pretending pretended suppose supposing supposedly assume assuming assumed apparently allegedly "
				+ "maybe perhaps possibly probably hopefully hypothetically theoretically almost nearly barely hardly "
				+ "practically might kidding joking dream dreamed dreamt dreaming dreams example e.g "
				+ "said says say saying tell tells told telling think thinks thought thinking believe believes believed "
				+ "claim claims claimed heard hear hears reckon guess guessed doubt doubts doubted hope hopes hoped wonder "
				+ "wondering according asked asks mention mentioned mentions rumor rumour suspect suspects seems seem seemed "
				+ "looks rumored sarcasm sarcastic ironically metaphorically figuratively technically supposed feel feels felt swear expect expects expected fear someday hadn't")
			.split(" ", -1)));

	/** A sentence that begins with them asks, or tells of a time or a case. */
	private static final Set<String> OPENINGS = Set
		.copyOf(List.of(("who what where when why how which whose do does did is "
				+ "are am was were can could will would should shall may has had once before after while until whenever "
				+ "whoever let lets let's say provided please")
			.split(" ", -1)));

	private Hedges() {
	}

	/** Whether one sentence of it makes the others doubtful. */
	static boolean isJoke(String text) {
		return JOKES.matcher(text).find() || DOUBTS.matcher(text).find();
	}

	/** Whether there is anything to be seen that no plain claim has. */
	static boolean isMarked(String sentence) {
		return SIGNS.matcher(sentence).find() || FRAMES.matcher(sentence).find() || CUT.matcher(sentence).find()
				|| isShouted(sentence);
	}

	/** Capitals tell names from words; here they tell nothing. */
	private static boolean isShouted(String sentence) {
		long letters = sentence.codePoints().filter(Character::isLetter).count();
		return letters > 12 && sentence.codePoints().filter(Character::isUpperCase).count() * 2 > letters;
	}

	/** Whether its words leave open that it is so. */
	static boolean isHedged(Sentence sentence) {
		Token first = sentence.at(0);
		boolean negated = sentence.at(1).is("not");
		return (OPENINGS.contains(first.low()) && !negated)
				|| sentence.tokens().stream().anyMatch((token) -> WORDS.contains(token.low()));
	}

}
