package dev.loci.extract;

import java.util.Arrays;
import java.util.List;
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
			"virgin", "savage", "friend");

	/** One works on them, and on a project. */
	private static final Set<String> HOLIDAYS = Set.of("christmas", "easter", "thanksgiving", "halloween", "ramadan",
			"holidays", "vacation", "commission", "call", "site", "purpose", "time");

	/** One plays, owns, buys or creates them, and means no game and no thing. */
	private static final Set<String> FIGURES = Set.of("doctor", "dead", "nice", "fair", "safe", "tricks", "games",
			"market", "field", "fool", "victim", "hooky", "hardball", "part", "role", "mistake", "mistakes", "time",
			"peace", "story", "excuse", "lie", "account", "password", "profile", "problem");

	/** What one jokes to be allergic to. */
	private static final Set<String> BOTHERS = Set.of("work", "working", "mondays", "mornings", "stupidity", "people",
			"drama", "commitment", "exercise", "nonsense", "bullshit", "meetings", "everything");

	/** One is named so without being called so. */
	private static final Set<String> OFFICES = Set.of("ceo", "cto", "cfo", "coo", "cio", "vp", "svp", "evp",
			"president", "chair", "chairman", "chairwoman", "chairperson", "director", "head", "chief", "captain",
			"manager", "partner", "minister", "secretary", "principal", "dean", "professor", "king", "queen", "pope",
			"mvp", "player", "employee", "best", "lead", "leader");

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
		if (isNaming(verb)) {
			return !name || isPast(verb) || OFFICES.contains(written.split(" ", -1)[0].toLowerCase(Locale.ROOT));
		}
		return switch (verb.head()) {
			case "know" -> named != null && named.type() == null;
			case "work" -> HOLIDAYS.contains(written.toLowerCase(Locale.ROOT));
			case "play", "own", "buy", "creat" -> Arrays.stream(written.split(" ", -1)).anyMatch(FIGURES::contains);
			case "allergic" -> BOTHERS.contains(written.toLowerCase(Locale.ROOT));
			case "giv" -> !name && !Verbs.isIng(written);
			default -> verb.last().equals("most") || (ONLY_NAMED.contains(verb.head()) && !name);
		};
	}

	/**
	 * "Is called", "known as", "goes by": what follows is a name, or else no name is
	 * meant.
	 */
	private static boolean isNaming(VerbPhrase verb) {
		return switch (verb.last()) {
			case "named", "called" -> true;
			case "as" -> verb.head().equals("know");
			case "by" -> verb.head().equals("go");
			default -> false;
		};
	}

	private static boolean isPast(VerbPhrase verb) {
		return verb.manner().tense() != Tense.PRESENT || verb.manner().perfect();
	}

	/**
	 * Who comes from Chile always has; who came or is coming from there, or comes today,
	 * has only been there.
	 */
	static boolean isArrival(VerbPhrase verb, List<ToldTime> times) {
		boolean from = verb.last().equals("from") && Set.of(Verbs.stem("come"), "from").contains(verb.head());
		return from && (isPast(verb) || verb.manner().going() || !times.isEmpty());
	}

}
