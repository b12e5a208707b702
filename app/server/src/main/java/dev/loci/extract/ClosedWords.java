package dev.loci.extract;

import java.util.List;
import java.util.Set;

/**
 * The words of English that hold a sentence together and name nothing.
 */
final class ClosedWords {

	private static final Set<String> ALL = Set
		.copyOf(List.of(("i me my mine myself we us our ours you your yours he him his she her hers it its they them "
				+ "their theirs this that these those who whom whose which what where when why how there here a an "
				+ "the some any no none every each all both either neither much many few several more most other "
				+ "another such same own something anything nothing everything someone anyone everyone nobody "
				+ "somebody everybody one ones and or but nor so yet if unless because although though while "
				+ "whether than as like since until of in on at by for from to with without into onto over under "
				+ "about between through during before after above below up down out off near against among around "
				+ "across behind beyond within toward towards upon via per be am is are was were been being have "
				+ "has had having do does did doing done will would shall should can could may might must ought "
				+ "not never also too very really just only even still already again now then currently soon later "
				+ "ever maybe perhaps always often sometimes usually once anymore yes yeah yep nope ok okay oh "
				+ "well hi hello hey thanks thank please sorry lol haha btw fyi tbh imo omg wow ugh hmm um uh "
				+ "let's lets mr mrs ms sure great cool nice true false monday tuesday wednesday thursday friday "
				+ "saturday sunday today tomorrow yesterday tonight weekend weekends weekdays mondays tuesdays "
				+ "wednesdays thursdays fridays saturdays sundays mornings evenings nights afternoons hard fast "
				+ "late early alone abroad online remotely offline")
			.split(" ", -1)));

	private ClosedWords() {
	}

	static boolean contain(String word) {
		return ALL.contains(word);
	}

}
