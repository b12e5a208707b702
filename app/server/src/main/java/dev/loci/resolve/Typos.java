package dev.loci.resolve;

import java.util.List;

/**
 * How many slips of the pen lie between two names, as long as they can be slips.
 * <p>
 * Word by word, and the fewer letters a word has, the less may differ: Jan and Jon are
 * two people, Jon and John may be one.
 */
final class Typos {

	static final int TOO_MANY = Integer.MAX_VALUE;

	private static final int MOST = 2;

	private Typos() {
	}

	static int between(List<String> one, List<String> other) {
		if (one.size() != other.size()) {
			return TOO_MANY;
		}
		int sum = 0;
		for (int i = 0; i < one.size(); i++) {
			int edits = inWord(one.get(i), other.get(i));
			if (edits == TOO_MANY || sum + edits > MOST) {
				return TOO_MANY;
			}
			sum += edits;
		}
		return sum;
	}

	private static int inWord(String one, String other) {
		if (one.equals(other)) {
			return 0;
		}
		int shorter = Math.min(one.length(), other.length());
		int difference = Math.abs(one.length() - other.length());
		int allowed = (shorter >= 9) ? MOST : 1;
		if (shorter < 3 || difference > allowed || (shorter < 5 && difference == 0)) {
			return TOO_MANY;
		}
		int edits = distance(one, other);
		return (edits <= allowed) ? edits : TOO_MANY;
	}

	/** Letters added, left out, replaced, or exchanged with their neighbour. */
	private static int distance(String one, String other) {
		int[] before = new int[other.length() + 1];
		int[] last = new int[other.length() + 1];
		for (int j = 0; j <= other.length(); j++) {
			last[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int[] row = new int[other.length() + 1];
			row[0] = i;
			for (int j = 1; j <= other.length(); j++) {
				int replaced = last[j - 1] + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
				row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
				if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
						&& one.charAt(i - 2) == other.charAt(j - 1)) {
					row[j] = Math.min(row[j], before[j - 2] + 1);
				}
			}
			before = last;
			last = row;
		}
		return last[other.length()];
	}

}
