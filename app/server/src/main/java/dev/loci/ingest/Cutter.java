package dev.loci.ingest;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.loci.ingest.Submission.Said;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cuts episodes into passages: short enough for one meaning each, along paragraphs if
 * they fit, else along sentences, else along words.
 */
final class Cutter {

	private final int length;

	private final JsonMapper json;

	Cutter(int length, JsonMapper json) {
		this.length = length;
		this.json = json;
	}

	List<Passage> cut(Said said) {
		return switch (said.kind()) {
			case MESSAGE -> cut(said.name(), said.content(), true);
			case TEXT, STATEMENT -> cut(said.title(), said.content(), true);
			case JSON -> cut(said.source(), lines(said.content()), false);
		};
	}

	private List<Passage> cut(@Nullable String heading, String text, boolean verbatim) {
		List<Passage> passages = new ArrayList<>();
		int start = skipBlank(text, 0);
		while (start < text.length()) {
			int end = end(text, start);
			String part = text.substring(start, end).stripTrailing();
			passages.add(verbatim ? new Passage(heading, part, start, start + part.length(), null, null)
					: new Passage(heading, part, null, null, null, null));
			start = skipBlank(text, end);
		}
		return passages;
	}

	private int end(String text, int start) {
		int limit = start + this.length;
		if (limit >= text.length()) {
			return text.length();
		}
		int least = start + this.length / 2;
		// Only the window is looked at, so that a text of megabytes is cut in one pass.
		String window = text.substring(start, limit);
		int paragraph = start + window.lastIndexOf("\n\n");
		if (paragraph >= least) {
			return paragraph;
		}
		int line = start + window.lastIndexOf('\n');
		if (line >= least) {
			return line;
		}
		int sentence = start + lastBoundary(BreakIterator.getSentenceInstance(Locale.ROOT), window);
		if (sentence >= least) {
			return sentence;
		}
		int word = start + lastBoundary(BreakIterator.getLineInstance(Locale.ROOT), window);
		if (word > start) {
			return word;
		}
		return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
	}

	private static int lastBoundary(BreakIterator boundaries, String window) {
		boundaries.setText(window);
		return Math.max(0, boundaries.preceding(window.length()));
	}

	private static int skipBlank(String text, int from) {
		int at = from;
		while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
			at++;
		}
		return at;
	}

	/** A record as lines that can be read and found: {@code address.city: Berlin}. */
	private String lines(String content) {
		StringBuilder lines = new StringBuilder();
		append(lines, "", this.json.readTree(content));
		return lines.toString();
	}

	private static void append(StringBuilder lines, String path, JsonNode node) {
		if (node.isObject()) {
			node.properties()
				.forEach((property) -> append(lines,
						path.isEmpty() ? property.getKey() : path + "." + property.getKey(), property.getValue()));
		}
		else if (node.isArray()) {
			node.forEach((element) -> append(lines, path, element));
		}
		else if (path.isEmpty()) {
			lines.append(node.asString()).append('\n');
		}
		else {
			lines.append(path).append(": ").append(node.asString()).append('\n');
		}
	}

}
