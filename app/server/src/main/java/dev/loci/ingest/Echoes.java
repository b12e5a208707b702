package dev.loci.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.loci.graph.OpenSpace;
import dev.loci.graph.Transaction;
import dev.loci.memory.Citation;
import dev.loci.memory.Fence;
import dev.loci.memory.Fence.Part;

/**
 * What Loci itself has given out, where it comes back inside messages: what stands in its
 * fence, what cites the space ({@link EchoCitations}), and what is said in just its words
 * ({@link EchoWords}). It is no new evidence, or what was recalled often would be
 * believed the more for it. A user who says again what is known does say it.
 */
final class Echoes {

	private final Map<String, List<Part>> parts = new HashMap<>();

	private final Map<String, String> blanked = new HashMap<>();

	private Echoes() {
	}

	/**
	 * Looks for them.
	 * @param said whole episodes or passages of them
	 */
	static Echoes in(Transaction tx, Claim claim, OpenSpace space, List<Heard> said) {
		Map<String, Heard> wholes = new HashMap<>();
		said.forEach((each) -> wholes.put(each.whole(), each));
		EchoCitations citations = EchoCitations.in(tx, claim, wholes.values());
		EchoWords words = EchoWords.in(tx, claim, space, said);
		Echoes echoes = new Echoes();
		wholes.forEach((whole, each) -> {
			List<Part> found = echoes.of(whole);
			found.addAll(Fence.in(each.content()));
			found.addAll(citations.of(each));
		});
		said.forEach((each) -> echoes.of(each.whole()).addAll(words.of(each)));
		echoes.parts.values().forEach((found) -> found.sort(Comparator.comparingInt(Part::from)));
		return echoes;
	}

	private List<Part> of(String whole) {
		return this.parts.computeIfAbsent(whole, (any) -> new ArrayList<>());
	}

	/** What comes back in a passage. A mark that somebody left behind is not a word. */
	List<String> of(Heard heard) {
		List<String> pieces = cut(heard, true);
		pieces.removeIf(Citation::isMere);
		return pieces;
	}

	/** The passage without it. */
	String without(Heard heard) {
		return String.join("\n", cut(heard, false));
	}

	/**
	 * All of which the passage is a part, with blanks in the place of what comes back.
	 * They are no indentation of what stands behind them in the line: that begins one of
	 * its own.
	 */
	String blanked(Heard heard) {
		return this.blanked.computeIfAbsent(heard.whole(), (whole) -> {
			StringBuilder blanked = new StringBuilder(heard.content());
			for (Part part : of(whole)) {
				for (int i = part.from(); i < part.to(); i++) {
					blanked.setCharAt(i, (blanked.charAt(i) == '\n') ? '\n' : ' ');
				}
				int line = blanked.lastIndexOf("\n", part.to() - 1) + 1;
				if (blanked.substring(line, part.to()).isBlank()) {
					blanked.setCharAt(part.to() - 1, '\n');
				}
			}
			return blanked.toString();
		});
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
