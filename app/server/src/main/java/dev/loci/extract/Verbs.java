package dev.loci.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The forms of verbs, so that "lives in", "lived in" and "living in" are found as one. It
 * need not be right, only the same for the ontology's words and for those of a text.
 */
final class Verbs {

	/** The base, what is past, and after a slash what is not. */
	private static final String IRREGULAR = """
			be was were been / am is are being
			have had / has having
			do did done / does
			go went gone / goes
			leave left
			meet met
			buy bought
			get got gotten
			become became
			begin began begun
			grow grew grown
			speak spoke spoken
			write wrote written
			rewrite rewrote rewritten
			run ran
			build built
			sell sold
			lead led
			make made
			take took taken
			give gave given
			come came
			fly flew flown
			drive drove driven
			know knew known
			eat ate eaten
			drink drank drunk
			teach taught
			think thought
			say said
			tell told
			hear heard
			feel felt
			hold held
			keep kept
			lose lost
			win won
			spend spent
			choose chose chosen
			break broke broken
			fall fell fallen
			pay paid
			bear born
			send sent
			see saw seen
			can / cannot
			child / children
			""";

	private static final Map<String, String> BASES = new HashMap<>();

	/** They have no past of their own. */
	private static final Set<String> UNCHANGED = Set.of("quit", "split");

	/** Participles that look like the present. */
	private static final Set<String> PARTICIPLES = Set.of("come", "become", "run");

	private static final Set<String> PAST = new HashSet<>(UNCHANGED);

	static {
		for (String line : IRREGULAR.lines().toList()) {
			String[] forms = line.split(" ", -1);
			boolean past = true;
			String stem = forms[0].equals("have") ? "have" : withoutE(forms[0]);
			BASES.put(forms[0], stem);
			for (int i = 1; i < forms.length; i++) {
				if (forms[i].equals("/")) {
					past = false;
				}
				else {
					BASES.put(forms[i], stem);
					if (past) {
						PAST.add(forms[i]);
					}
				}
			}
		}
	}

	private Verbs() {
	}

	/** The same for all forms of a verb. */
	static String stem(String word) {
		String base = BASES.get(word);
		if (base != null) {
			return base;
		}
		if (word.length() < 4 || !word.chars().allMatch((letter) -> letter >= 'a' && letter <= 'z')) {
			return word.equals("use") ? "us" : word;
		}
		return withoutE(withoutEnding(word));
	}

	private static String withoutEnding(String word) {
		if (word.endsWith("ies") || word.endsWith("ied")) {
			return cut(word, 3) + "y";
		}
		if (word.endsWith("ing") && word.length() > 5) {
			return single(cut(word, 3));
		}
		if (word.endsWith("ed") && word.length() > 4) {
			return single(cut(word, 2));
		}
		if (word.endsWith("ches") || word.endsWith("shes") || word.endsWith("sses") || word.endsWith("xes")) {
			return cut(word, 2);
		}
		boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is");
		return plural ? cut(word, 1) : word;
	}

	/** "Stopp" and "plann" lose the letter that only their ending brought. */
	private static String single(String stem) {
		int last = stem.length() - 1;
		boolean doubled = last > 1 && stem.charAt(last) == stem.charAt(last - 1)
				&& "bdgkmnprt".indexOf(stem.charAt(last)) >= 0;
		return doubled ? stem.substring(0, last) : stem;
	}

	private static String withoutE(String stem) {
		return (stem.length() > 2 && stem.endsWith("e")) ? cut(stem, 1) : stem;
	}

	private static String cut(String word, int letters) {
		return word.substring(0, word.length() - letters);
	}

	static boolean isPast(String word) {
		return PAST.contains(word) || (word.length() > 4 && word.endsWith("ed") && !word.endsWith("eed"))
				|| word.equals("used");
	}

	/** Whether it may follow "have". */
	static boolean isParticiple(String word) {
		return isPast(word) || PARTICIPLES.contains(word);
	}

	/** Whether its past might be its present. */
	static boolean isPresentToo(String word) {
		return UNCHANGED.contains(word);
	}

	static boolean isIng(String word) {
		return word.length() > 4 && word.endsWith("ing");
	}

}
