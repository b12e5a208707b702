package dev.loci.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * Leaves out what stands between quotation marks that are more than a sentence apart, and
 * the sentences that it is part of. A shorter quotation marks its sentence itself.
 */
final class Quotation {

	private static final String OPENING = "\"“„«‘'";

	/** The marks that may close what the one at the same place has opened. */
	private static final List<String> CLOSING = List.of("\"”", "”\"“", "“”\"", "»", "’", "'");

	/** What would end the quotation that is open; nothing, if none is. */
	private String closing = "";

	Quotation() {
	}

	Quotation(Quotation other) {
		this.closing = other.closing;
	}

	/** The parts of a line that are no such quotation. */
	List<String> outside(String line) {
		List<String> outside = new ArrayList<>();
		int start = this.closing.isEmpty() ? 0 : after(line, 0);
		int place = start;
		while (place < line.length()) {
			int kind = opens(line, place);
			if (kind >= 0) {
				this.closing = CLOSING.get(kind);
				int end = close(line, place + 1);
				if (end < 0 || isLong(line, place, end)) {
					outside.add(line.substring(start, Math.max(start, Framing.sentence(line, place))));
					start = after(line, place + 1);
					place = start;
					continue;
				}
				this.closing = "";
				place = end;
			}
			place++;
		}
		outside.add(line.substring(Math.min(start, line.length())));
		return outside.stream().filter((part) -> !part.isBlank()).toList();
	}

	/** An apostrophe, or a mark for inches, opens nothing. */
	private static int opens(String line, int place) {
		int kind = OPENING.indexOf(line.charAt(place));
		if (kind < 0 || (place > 0 && Character.isLetterOrDigit(line.charAt(place - 1)))) {
			return -1;
		}
		boolean apostrophe = line.charAt(place) == '\'' || line.charAt(place) == '‘';
		boolean introduced = place > 1 && ":,".indexOf(line.charAt(place - 2)) >= 0 && place + 1 < line.length()
				&& Character.isUpperCase(line.charAt(place + 1));
		return (apostrophe && !introduced) ? -1 : kind;
	}

	private int close(String line, int from) {
		for (int i = from; i < line.length(); i++) {
			boolean mark = this.closing.indexOf(line.charAt(i)) >= 0;
			boolean apostrophe = line.charAt(i) == '\'' || line.charAt(i) == '’';
			if (mark && (!apostrophe || ".!?,".indexOf(line.charAt(i - 1)) >= 0)) {
				return i;
			}
		}
		return -1;
	}

	private static boolean isLong(String line, int from, int to) {
		return Framing.sentence(line, to) > from;
	}

	/** Where the first sentence begins that stands after the quotation. */
	private int after(String line, int from) {
		int end = close(line, from);
		if (end < 0) {
			return line.length();
		}
		this.closing = "";
		boolean over = end > 0 && ".!?".indexOf(line.charAt(end - 1)) >= 0;
		int next = end + 1;
		while (!over && next < line.length()) {
			over = ".!?".indexOf(line.charAt(next)) >= 0;
			next++;
		}
		return next;
	}

}
