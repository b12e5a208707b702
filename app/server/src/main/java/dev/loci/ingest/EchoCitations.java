package dev.loci.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.loci.graph.Cypher;
import dev.loci.graph.Transaction;
import dev.loci.memory.Citation;
import dev.loci.memory.Fence.Part;

/**
 * Where messages cite what the space has. What others than users write there was drawn
 * from it, so the line is cut. Of a user's line only the citation is, and the words
 * before it where they are those of the memory: the rest is the user's own, and may
 * correct it.
 */
final class EchoCitations {

	private static final Cypher GIVEN_OUT = Cypher.named("ingest/given_out");

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

	/** How a context begins an item: a fact, or an episode with its time and speaker. */
	private static final Pattern ITEM = Pattern
		.compile("\\s{0,10}(?:[-*•+]|\\d{1,3}[.)])\\s{1,10}(?:\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}[^\\n]{0,600}: )?");

	/** So much before a citation may be what it cites. */
	private static final int WINDOW = 5_000;

	private static final int LONGEST_DATES = 70;

	/** By the ids that were cited, the words of all that they ever named. */
	private final Map<String, Set<String>> givenOut;

	private EchoCitations(Map<String, Set<String>> givenOut) {
		this.givenOut = givenOut;
	}

	static EchoCitations in(Transaction tx, Claim claim, Collection<Heard> wholes) {
		Map<Citation.Kind, Set<String>> cited = wholes.stream()
			.flatMap((each) -> Citation.in(each.content()).stream())
			.collect(Collectors.groupingBy(Citation::kind,
					Collectors.mapping((citation) -> citation.id().toString(), Collectors.toSet())));
		Map<String, Set<String>> givenOut = new HashMap<>();
		if (!cited.isEmpty()) {
			tx.list(GIVEN_OUT,
					claim.parameters()
						.and("facts", cited.getOrDefault(Citation.Kind.FACT, Set.of()))
						.and("episodes", cited.getOrDefault(Citation.Kind.EPISODE, Set.of())),
					(row) -> givenOut.put(row.get("id").asString(),
							Set.copyOf(row.get("texts").asList((text) -> EchoWords.words(text.asString())))));
		}
		return new EchoCitations(givenOut);
	}

	List<Part> of(Heard heard) {
		List<Part> parts = new ArrayList<>();
		for (Citation citation : Citation.in(heard.content())) {
			Set<String> texts = this.givenOut.get(citation.id().toString());
			if (texts != null) {
				parts.add(heard.isOthers() ? EchoWords.line(heard.content(), citation.at())
						: new Part(begin(heard.content(), citation, texts), citation.end()));
			}
		}
		return parts;
	}

	/** Where the words of the memory begin that stand before its citation, if they do. */
	private static int begin(String content, Citation citation, Set<String> texts) {
		int from = Math.max(0, citation.at() - WINDOW);
		int end = withoutDates(content, from, citation.at());
		String before = " " + EchoWords.words(content.substring(from, end));
		return texts.stream()
			.filter((words) -> !words.isEmpty() && before.endsWith(" " + words))
			.max(Comparator.comparingInt(String::length))
			.map((words) -> start(content, from, end, words.split(" ", -1).length))
			.orElse(citation.at());
	}

	/** A context tells when a fact holds: "(since 2024-03, until 2025)". */
	private static int withoutDates(String content, int from, int to) {
		String before = content.substring(from, to).stripTrailing();
		int dates = before.lastIndexOf('(');
		boolean dated = before.endsWith(")") && dates >= 0 && before.length() - dates <= LONGEST_DATES
				&& (before.startsWith("since ", dates + 1) || before.startsWith("until ", dates + 1));
		return from + (dated ? dates : before.length());
	}

	private static int start(String content, int from, int end, int words) {
		List<Integer> starts = new ArrayList<>();
		Matcher word = WORD.matcher(content).region(from, end);
		while (word.find()) {
			starts.add(word.start());
		}
		int start = starts.get(Math.max(0, starts.size() - words));
		int line = content.lastIndexOf('\n', start) + 1;
		return ITEM.matcher(content).region(line, start).matches() ? line : start;
	}

}
