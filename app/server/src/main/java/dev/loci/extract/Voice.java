package dev.loci.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells which words of a message are its speaker's own. A long message is read in parts,
 * and what a part is depends on what stands before it, and sometimes behind it.
 */
final class Voice {

	/** Somebody who pastes a record says nothing with it. */
	private static final Pattern RECORD = Pattern.compile("\\s*(?:[{<]|\\[\\s*[{\\[\"\\d])");

	private final String message;

	private final boolean record;

	/** Whether one line of it makes all others doubtful. */
	private final boolean mute;

	private final Prose before;

	private int position;

	/**
	 * @param spoken whether somebody said it, and did not just hand over a text
	 */
	Voice(String message, boolean spoken) {
		this.message = message;
		this.record = RECORD.matcher(message).lookingAt();
		this.mute = spoken && (Framing.isSigned(message) || message.lines()
			.filter(Prose::isWriting)
			.anyMatch((line) -> Hedges.isJoke(line) || Framing.isAboutOthers(line)));
		this.before = new Prose(spoken);
	}

	/** Whether all of it is one for machines. */
	boolean isRecord() {
		return this.record;
	}

	/** Whether it is that of the very message. */
	boolean isOf(Utterance utterance) {
		return utterance.message().equals(this.message) && utterance.begin() >= this.position;
	}

	/** The parts of what begins there in the message in which he speaks for himself. */
	List<String> own(int begin, String words) {
		this.before.read(this.message.substring(this.position, begin));
		this.position = begin;
		List<String> parts = this.before.copy().read(words);
		return (this.mute || parts.stream().anyMatch(Hedges::isJoke)) ? List.of() : parts;
	}

	/**
	 * What stands between and beside the parts in which he speaks for himself, as far as
	 * it may claim something: a heading does not, nor what only introduces others' words.
	 */
	static List<String> others(String words, List<String> own) {
		List<String> others = new ArrayList<>();
		int at = 0;
		for (String part : own) {
			int from = words.indexOf(part, at);
			others.add(words.substring(at, from).strip());
			at = from + part.length();
		}
		others.add(words.substring(at).strip());
		others.removeIf((text) -> isHeading(text) || text.codePoints().noneMatch(Character::isLetter));
		return others;
	}

	private static boolean isHeading(String text) {
		return text.lines()
			.allMatch((line) -> line.isBlank() || line.startsWith("#") || line.stripTrailing().endsWith(":"));
	}

}
