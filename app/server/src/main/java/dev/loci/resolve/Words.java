package dev.loci.resolve;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.loci.memory.NameKey;

/**
 * The words of a name, as likeness looks at them: without accents and without what only
 * separates them.
 *
 * @param all in their order
 * @param numbers what tells things of one name apart: words with digits, Roman and
 * Chinese numerals
 */
record Words(List<String> all, List<String> numbers) {

	/** Of Latin, Greek and Cyrillic letters. In other scripts marks are letters. */
	private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");

	/** A plus and a hash are part of a name: C++ is not C. */
	private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}+#]+");

	private static final Pattern ROMAN = Pattern.compile("(?=.{2})x{0,3}(ix|iv|v?i{0,3})");

	private static final Pattern CHINESE = Pattern.compile("[〇零一二三四五六七八九十百千万]");

	private static final Set<String> SMALL = Set.of("of", "the", "and", "for", "de", "der", "des", "und", "la");

	static Words of(NameKey key) {
		String bare = ACCENTS.matcher(Normalizer.normalize(key.value(), Normalizer.Form.NFD)).replaceAll("");
		bare = Normalizer.normalize(bare, Normalizer.Form.NFC);
		List<String> all = GAPS.splitAsStream(bare.replace("'", "")).filter((word) -> !word.isEmpty()).toList();
		if (all.size() > 1 && all.getFirst().equals("the")) {
			all = all.subList(1, all.size());
		}
		List<String> numbers = new ArrayList<>();
		Stream.of(key.value().split(" ")).filter(Words::hasDigit).forEach(numbers::add);
		all.stream().filter((word) -> ROMAN.matcher(word).matches()).forEach(numbers::add);
		CHINESE.matcher(bare).results().forEach((numeral) -> numbers.add(numeral.group()));
		return new Words(List.copyOf(all), List.copyOf(numbers));
	}

	String joined() {
		return String.join("", this.all);
	}

	List<String> sorted() {
		return this.all.stream().sorted().toList();
	}

	/** Whether this one word consists of the other's first letters. */
	boolean isAcronymOf(Words name) {
		String letters = joined();
		if (letters.length() < 2 || name.all.size() < 2
				|| (this.all.size() > 1 && letters.length() != this.all.size())) {
			return false;
		}
		return letters.equals(initials(name.all.stream()))
				|| letters.equals(initials(name.all.stream().filter((word) -> !SMALL.contains(word))));
	}

	/**
	 * Whether all these words stand in a longer name, in this order: one word at its
	 * beginning or end, several with both.
	 */
	Containment within(Words name) {
		int few = this.all.size();
		int many = name.all.size();
		if (few == 0 || (few == 1 && (many == 1 || joined().codePointCount(0, joined().length()) == 1))) {
			return Containment.NOT;
		}
		if (few == 1) {
			boolean edge = joined().equals(name.all.getFirst()) || joined().equals(name.all.getLast());
			return edge ? Containment.IN_FULL : Containment.NOT;
		}
		return severalWithin(name);
	}

	private Containment severalWithin(Words name) {
		if (!abbreviates(this.all.getFirst(), name.all.getFirst())
				|| !abbreviates(this.all.getLast(), name.all.getLast())) {
			return Containment.NOT;
		}
		boolean initials = false;
		boolean shared = false;
		int at = 0;
		for (String word : this.all) {
			while (at < name.all.size() && !abbreviates(word, name.all.get(at))) {
				at++;
			}
			if (at == name.all.size()) {
				return Containment.NOT;
			}
			boolean equal = word.equals(name.all.get(at++));
			shared |= equal && word.length() > 1;
			initials |= !equal;
		}
		if (!shared) {
			return Containment.NOT;
		}
		return initials ? Containment.WITH_INITIALS : Containment.IN_FULL;
	}

	private static boolean abbreviates(String one, String other) {
		return one.equals(other) || isInitialOf(one, other) || isInitialOf(other, one);
	}

	private static boolean isInitialOf(String initial, String word) {
		return initial.codePointCount(0, initial.length()) == 1 && word.startsWith(initial);
	}

	private static boolean hasDigit(String word) {
		return word.codePoints().anyMatch((sign) -> Character.getType(sign) == Character.DECIMAL_DIGIT_NUMBER);
	}

	private static String initials(Stream<String> words) {
		StringBuilder initials = new StringBuilder();
		words.forEach((word) -> initials.appendCodePoint(word.codePointAt(0)));
		return initials.toString();
	}

	/** How the words of one name stand in another one. */
	enum Containment {

		NOT, IN_FULL, WITH_INITIALS

	}

}
