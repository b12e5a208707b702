package dev.loci.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where somebody stops speaking for himself in a message: he gives an order for a
 * text that follows, introduces the words of others, or begins to play somebody.
 */
final class Framing {

	/** Before an order, or not at all. */
	private static final String POLITE = "(?i)(?:^|[.!?,;]\\s+|\\b(?:please|pls|plz|kindly|you|help me(?: to)?|you to|and|then|now)\\s+)";

	private static final String TEXTS = "(?:grammar|spelling|punctuation|wording|typos?|mistakes?|errors?|texts?|sentences?"
			+ "|paragraphs?|passages?|essays?|e-?mails?|mails?|letters?|messages?|notes?|articles?|story|stories|poems?|songs?"
			+ "|lyrics|papers?|drafts?|posts?|tweets?|code|snippets?|translations?|transcripts?|documents?|scripts?|dialogues?"
			+ "|conversations?|chats?|logs?|speech|statements?|phrases?|quotes?|reviews?|scenes?|scenarios?|jokes?|riddles?"
			+ "|puzzles?|examples?|excerpts?|quotations?|prompts?|exercises?|homework|following)";

	private static final Pattern ORDER = WordPattern.of(POLITE
			+ "(?:(?:translate|proof-?read|re-?write|rephrase|paraphrase|reword|summari[sz]e|transcribe|punctuate|spell-?check)\\b"
			+ "|(?:fix|correct|edit|improve|polish|shorten|condense|check|review|analy[sz]e|convert|complete|continue|finish"
			+ "|repeat|explain|classify|extract|grade|critique|format|simplify|read|answer|parse|label|rate|compare|respond to"
			+ "|reply to|look (?:at|over)|help(?: me)? with|practi[cs]e)\\s+(?:\\p{L}+['’]?\\p{L}*\\s+){0,4}?(?:"
			+ TEXTS + "\\b|(?:this|these|it)\\s*(?:[:.!?]|$)))");

	/** "Which sentence is better?", "how do I say this in Italian?" */
	private static final Pattern QUESTION = WordPattern
		.of("(?i)\\b(?:this|these|which|the|my|following)\\s+(?:sentences?|phrases?|texts?|paragraphs?|lines?|wordings?|grammar"
				+ "|translations?|expressions?)\\b[^.!?\\n]{0,60}\\?"
				+ "|\\b(?:say|write|put|spell|express|pronounce)\\b[^.!?\\n]{0,60}\\bin\\s+(?-i:\\p{Lu})\\p{L}+\\s*\\?"
				+ "|\\bwhich\\s+(?:one|version|sentence|variant)\\s+(?:is|are|sounds)\\s+(?:correct|better|best|right|wrong|true|false)\\b");

	/** A line that names what stands below it. */
	private static final Pattern TITLE = WordPattern
		.of("(?i)^\\W*(?:\\p{L}+\\s+){0,3}(?:poem|haiku|song|lyrics|story|dialogue"
				+ "|script|letter|e-?mail|essay|scene|chapter|transcript|quote)\\W*$");

	private static final Pattern WRITING = WordPattern
		.of(POLITE + "(?:write|draft|compose|generate|create|invent|make up|come up with|give me|tell me|read me)\\s+"
				+ "(?:\\p{L}+\\s+){0,5}?(?:" + TEXTS
				+ "|monologue|play|novel|haiku|limerick|rap|fairy tale|caption|headline)\\b");

	private static final Pattern PLAY = WordPattern
		.of("(?i)\\b(?:let(?:'|’)?s (?:play|pretend|imagine|role|act|say|assume|suppose"
				+ "|do a)|role-?play(?:ing)?|pretend|(?<!can.t |cannot |could not |couldn.t |can’t )imagine|act (?:as|like)|once upon a time|hypothetical(?:ly)?|for the sake of"
				+ "|story time|my (?:character|avatar|persona|protagonist|alter ego)|two truths|opposite day|(?:in|for) (?:this|our) (?:game|scenario|role|story|exercise)|in the (?:game|scenario|story)"
				+ "|i(?:'|’)?ll (?:be (?:the|your)|play (?:the|an?|your))|from now on,? (?:you|i)|you(?: a|’|')re now|thought experiment)\\b"
				+ "|^\\W*you(?: a|’|')re (?:an?|the|my)\\b");

