package dev.loci.extract;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a text is English, by the small words that every sentence needs. A short
 * text that could be of any language is nothing to complain of.
 */
final class Language {

	private static final Pattern WORD = Pattern.compile("\\p{L}{1,40}(?:['’]\\p{L}{1,5})?");

	private static final int ENOUGH = 2_000;

	private static final Set<String> ENGLISH = words("the a an i is are was were be been am my your his her our their "
			+ "its to of and in on at for with from that this it you he she we they have has had do does did not but or "
			+ "if so as by can will would could should what when where who how why about there here just like go going "
			+ "get got want need know think i'm don't it's i've that's can't yes no ok please thanks one all some any "
			+ "more very really now new good day time work live love help let make me us him them up out buy");

	/** Small words of the languages nearest to it. */
	private static final Set<String> OTHER = words(
			"ich bin und der die das ist nicht ein eine mein meine wohne ich's wir "
					+ "sie mit für auf zu habe arbeite bei seit im von je suis et le les la une est pas mon ma mes pour avec dans "
					+ "chez des du que qui nous vous j'ai j'habite c'est depuis yo soy el los las un una es mi para con por en "
					+ "vivo trabajo desde de del está tengo muy eu sou meu minha não uma com trabalho moro em da do os as sono il "
					+ "lo gli di non che per mio mia abito lavoro ik het een niet mijn woon werk met voor jag är och inte jestem "
					+ "nie się jest w mam mieszkam ja bir ve bu");

	private Language() {
	}

	private static Set<String> words(String words) {
		return Set.copyOf(List.of(words.split(" ", -1)).stream().distinct().toList());
	}

	static boolean isOther(String text) {
		String start = text.substring(0, Math.min(text.length(), ENOUGH));
		long letters = start.codePoints().filter(Character::isLetter).count();
		long latin = start.codePoints()
			.filter((letter) -> Character.isLetter(letter)
					&& Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN)
			.count();
		if (letters >= 4 && latin * 2 < letters) {
			return true;
		}
		int english = 0;
		int other = 0;
		int small = 0;
		Matcher word = WORD.matcher(start);
		while (word.find()) {
			String low = word.group().toLowerCase(Locale.ROOT).replace('’', '\'');
			small += Character.isLowerCase(word.group().codePointAt(0)) ? 1 : 0;
			english += ENGLISH.contains(low) ? 1 : 0;
			other += OTHER.contains(low) ? 1 : 0;
		}
		return (other >= 2 && other > english) || (small >= 8 && english == 0);
	}

}
