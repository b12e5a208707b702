package dev.loci.recall;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writing in which no blanks part the words, like Chinese and Japanese: any few
 * characters of it may be a name, and so may what is written in letters between them.
 */
final class Unparted {

	private static final Set<UnicodeScript> SCRIPTS = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
			UnicodeScript.KATAKANA, UnicodeScript.HANGUL, UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER,
			UnicodeScript.MYANMAR);

	/** The usual ones first. */
	private static final int[] CHARACTERS_OF_A_NAME = { 2, 3, 4, 1, 5, 6, 7, 8 };

	/** A foreign first name and its last name are parted by it. */
	private static final int BETWEEN_NAMES = '\u30FB';

	/** A longer one names whom it means near its beginning or its end. */
	private static final int MOST_CHARACTERS = 120;

	private Unparted() {
	}

	static boolean is(String word) {
		return word.codePoints().anyMatch(Unparted::isOne);
	}

	/**
	 * Those that may be words, the longer ones of foreign names whole, and those first
	 * that are as long as most names.
	 */
	static List<String> parts(String word) {
		Set<String> parts = new LinkedHashSet<>(runs(word));
		int[] characters = ends(word.codePoints().toArray());
		for (int length : CHARACTERS_OF_A_NAME) {
			for (int from = 0; from <= characters.length - length; from++) {
				if (Character.isLetterOrDigit(characters[from])
						&& Character.isLetterOrDigit(characters[from + length - 1])) {
					parts.add(new String(characters, from, length));
				}
			}
		}
		return List.copyOf(parts);
	}

	/** What is written in one way: letters, or the signs for foreign names. */
	private static List<String> runs(String word) {
		List<String> runs = new ArrayList<>();
		StringBuilder run = new StringBuilder();
		word.codePoints().forEach((character) -> {
			if (isOfARun(character)) {
				run.appendCodePoint(character);
			}
			else if (!run.isEmpty()) {
				runs.add(run.toString());
				run.setLength(0);
			}
		});
		if (!run.isEmpty()) {
			runs.add(run.toString());
		}
		return runs;
	}

	private static boolean isOfARun(int character) {
		return isOne(character) ? UnicodeScript.of(character) == UnicodeScript.KATAKANA : character == BETWEEN_NAMES
				|| Character.isLetterOrDigit(character) || Character.getType(character) == Character.NON_SPACING_MARK;
	}

	private static int[] ends(int[] characters) {
		if (characters.length <= MOST_CHARACTERS) {
			return characters;
		}
		int[] ends = new int[MOST_CHARACTERS];
		System.arraycopy(characters, 0, ends, 0, MOST_CHARACTERS / 2);
		System.arraycopy(characters, characters.length - MOST_CHARACTERS / 2, ends, MOST_CHARACTERS / 2,
				MOST_CHARACTERS / 2);
		return ends;
	}

	private static boolean isOne(int character) {
		return SCRIPTS.contains(UnicodeScript.of(character));
	}

}