	/** "Tom sent me this." */
	private static final Pattern FORWARDED = WordPattern
		.of("(?i)\\b(?:wrote|sent|texted|emailed|mailed|messaged|posted|forwarded|got|received|found|saw|read)\\b"
				+ "[^.!?:]{0,60}\\b(?:this|these|the following)\\W*$|\\bhere(?:'s|’s| is| are| comes)\\s+(?:[\\p{L}'’]+\\s+){0,4}?"
				+ TEXTS + "\\b|^\\W*dear\\s[^.!?]{1,60}$|(?:original|forwarded) message\\b");

	private static final Pattern COLON = Pattern.compile(":(?=\\s|$)");

	private static final Pattern HARMLESS = Pattern.compile(
			"(?i)\\W*(?:fyi|btw|p\\.?s\\.?|tl;?dr|note|reminder|hi|hello|hey|ok|okay|so|also|first|second|third|finally|anyway"
					+ "|(?:\\p{L}+ ){0,2}(?:update|news|question|context|background|info|information|facts?|profile|bio|summary"
					+ "|introduction|thing))\\W*");

	private static final Pattern OWN = WordPattern.of("(?i)\\b(?:i|me|my|myself|we|our|us)\\b");

	private static final Pattern OTHERS = WordPattern
		.of("(?i)\\b(?:wrote|writes?|said|says?|told|sent|texted|replied|answered|asked|posted|character|book|movie|film|game"
				+ "|fix|correct|translate|" + TEXTS + ")\\b");

	/** "You told me:" */
	private static final Pattern REMINDER = WordPattern
		.of("(?i)(?:\\W*(?:so|and|but|yesterday|earlier|before|last time|last week)\\b)?\\W*you(?:['’]ve| have|['’]d| had)?"
				+ " (?:told|said|gave|given|wrote|written|remembered|recalled|mentioned|noted|know)\\b[^.!?]*:\\s*");

	/** "Best regards, Tom", on two lines: this is a letter. */
	private static final Pattern SIGNED = WordPattern
		.of("(?im)^\\s*(?:(?:best|kind|warm|warmest|many)(?: regards| wishes)?|regards|sincerely"
				+ "|yours(?: truly| faithfully| sincerely)?|cheers|love|thanks|thank you)[,!.]*\\s*\\R\\s*\\p{Lu}[\\p{L} .'-]{0,40}\\s*\\z");

	private static final int LONGEST_END = 300;

	private Framing() {
	}

	/** Whether it is a letter, with a name below it. */
	static boolean isSigned(String message) {
		return SIGNED.matcher(message.substring(Math.max(0, message.length() - LONGEST_END))).find();
	}

	/** Whether a line gives an order for, or asks about, what stands before it, too. */
	static boolean isAboutOthers(String line) {
		Matcher order = ORDER.matcher(line);
		return QUESTION.matcher(line).find() || (order.find() && line.indexOf(':', order.start()) < 0);
	}

	/**
	 * The place in a line from which on the message is no more the speaker's own, its
	 * length if there is none.
	 */
	static int end(String line) {
		int end = line.length();
		for (Pattern pattern : new Pattern[] { ORDER, WRITING, PLAY, FORWARDED, TITLE }) {
			Matcher matcher = pattern.matcher(line);
			if (matcher.find()) {
				end = Math.min(end, sentence(line, matcher.start()));
			}
		}
		Matcher colon = COLON.matcher(line);
		while (colon.find()) {
			int start = sentence(line, colon.start());
			if (!isOwn(line.substring(start, colon.start()))) {
				return Math.min(end, start);
			}
		}
		return end;
	}

	/** Whether it introduces a list of what the one who is spoken to has said. */
	static boolean isReminder(String introduction) {
		return REMINDER.matcher(introduction).matches();
	}

	/** "About me:" introduces the speaker, "Tom:" somebody else. */
	private static boolean isOwn(String introduction) {
		return HARMLESS.matcher(introduction).matches()
				|| (OWN.matcher(introduction).find() && !OTHERS.matcher(introduction).find());
	}

	/** Where the sentence begins in which this place is. */
	static int sentence(String line, int place) {
		for (int i = Math.min(place, line.length()) - 1; i > 0; i--) {
			if (Character.isWhitespace(line.charAt(i)) && ".!?".indexOf(line.charAt(i - 1)) >= 0) {
				return i + 1;
			}
		}
		return 0;
	}

}
