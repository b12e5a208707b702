package dev.loci.ingest;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.loci.graph.Cypher;
import dev.loci.graph.OpenSpace;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.Citation;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Fence;
import dev.loci.memory.Fence.Part;
import dev.loci.memory.Text;

/**
 * What Loci itself has given out, where it comes back inside messages: what stands in its
 * fence, lines that cite what the space has, and what others than users say in just the
 * words of what is believed. It is no new evidence, or what was recalled often would be
 * believed the more for it. A user who says again what is known does say it.
 */
final class Echoes {

	private static final Cypher GIVEN_OUT = Cypher.named("ingest/given_out");

	private static final Cypher BELIEVED_IN_WORDS = Cypher.named("ingest/believed_in_words");

	/** Of letters and digits only, so that no sentence can be syntax of the index. */
	private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

	private static final int MOST_SENTENCES = 200;

	private static final int MOST_WORDS = 50;

	private final Map<EpisodeId, List<Part>> parts = new HashMap<>();

	private Echoes() {
	}

	/**
	 * Looks for them.
	 * @param said whole episodes or passages of them
	 */
	static Echoes in(Transaction tx, Claim claim, OpenSpace space, List<Heard> said) {
		Map<EpisodeId, Heard> episodes = new HashMap<>();
		said.forEach((each) -> episodes.put(each.episode(), each));
		Set<String> givenOut = givenOut(tx, claim, episodes);
		Set<String> believed = believed(tx, space.generation(), episodes);
		Echoes echoes = new Echoes();
		episodes.forEach((id, each) -> {
			List<Part> found = new ArrayList<>(Fence.in(each.content()));
			Citation.in(each.content())
				.stream()
				.filter((citation) -> givenOut.contains(citation.id().toString()))
				.forEach((citation) -> found.add(line(each.content(), citation.at())));
			if (each.isOthers()) {
				sentences(each.content()).stream()
					.filter((part) -> believed.contains(words(each.content().substring(part.from(), part.to()))))
					.forEach(found::add);
			}
			found.sort(Comparator.comparingInt(Part::from));
			echoes.parts.put(id, found);
		});
		return echoes;
	}

	private static Set<String> givenOut(Transaction tx, Claim claim, Map<EpisodeId, Heard> episodes) {
		Map<Citation.Kind, Set<String>> cited = episodes.values()
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

	private static Set<String> believed(Transaction tx, String generation, Map<EpisodeId, Heard> episodes) {
		List<String> queries = episodes.values()
			.stream()
			.filter(Heard::isOthers)
			.flatMap((each) -> sentences(each.content()).stream()
				.map((part) -> words(each.content().substring(part.from(), part.to()))))
			.filter((words) -> !words.isEmpty())
			.distinct()
			.limit(MOST_SENTENCES)
			.map((words) -> query(generation, words))
			.toList();
		return queries.isEmpty() ? Set.of()
				: new HashSet<>(
						tx.list(BELIEVED_IN_WORDS, Parameters.with("space", generation).and("sentences", queries),
								(row) -> words(row.get("text").asString())));
	}

	private static String query(String generation, String words) {
		return "+space:" + generation + "^0 +live:live" + generation + "^0 +text:("
				+ GAPS.splitAsStream(words).limit(MOST_WORDS).collect(Collectors.joining(" ")) + ")";
	}

	private static Part line(String content, int at) {
		int end = content.indexOf('\n', at);
		return new Part(content.lastIndexOf('\n', at) + 1, (end < 0) ? content.length() : end);
	}

	private static List<Part> sentences(String content) {
		List<Part> sentences = new ArrayList<>();
		BreakIterator boundaries = BreakIterator.getSentenceInstance(Locale.ROOT);
		int line = 0;
		while (line < content.length()) {
			Part whole = line(content, line);
			String text = content.substring(whole.from(), whole.to());
			boundaries.setText(text);
			int from = boundaries.first();
			for (int to = boundaries.next(); to != BreakIterator.DONE; to = boundaries.next()) {
				sentences.add(new Part(whole.from() + from, whole.from() + to));
				from = to;
			}
			line = whole.to() + 1;
		}
		return sentences;
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
		for (Part part : this.parts.getOrDefault(heard.episode(), List.of())) {
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
