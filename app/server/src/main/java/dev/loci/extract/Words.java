package dev.loci.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a sentence in small letters, each with where it stands.
 */
record Words(List<Word> all) {

	/** Dates stay whole; a sign is a word of its own, so that it keeps others apart. */
	private static final Pattern WORD = Pattern
		.compile("\\d{1,4}[-/.]\\d{1,2}(?:[-/.]\\d{1,4})?(?![\\d-/])|\\d{1,9}(?:st|nd|rd|th|s)?(?![\\p{L}\\d])"
				+ "|[\\p{L}\\d]+(?:['’]\\p{L}+)?|\\S");

	record Word(String text, int begin, int end, boolean capital) {
	}

	static Words of(String sentence) {
		List<Word> words = new ArrayList<>();
		Matcher matcher = WORD.matcher(sentence);
		while (matcher.find()) {
			String written = matcher.group();
			words.add(new Word(written.toLowerCase(Locale.ROOT), matcher.start(), matcher.end(),
					Character.isUpperCase(written.charAt(0))));
		}
		return new Words(words);
	}

	/** The word at this place; an empty one before the first and after the last. */
	String at(int index) {
		return (index >= 0 && index < this.all.size()) ? this.all.get(index).text() : "";
	}

	boolean isAny(int index, Set<String> words) {
		return words.contains(at(index));
	}

	/** Whether these words stand there, one after the other. */
	boolean are(int index, String... words) {
		for (int i = 0; i < words.length; i++) {
			if (!at(index + i).equals(words[i])) {
				return false;
			}
		}
		return true;
	}

	int size() {
		return this.all.size();
	}

}
