package dev.loci.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Leaves out what a sentence names only to say that it is not meant: "tea instead of
 * coffee", "not in Rome but in Milan".
 */
final class Contrasts {

	private static final Set<String> DO = Set.of("do", "does", "did");

	private static final int LONGEST = 6;

	private Contrasts() {
	}

	static Sentence resolved(Sentence sentence) {
		return insteadOf(but(sentence));
	}

	private static Sentence insteadOf(Sentence sentence) {
		List<Token> kept = new ArrayList<>();
		int index = 0;
		while (!sentence.at(index).isEnd()) {
			boolean instead = (sentence.at(index).is("instead") && sentence.at(index + 1).is("of"))
					|| (sentence.at(index).is("rather") && sentence.at(index + 1).is("than"));
			boolean not = sentence.at(index).is(",") && sentence.at(index + 1).is("not") && index > 2;
			boolean over = isPreferred(sentence, index);
			if (instead || not || over) {
				int end = end(sentence, over ? index + 1 : index + 2);
				index = (index == 0 && sentence.at(end).is(",")) ? end + 1 : end;
			}
			else {
				kept.add(sentence.at(index));
				index++;
			}
		}
		return sentence.with(kept);
	}

	/** "I prefer tea to coffee", "… over coffee". */
	private static boolean isPreferred(Sentence sentence, int index) {
		boolean over = sentence.at(index).is("over") || sentence.at(index).is("to");
		boolean who = sentence.at(index - 1).isCapital() && sentence.at(index + 1).tag().contains("VERB");
		return over && !who && sentence.at(index - 1).isOpen() && sentence.at(index + 1).isOpen()
				&& sentence.tokens()
					.subList(0, index - 1)
					.stream()
					.anyMatch((token) -> Verbs.stem(token.low()).equals("prefer"));
	}

	/** The end of what is not meant. */
	private static int end(Sentence sentence, int index) {
		int end = index;
		while (!sentence.at(end).isEnd() && sentence.at(end).time() == null && !sentence.at(end).is(",")
				&& !sentence.at(end).is("and") && !sentence.at(end).is("but") && !sentence.at(end).is("because")) {
			end++;
		}
		return end;
	}

	/** Only where "but" brings another of the same, not another sentence. */
	private static Sentence but(Sentence sentence) {
		for (int not = 0; not < sentence.tokens().size(); not++) {
			int but = sentence.at(not).is("not") ? but(sentence, not) : -1;
			if (but > 0) {
				return but(sentence, not, but);
			}
		}
		return sentence;
	}

	private static Sentence but(Sentence sentence, int not, int but) {
		Token afterBut = sentence.at(but + 1);
		boolean preposition = afterBut.tag().equals("ADP");
		boolean first = sentence.at(not + 1).is(afterBut.low());
		int repeated = not;
		for (int i = not + 1; i < but; i++) {
			repeated = sentence.at(i).is(afterBut.low()) ? i : repeated;
		}
		boolean name = afterBut.isOpen() && !does(afterBut) && sentence.at(end(sentence, but + 1)).isEnd()
				&& end(sentence, but + 1) - but <= 3;
		if (first && preposition) {
			return cut(sentence, not, but + 1);
		}
		if (DO.contains(sentence.at(not - 1).low())) {
			if (preposition && repeated > not) {
				return cut(cut(sentence, repeated, but + 1), not - 1, not + 1);
			}
			if (name && but - not == 3) {
				return cut(cut(sentence, but - 1, but + 1), not - 1, not + 1);
			}
		}
		return sentence;
	}

	/** "not tea but love coffee" */
	private static boolean does(Token token) {
		return token.tag().contains("VERB") && !Verbs.isIng(token.low());
	}

	private static int but(Sentence sentence, int not) {
		for (int i = not + 2; i <= not + LONGEST; i++) {
			if (sentence.at(i).is("but")) {
				return i;
			}
		}
		return -1;
	}

	private static Sentence cut(Sentence sentence, int from, int to) {
		List<Token> kept = new ArrayList<>(sentence.tokens().subList(0, from));
		kept.addAll(sentence.tokens().subList(to, sentence.tokens().size()));
		return sentence.with(kept);
	}

}
