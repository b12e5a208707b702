package dev.loci.extract;

import org.jspecify.annotations.Nullable;

/**
 * A word of a sentence, or a time in it.
 *
 * @param text as written
 * @param low in small letters, and in full: "am" for "'m"
 * @param tag its part of speech
 * @param begin where it begins in the sentence
 * @param time the time that it stands for
 */
record Token(String text, String low, String tag, int begin, int end, @Nullable ToldTime time) {

	/** Stands where there is no word any more. */
	static final Token NONE = new Token("", "", "END", 0, 0, null);

	/** In capitals, it is not the word. */
	private static final String COUNTRY = "US";

	boolean is(String word) {
		return this.low.equals(word);
	}

	boolean isEnd() {
		return this.tag.equals("END");
	}

	boolean isCapital() {
		return !this.text.isEmpty() && Character.isUpperCase(this.text.codePointAt(0));
	}

	/** Whether it may be part of a name or of a thing's description. */
	boolean isOpen() {
		return this.time == null && !this.low.isEmpty() && Character.isLetter(this.low.codePointAt(0))
				&& (!ClosedWords.contain(this.low) || this.text.equals(COUNTRY));
	}

	boolean isNumber() {
		return this.time == null && !this.low.isEmpty() && this.low.chars().allMatch(Character::isDigit);
	}

}
