package dev.loci.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a text that somebody wrote in sentences and for himself: without code,
 * tables, addresses and what is quoted from others. The text may come piece by piece:
 * what was open at the end of a piece still is at the beginning of the next one. The time
 * for it grows with the length of the text and no faster.
 */
final class Prose {

	private static final Pattern FENCE = Pattern.compile("```|^\\s*~~~");

	private static final Pattern BULLET = Pattern.compile("\\s{0,10}(?:[-*•+]|\\d{1,3}[.)])\\s+");

	/** What no word is as long as, and no sentence has between two words. */
	private static final Pattern GAP = Pattern.compile("\\S{60}|[ \\t\\u00A0]{6}|\\t");

	/** No writing, and what finds words goes back over all of them from each. */
	private static final Pattern MARKS = Pattern.compile("\\p{M}{8}");

	private static final int LONGEST_LINE = 4_000;

	/** Whether somebody speaks, who may give orders and play. */
	private final boolean spoken;

	private final Quotation quotation;

	private boolean code;

	/** Whether all that follows is somebody else's. */
	private boolean foreign;

	/** Whether the list that follows is. */
	private boolean foreignList;

	/** The blanks that the line began with, which goes on. */
	private String indent = "";

	private boolean withinLine;

	private boolean foreignLine;

	Prose(boolean spoken) {
		this.spoken = spoken;
		this.quotation = new Quotation();
	}

	private Prose(Prose other) {
		this.spoken = other.spoken;
		this.quotation = new Quotation(other.quotation);
		this.code = other.code;
		this.foreign = other.foreign;
		this.foreignList = other.foreignList;
		this.indent = other.indent;
		this.withinLine = other.withinLine;
		this.foreignLine = other.foreignLine;
	}

	/** One that goes on from here, and leaves this one where it is. */
	Prose copy() {
		return new Prose(this);
	}

	/** The parts of the next piece in which there may be sentences, to the letter. */
	List<String> read(String piece) {
		List<String> parts = new ArrayList<>();
		boolean first = true;
		for (String line : piece.split("\\R", -1)) {
			if (!first) {
				this.indent = "";
				this.withinLine = false;
			}
			line(line, parts);
			first = false;
		}
		return parts;
	}

	/** Whether it may be what somebody wrote. */
	static boolean isWriting(String line) {
		return line.length() <= LONGEST_LINE && !MARKS.matcher(line).find();
	}

	private void line(String line, List<String> parts) {
		if (line.isBlank()) {
			this.indent += line.substring(0, Math.min(line.length(), 4));
			return;
		}
		if (!this.withinLine) {
			this.foreignList &= BULLET.matcher(line).lookingAt();
			this.foreignLine = this.foreignList || isForeign(this.indent + line);
			this.withinLine = true;
		}
		long fences = FENCE.matcher(line).results().count();
		if (fences > 0) {
			this.code ^= fences % 2 == 1;
		}
		else if (!this.code && !this.foreign && !this.foreignLine) {
			own(line, parts);
		}
	}

	/** A quotation, a row of a table, a heading or indented code. */
	private static boolean isForeign(String line) {
		return line.stripLeading().startsWith(">") || line.startsWith("#") || line.startsWith("    ")
				|| line.startsWith("\t") || line.indexOf('|') >= 0;
	}

	private void own(String line, List<String> parts) {
		if (!isWriting(line)) {
			return;
		}
		for (String part : this.quotation.outside(line)) {
			int end = this.spoken ? Framing.end(part) : part.length();
			part(part.substring(0, end), parts);
			if (end < part.length()) {
				this.foreignList = Framing.isReminder(part.substring(end));
				this.foreign = !this.foreignList;
				return;
			}
		}
	}

	/** What is left of a line with a hole in it must not be read as if it were whole. */
	private static void part(String line, List<String> parts) {
		Matcher bullet = BULLET.matcher(line);
		String part = line.substring(bullet.lookingAt() ? bullet.end() : 0).strip();
		if (!part.isEmpty() && !GAP.matcher(part).find()) {
			parts.add(part);
		}
	}

}
