package dev.loci.memory;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The legal forms that companies carry in their names and people leave out.
 * <p>
 * A form that is also a word or a surname ("Spa", "Sa") counts only when it is written
 * with dots, as nobody writes the word.
 */
final class CompanyForms {

	private static final Set<String> WORDS = Set.of("inc", "incorporated", "corp", "corporation", "co", "ltd",
			"limited", "llc", "llp", "plc", "pty", "pte", "pvt", "gmbh", "mbh", "ggmbh", "ag", "kg", "kgaa", "ohg",
			"ug", "bv", "srl", "sarl", "oy", "oyj", "aps", "bhd", "sdn", "ооо", "оао", "зао", "пао");

	private static final Set<String> DOTTED = Set.of("sa", "sas", "spa", "sl", "nv", "ab", "as", "ev", "eg", "se", "lp",
			"kk");

	private static final Pattern INNER_DOT = Pattern.compile("[./](?=\\p{L})");

	/** Russian companies carry their form in front. */
	private static final Set<String> IN_FRONT = Set.of("ооо", "оао", "зао", "пао", "ао");

	/** Longer ones first; after NFKC, which takes ㈱ apart. */
	private static final List<String> UNSPACED = List.of("股份有限公司", "有限责任公司", "有限責任公司", "有限公司", "株式会社", "有限会社", "合同会社",
			"주식회사", "유한회사", "(株)", "(有)", "(주)", "(유)", "株)", "주)", "(株", "(주");

	private CompanyForms() {
	}

	/** The name without one form, if there is one and a name is left. */
	static String without(String name) {
		for (String form : UNSPACED) {
			if (name.startsWith(form) && isName(name.substring(form.length()))) {
				return name.substring(form.length());
			}
			if (name.endsWith(form) && isName(name.substring(0, name.length() - form.length()))) {
				return name.substring(0, name.length() - form.length());
			}
		}
		int first = name.indexOf(' ');
		if (first > 0 && IN_FRONT.contains(name.substring(0, first)) && isName(name.substring(first))) {
			return name.substring(first + 1);
		}
		int last = name.lastIndexOf(' ');
		if (last > 0 && isForm(name.substring(last + 1)) && isName(name.substring(0, last))) {
			return withoutAnd(name.substring(0, last));
		}
		return name;
	}

	private static boolean isForm(String word) {
		String bare = word.replaceAll("[.,;:()/]", "");
		return WORDS.contains(bare) || (INNER_DOT.matcher(word).find() && DOTTED.contains(bare));
	}

	/** "Tiffany & Co." */
	private static String withoutAnd(String name) {
		for (String and : List.of(" &", " and", " und")) {
			if (name.endsWith(and) && isName(name.substring(0, name.length() - and.length()))) {
				return name.substring(0, name.length() - and.length());
			}
		}
		return name;
	}

	private static boolean isName(String rest) {
		return Letters.anyIn(rest) && !rest.equals("the");
	}

}
