package dev.loci.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a text is English, by the small words that every sentence needs. A short
 * text that could be of any language is nothing to complain of.
 */
final class Language {

	/** Not a part of an id or an address. */
	private static final Pattern WORD = Pattern
		.compile("(?<![\\p{L}\\p{N}_/@=-])\\p{L}{1,40}+(?:['’]\\p{L}{1,10})?+(?![\\p{L}\\p{N}_/@=])");

	private static final int ENOUGH = 2_000;

	/** A text of that many words is not English without a small word of English. */
	private static final int MANY = 8;

	/** Small words that are parts of names in every language, before the name itself. */
	private static final Set<String> PARTICLES = Set.of("de", "la", "le", "el", "los", "las", "da", "das", "do", "dos",
			"du", "des", "del", "della", "di", "van", "von", "der", "den", "ter");

	private static final List<Set<String>> LANGUAGES = read();

	private static final Set<String> ENGLISH = LANGUAGES.getFirst();

	private static final List<Set<String>> OTHERS = LANGUAGES.subList(1, LANGUAGES.size());

	private Language() {
	}

	/** A language a line, English first. */
	private static List<Set<String>> read() {
		try (InputStream words = Objects
			.requireNonNull(Language.class.getResourceAsStream("/extract/small-words.txt"))) {
			return new String(words.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.startsWith("#"))
				.map((line) -> Set.of(line.substring(line.indexOf(' ') + 1).split(" ", -1)))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static boolean isOther(String text) {
		String start = text.substring(0, Math.min(text.length(), ENOUGH));
		return isForeignScript(start) || isOther(words(start));
	}

	private static boolean isForeignScript(String text) {
		long letters = text.codePoints().filter(Character::isLetter).count();
		long latin = text.codePoints()
			.filter((letter) -> Character.isLetter(letter)
					&& Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN)
			.count();
		return letters >= 4 && latin * 2 < letters;
	}

	private static List<String> words(String text) {
		List<String> words = new ArrayList<>();
		Matcher word = WORD.matcher(text);
		while (word.find()) {
			words.add(word.group().replace('’', '\''));
		}
		return words;
	}

	/** By the language that has most of the words, and letters that English lacks. */
	private static boolean isOther(List<String> words) {
		int[] counts = new int[OTHERS.size()];
		int english = 0;
		int accented = 0;
		int all = 0;
		for (int i = 0; i < words.size(); i++) {
			String word = words.get(i);
			String low = word.toLowerCase(Locale.ROOT);
			if (i > 0 && isName(word, low)) {
				continue;
			}
			all++;
			english += ENGLISH.contains(low) ? 1 : 0;
			accented += low.chars().allMatch((letter) -> letter < 128) ? 0 : 1;
			boolean ofAName = PARTICLES.contains(low) && i + 1 < words.size()
					&& Character.isUpperCase(words.get(i + 1).charAt(0));
			for (int other = 0; !ofAName && other < counts.length; other++) {
				counts[other] += OTHERS.get(other).contains(low) ? 1 : 0;
			}
		}
		int most = 0;
		for (int count : counts) {
			most = Math.max(most, count);
		}
		return (most > english && most + accented >= 2) || (all >= MANY && english == 0);
	}

	/** What it is called says nothing of who speaks. */
	private static boolean isName(String word, String low) {
		return Character.isUpperCase(word.charAt(0)) && word.length() > 2 && !ENGLISH.contains(low);
	}

}
