package dev.loci.ingest;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.loci.graph.Cypher;
import dev.loci.graph.OpenSpace;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.Citation;
import dev.loci.memory.Fence;
import dev.loci.memory.Fence.Part;
import dev.loci.memory.Text;

/**
 * What Loci itself has given out, where it comes back inside messages: what stands in its
 * fence, lines that cite what the space has, and what others than users say, or a text
 * does, in just the words of what is believed. It is no new evidence, or what was
 * recalled often would be believed the more for it. A user who says again what is known
 * does say it.
 */
final class Echoes {

	private static final Cypher GIVEN_OUT = Cypher.named("ingest/given_out");

	private static final Cypher BELIEVED_IN_WORDS = Cypher.named("ingest/believed_in_words");

	/** Of letters and digits only, so that no sentence can be syntax of the index. */
	private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

	/** So many sentences are looked up in one query. */
	private static final int AT_ONCE = 200;

	private static final int MOST_WORDS = 50;

	/** What is longer is no sentence of ours. */
	private static final int LONGEST_SENTENCE = 2_000;

	private final Map<String, List<Part>> parts = new HashMap<>();

	private Echoes() {
	}

	/**
	 * Looks for them.
	 * @param said whole episodes or passages of them
	 */
	static Echoes in(Transaction tx, Claim claim, OpenSpace space, List<Heard> said) {
		Map<String, Heard> wholes = new HashMap<>();
		said.forEach((each) -> wholes.put(each.whole(), each));
		Set<String> givenOut = givenOut(tx, claim, wholes);
		Map<String, Set<String>> believed = new HashMap<>();
		said.stream()
			.filter(Heard::isOthers)
			.collect(Collectors.groupingBy(Echoes::agent))
			.forEach((agent, own) -> believed.put(agent, believed(tx, space.generation(), agent, own)));
		Echoes echoes = new Echoes();
		wholes.forEach((whole, each) -> {
			List<Part> found = new ArrayList<>(Fence.in(each.content()));
			Citation.in(each.content())
				.stream()
				.filter((citation) -> givenOut.contains(citation.id().toString()))
				.forEach((citation) -> found.add(line(each.content(), citation.at())));
			echoes.parts.put(whole, found);
		});
		said.stream()
			.filter(Heard::isOthers)
			.forEach((each) -> echoes.parts.computeIfAbsent(each.whole(), (any) -> new ArrayList<>())
				.addAll(sentences(each).stream()
					.filter((part) -> believed.getOrDefault(agent(each), Set.of()).contains(words(each, part)))
					.toList()));
		echoes.parts.values().forEach((found) -> found.sort(Comparator.comparingInt(Part::from)));
		return echoes;
	}

	private static Set<String> givenOut(Transaction tx, Claim claim, Map<String, Heard> wholes) {
		Map<Citation.Kind, Set<String>> cited = wholes.values()
			.stream()
			.flatMap((each) -> Citation.in(each.content()).stream())
			.collect(Collectors.groupingBy(Citation::kind,
					Collectors.mapping((citation) -> citation.id().toString(), Collectors.toSet())));
		return cited.isEmpty() ? Set.of()
				: Set.copyOf(tx.list(GIVEN_OUT,
						claim.parameters()
							.and("facts", cited.getOrDefault(Citation.Kind.FACT, Set.of()))
							.and("episodes", cited.getOrDefault(Citation.Kind.EPISODE, Set.of())),
						(row) -> row.get("id").asString()));
	}

	/** What is given to nobody else may come back from this one. */
	private static String agent(Heard heard) {
		return Objects.requireNonNullElse(heard.agentId(), "");
	}

	private static Set<String> believed(Transaction tx, String generation, String agent, List<Heard> said) {
		List<String> queries = said.stream()
			.flatMap((each) -> sentences(each).stream().map((part) -> words(each, part)))
			.filter((words) -> !words.isEmpty())
			.distinct()
			.map((words) -> query(generation, words))
			.toList();
		Set<String> believed = new HashSet<>();
		for (int from = 0; from < queries.size(); from += AT_ONCE) {
			List<String> some = queries.subList(from, Math.min(from + AT_ONCE, queries.size()));
			believed.addAll(tx.list(BELIEVED_IN_WORDS,
					Parameters.with("space", generation).and("sentences", some).and("agent", agent),
					(row) -> words(row.get("text").asString())));
		}
		return believed;
	}

	private static String query(String generation, String words) {
		return "+space:" + generation + "^0 +text:("
				+ GAPS.splitAsStream(words).limit(MOST_WORDS).collect(Collectors.joining(" ")) + ")";
	}

	private static Part line(String content, int at) {
		int end = content.indexOf('\n', at);
		return new Part(content.lastIndexOf('\n', at) + 1, (end < 0) ? content.length() : end);
	}

	/** Those of which a part is in the passage, as they stand in the whole. */
	private static List<Part> sentences(Heard heard) {
		List<Part> sentences = new ArrayList<>();
		BreakIterator boundaries = BreakIterator.getSentenceInstance(Locale.ROOT);
		int line = Math.max(0, heard.start() - LONGEST_SENTENCE);
		int last = Math.min(heard.content().length(), heard.end() + LONGEST_SENTENCE);
		while (line < last) {
			int end = Math.min(line(heard.content(), line).to(), last);
			boundaries.setText(heard.content().substring(line, end));
			int from = boundaries.first();
			for (int to = boundaries.next(); to != BreakIterator.DONE; to = boundaries.next()) {
				if (line + to > heard.start() && line + from < heard.end()) {
					sentences.add(new Part(line + from, line + to));
				}
				from = to;
			}
			line = end + 1;
		}
		return sentences;
	}

	private static String words(Heard heard, Part sentence) {
		return words(heard.content().substring(sentence.from(), sentence.to()));
	}

	/** By which two writings of a sentence are found to be the same. */
	private static String words(String sentence) {
		return GAPS.matcher(Text.folded(sentence)).replaceAll(" ").strip();
	}

	/** What comes back in a passage. */
	List<String> of(Heard heard) {
		return cut(heard, true);
	}

	/** The passage without it. */
	String without(Heard heard) {
		return String.join("\n", cut(heard, false));
	}

	private List<String> cut(Heard heard, boolean inside) {
		List<String> pieces = new ArrayList<>();
		int at = heard.start();
		int end = heard.end();
		for (Part part : this.parts.getOrDefault(heard.whole(), List.of())) {
			int from = Math.clamp(part.from(), at, end);
			int to = Math.clamp(part.to(), from, end);
			pieces.add(heard.content().substring(inside ? from : at, inside ? to : from));
			at = to;
		}
		if (!inside) {
			pieces.add(heard.content().substring(at, end));
		}
		pieces.removeIf(String::isBlank);
		return pieces;
	}

}
