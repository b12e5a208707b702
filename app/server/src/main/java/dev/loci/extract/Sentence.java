package dev.loci.extract;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/**
 * A sentence and its words; what tells a time is one word.
 */
record Sentence(String text, List<Token> tokens) {

	/** Longer ones are no sentences of people, and cost time. */
	private static final int LONGEST = 400;

	/** Reads the words of a sentence, unless it is too long to be one. */
	static @Nullable Sentence of(String text, OffsetDateTime saidAt, EnglishModels.Tagger tagger) {
		if (text.length() > LONGEST) {
			return null;
		}
		List<Token> words = words(text, tagger);
		Times times = new Times(text, words, saidAt);
		List<Token> tokens = new ArrayList<>();
		for (Token word : words) {
			ToldTime time = times.at(word);
			if (time == null) {
				tokens.add(word);
			}
			else if (tokens.isEmpty() || tokens.getLast().end() < time.end()) {
				tokens.add(new Token(text.substring(time.begin(), time.end()), "", "TIME", time.begin(), time.end(),
						time));
			}
		}
		return new Sentence(text, List.copyOf(tokens));
	}

	private static List<Token> words(String text, EnglishModels.Tagger tagger) {
		Span[] spans = tagger.words(text);
		String[] written = Span.spansToStrings(spans, text);
		String[] tags = (written.length > 0) ? tagger.partsOfSpeech(written) : new String[0];
		List<Token> words = new ArrayList<>();
		for (int i = 0; i < spans.length; i++) {
			add(words, written[i], tags[i], spans[i].getStart());
		}
		return words;
	}

	private static void add(List<Token> words, String written, String tag, int begin) {
		int end = begin + written.length();
		if (isNothing(written)) {
			return;
		}
		List<String> parts = Contractions.parts(written.toLowerCase(Locale.ROOT), tag);
		String first = parts.getFirst();
		boolean prefix = written.toLowerCase(Locale.ROOT).startsWith(first);
		int cut = (parts.size() > 1 && prefix) ? begin + first.length() : end;
		words.add(new Token(written.substring(0, Math.min(written.length(), cut - begin)), first,
				(parts.size() > 1 && tag.contains("+")) ? tag.substring(0, tag.indexOf('+')) : tag, begin, cut, null));
		for (String part : parts.subList(1, parts.size())) {
			words.add(new Token(part, part, part.equals("not") ? "PART" : part.equals("'s") ? "POS" : "AUX",
					Math.min(cut, end), end, null));
		}
	}

	/** Smileys and full stops say nothing here. */
	private static boolean isNothing(String written) {
		return written.codePoints().noneMatch(Character::isLetterOrDigit) && !written.equals(",")
				&& !written.equals(";") && !written.equals("(") && !written.equals(")") && !written.equals("&")
				&& !written.equals("/") && !written.equals("'") && !written.equals("+") && !written.equals("-")
				&& !written.equals("–") && !written.equals("—") && !written.equals("'s") && !written.equals("@");
	}

	/** The word at this place, {@link Token#NONE} after the last. */
	Token at(int index) {
		return (index >= 0 && index < this.tokens.size()) ? this.tokens.get(index) : Token.NONE;
	}

	/** Whether these words stand there, one after the other. */
	boolean are(int index, List<String> words) {
		for (int i = 0; i < words.size(); i++) {
			if (!at(index + i).is(words.get(i))) {
				return false;
			}
		}
		return true;
	}

	/** What is written between two places. */
	String written(int from, int to) {
		return this.text.substring(at(from).begin(), at(to - 1).end());
	}

	Sentence with(List<Token> others) {
		return new Sentence(this.text, List.copyOf(others));
	}

}
