package dev.loci.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * An excerpt in parts of which each fits into one question: mostly one.
 * <p>
 * A message stays whole where it can. A text that is longer than a question is cut, where
 * its author did so first: between paragraphs, else lines, else sentences, else words.
 */
final class ModelPages {

	private static final List<String> CUTS = List.of("\n\n", "\n", ". ", " ");

	private ModelPages() {
	}

	static List<Excerpt> of(Excerpt excerpt, int characters) {
		List<Excerpt> pages = new ArrayList<>();
		List<Utterance> page = new ArrayList<>();
		int length = 0;
		for (Utterance utterance : excerpt.utterances()) {
			for (String piece : pieces(utterance.content(), characters)) {
				if (!page.isEmpty() && length + piece.length() > characters) {
					pages.add(page(excerpt, page));
					page.clear();
					length = 0;
				}
				page.add(utterance.saying(piece));
				length += piece.length();
			}
		}
		pages.add(page(excerpt, page));
		return pages;
	}

	private static Excerpt page(Excerpt excerpt, List<Utterance> utterances) {
		return new Excerpt(excerpt.ontology(), utterances, excerpt.known());
	}

	private static List<String> pieces(String content, int characters) {
		List<String> pieces = new ArrayList<>();
		int start = 0;
		while (content.length() - start > characters) {
			int end = cut(content, start, start + characters);
			pieces.add(content.substring(start, end));
			start = end;
		}
		pieces.add(content.substring(start));
		return pieces;
	}

	/** Late enough that pieces do not become crumbs. */
	private static int cut(String content, int start, int limit) {
		int earliest = start + (limit - start) / 2;
		for (String cut : CUTS) {
			int at = content.lastIndexOf(cut, limit - cut.length());
			if (at >= earliest) {
				return at + cut.length();
			}
		}
		boolean half = Character.isHighSurrogate(content.charAt(limit - 1)) && limit - 1 > start;
		return half ? limit - 1 : limit;
	}

}
