package dev.loci.ingest;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.loci.graph.Cypher;
import dev.loci.graph.OpenSpace;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.Fence.Part;
import dev.loci.memory.Text;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Sentences in just the words of a memory: what others than users say, or a text does, of
 * what is believed; and what a user sends back of what a recall has given out, as an item
 * of a list or of the user as of somebody else. In their own words people speak of
 * themselves as "I", and may say what is known.
 */
final class EchoWords {

	private static final Cypher BELIEVED_IN_WORDS = Cypher.named("ingest/believed_in_words");

	private static final Cypher RECALLED_IN_WORDS = Cypher.named("ingest/recalled_in_words");

	/** Of letters and digits only, so that no sentence can be syntax of the index. */
	private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

	private static final Pattern BULLET = Pattern.compile("\\s{0,10}(?:[-*•+]|\\d{1,3}[.)])\\s");

	private static final Set<String> FIRST_PERSON = Set.of("i", "me", "my", "mine", "myself", "we", "us", "our",
			"ours");

	/** So many sentences are looked up in one query. */
	private static final int AT_ONCE = 200;

	private static final int MOST_WORDS = 50;

	/** What is longer is no sentence of ours. */
	private static final int LONGEST_SENTENCE = 2_000;

	private final IdentityHashMap<Heard, List<Part>> parts = new IdentityHashMap<>();

	private EchoWords() {
	}

	static EchoWords in(Transaction tx, Claim claim, OpenSpace space, List<Heard> said) {
		EchoWords words = new EchoWords();
		said.stream().filter(Heard::isOthers).collect(Collectors.groupingBy(EchoWords::agent)).forEach((agent, own) -> {
			Set<String> believed = believed(tx, space.generation(), agent, own);
			own.forEach((each) -> words.keep(each, believed));
		});
		List<Heard> users = said.stream().filter((each) -> !each.isOthers()).toList();
		Map<String, List<Recalled>> recalled = recalled(tx, claim, users);
		users.forEach((each) -> words.keep(each,
				backFrom(each, recalled.getOrDefault(each.episode().toString(), List.of()))));
		return words;
	}

	private void keep(Heard heard, Set<String> known) {
		this.parts.put(heard,
				known.isEmpty() ? List.of()
						: sentences(heard).stream()
							.filter((sentence) -> known.contains(sentence.words()))
							.map(Sentence::part)
							.toList());
	}

	List<Part> of(Heard heard) {
		return this.parts.getOrDefault(heard, List.of());
	}

	/** What is given to nobody else may come back from this one. */
	private static String agent(Heard heard) {
		return Objects.requireNonNullElse(heard.agentId(), "");
	}

	private static Set<String> believed(Transaction tx, String generation, String agent, List<Heard> said) {
		List<String> queries = said.stream()
			.flatMap((each) -> sentences(each).stream().map(Sentence::words))
			.filter((words) -> !words.isEmpty())
			.distinct()
			.map((words) -> "+space:" + generation + "^0 +text:(" + start(words) + ")")
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

	private static String start(String words) {
		return GAPS.splitAsStream(words).limit(MOST_WORDS).collect(Collectors.joining(" "));
	}

	/**
	 * By the episodes that may repeat it, what was recalled before they were accepted.
	 */
	private static Map<String, List<Recalled>> recalled(Transaction tx, Claim claim, List<Heard> said) {
		List<Parameters> sentences = said.stream()
			.flatMap((each) -> sentences(each).stream()
				.filter((sentence) -> sentence.isItem() || !sentence.isInFirstPerson())
				.map(Sentence::words)
				.filter((words) -> !words.isEmpty())
				.distinct()
				.map((words) -> Parameters.with("episode", each.episode())
					.and("agent", agent(each))
					.and("words", start(words))))
			.toList();
		List<Recalled> recalled = new ArrayList<>();
		for (int from = 0; from < sentences.size(); from += AT_ONCE) {
			recalled.addAll(tx.list(RECALLED_IN_WORDS,
					claim.parameters()
						.and("sentences", sentences.subList(from, Math.min(from + AT_ONCE, sentences.size()))),
					Recalled::of));
		}
		return recalled.stream().collect(Collectors.groupingBy(Recalled::episode));
	}

	/** What nobody says so in their own words. */
	private static Set<String> backFrom(Heard heard, List<Recalled> recalled) {
		if (recalled.isEmpty()) {
			return Set.of();
		}
		Set<String> items = sentences(heard).stream()
			.filter(Sentence::isItem)
			.map(Sentence::words)
			.collect(Collectors.toSet());
		return recalled.stream()
			.filter((each) -> items.contains(each.words()) || each.isOf(heard.name()))
			.map(Recalled::words)
			.collect(Collectors.toSet());
	}

	static Part line(String content, int at) {
		int end = content.indexOf('\n', at);
		return new Part(content.lastIndexOf('\n', at) + 1, (end < 0) ? content.length() : end);
	}

	/** Those of which a part is in the passage, as they stand in the whole. */
	private static List<Sentence> sentences(Heard heard) {
		List<Sentence> sentences = new ArrayList<>();
		BreakIterator boundaries = BreakIterator.getSentenceInstance(Locale.ROOT);
		int line = Math.max(0, heard.start() - LONGEST_SENTENCE);
		int last = Math.min(heard.content().length(), heard.end() + LONGEST_SENTENCE);
		while (line < last) {
			int end = Math.min(line(heard.content(), line).to(), last);
			String text = heard.content().substring(line, end);
			Matcher bullet = BULLET.matcher(text);
			int lead = bullet.lookingAt() ? bullet.end() : 0;
			boundaries.setText(text.substring(lead));
			int from = boundaries.first();
			for (int to = boundaries.next(); to != BreakIterator.DONE; to = boundaries.next()) {
				Part part = new Part(line + ((from == 0) ? 0 : lead + from), line + lead + to);
				if (part.to() > heard.start() && part.from() < heard.end()) {
					sentences.add(new Sentence(part, words(text.substring(lead + from, lead + to)), lead > 0));
				}
				from = to;
			}
			line = end + 1;
		}
		return sentences;
	}

	/** By which two writings of a sentence are found to be the same. */
	static String words(String sentence) {
		return GAPS.matcher(Text.folded(sentence)).replaceAll(" ").strip();
	}

	/**
	 * A sentence as it stands in a message.
	 *
	 * @param part of the message, with the bullet before it
	 */
	private record Sentence(Part part, String words, boolean isItem) {

		boolean isInFirstPerson() {
			return GAPS.splitAsStream(this.words).anyMatch(FIRST_PERSON::contains);
		}

	}

	/**
	 * A fact that was given out.
	 *
	 * @param episode before which
	 * @param names of its subject
	 * @param self whether that is the one whose memory this is
	 */
	private record Recalled(String episode, String words, List<String> names, boolean self) {

		static Recalled of(Record row) {
			return new Recalled(row.get("episode").asString(), EchoWords.words(row.get("text").asString()),
					row.get("names").asList((name) -> EchoWords.words(name.asString())), row.get("self").asBoolean());
		}

		/** Whether it names the one who speaks. */
		boolean isOf(@Nullable String speaker) {
			boolean same = (speaker != null) ? this.names.contains(EchoWords.words(speaker)) : this.self;
			return same && this.names.stream().anyMatch((name) -> (" " + this.words + " ").contains(" " + name + " "));
		}

	}

}
