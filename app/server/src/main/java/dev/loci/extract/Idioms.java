package dev.loci.extract;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

import dev.loci.extract.Things.Found;
import dev.loci.extract.VerbPhrases.VerbPhrase;
import dev.loci.memory.Named;

/**
 * Things with which a verb does not say what the ontology means by it.
 */
final class Idioms {

	/** They say what somebody is like, not what he is. */
	private static final Set<String> NO_KINDS = Set.of("mess", "idiot", "bit", "star", "genius", "joke", "fool",
			"wreck", "failure", "legend", "beast", "lot", "pain", "shame", "pity", "problem", "gem", "angel", "hero",
			"liar", "sucker", "disaster", "robot", "potato", "fan", "couple", "bummer", "moron", "clown", "dummy",
			"monster", "machine", "nerd", "noob", "goner", "loser", "winner", "wimp", "believer", "step", "while",
			"loss", "good", "bad", "tad", "little", "big", "must", "thing", "case", "question", "kind", "sort", "type",
			"person", "guy", "girl", "man", "woman", "human", "lie", "dream", "nightmare", "blast", "treat", "saint",
			"ghost", "zombie", "team", "work", "loop", "island", "rock", "whole", "garbage", "trash", "crap", "rubbish",
			"hell", "fun", "news", "king", "queen", "god", "goddess", "secret", "mystery", "bastard", "bitch", "jerk",
			"virgin", "savage");

	/** One works on them, and on a project. */
	private static final Set<String> HOLIDAYS = Set.of("christmas", "easter", "thanksgiving", "halloween", "ramadan",
			"holidays", "vacation", "commission", "call", "site", "purpose", "time");

	/** Of things without a name, they say something else. */
	private static final Set<String> ONLY_NAMED = Set.of("mak", "switch", "migrat");

	private Idioms() {
	}

	/** Whether it is what somebody or something is like. */
	static boolean isNoKind(Found found) {
		return found.things()
			.stream()
			.flatMap((thing) -> Arrays.stream(thing.written().split(" ", -1)))
			.anyMatch(NO_KINDS::contains);
	}

	/**
	 * One knows people, and one knows Java; one makes a film, and one makes a mistake;
	 * one gives up running, and one gives up hope; what one likes most is no most of it.
	 */
	static boolean isVague(VerbPhrase verb, Found found) {
		Named named = found.things().getFirst().named();
		String written = found.things().getFirst().written();
		boolean name = !written.isEmpty() && Character.isUpperCase(written.codePointAt(0));
		return switch (verb.head()) {
			case "know" -> named != null && named.type() == null;
			case "work" -> HOLIDAYS.contains(written.toLowerCase(Locale.ROOT));
			case "giv" -> !name && !Verbs.isIng(written);
			default -> verb.last().equals("most") || (ONLY_NAMED.contains(verb.head()) && !name);
		};
	}

}
