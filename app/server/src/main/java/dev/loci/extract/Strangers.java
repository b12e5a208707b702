package dev.loci.extract;

import java.util.Set;

/**
 * Clauses that are not understood. Beside one that is, they may say that it is not so:
 * "or did until last week", "she insists", "in an ideal world". Those may stay that speak
 * of somebody, are joined by a word for it and suppose nothing.
 */
final class Strangers {

	private static final Set<String> REASONS = Set.of("because", "cause", "cuz", "so");

	private static final Set<String> JOINING = Set.of("and", "but", "so", "because", "cause", "cuz", "&", "though",
			"although", "while", "plus");

	private static final Set<String> SUBJECTS = Set.of("i", "we", "he", "she", "they", "my", "our", "his", "her",
			"their", "the", "everyone", "everybody", "people");

	/** They suppose, choose or unmask. */
	private static final Set<String> DOUBTFUL = Set.of("would", "could", "should", "must", "may", "can", "or", "true",
			"real", "really", "else", "only", "just", "did", "joke", "lie", "fake", "actually", "neither", "nor",
			"until", "than", "like", "as", "once", "when", "where", "what", "how", "who", "which", "you", "your",
			"made");

	/** Something is over: what stands beside it, perhaps. */
	private static final Set<String> ENDING = Set.of("left", "leave", "leaves", "leaving", "quit", "quits", "resigned",
			"retired", "returned", "fired", "separated", "divorced", "stopped", "ended", "moved", "broke", "back",
			"gone", "cancelled", "canceled", "lost", "sold");

	/** After what they stand beside, they may deny it. */
	private static final Set<String> DENYING = Set.of("not", "never", "no");

	/** They may point at what they stand beside. */
	private static final Set<String> POINTING = Set.of("it", "that", "this");

	private static final Set<String> WHO = Set.of("i", "we", "he", "she", "they");

	private static final Set<String> FOLLOWING = Set.of("can", "must", "should", "have", "has", "need", "needs", "do",
			"does", "avoid", "avoids", "try", "never", "always");

	private final Sentence sentence;

	private final Names names;

	Strangers(Sentence sentence, Names names) {
		this.sentence = sentence;
		this.names = names;
	}

	/** Whether what stands there can be left out. */
	boolean isHarmless(int from, int to) {
		int start = from;
		String joint = "";
		while (start < to && Clauses.OPENING.contains(this.sentence.at(start).low())) {
			joint = JOINING.contains(this.sentence.at(start).low()) ? this.sentence.at(start).low() : joint;
			start++;
		}
		if (start == to || isWhere(start, to)) {
			return true;
		}
		if (joint.equals("so") && isConsequence(start, to)) {
			return true;
		}
		if (any(start, to, DOUBTFUL) || POINTING.contains(this.sentence.at(start).low())) {
			return false;
		}
		if (REASONS.contains(joint)) {
			return !any(start, to, DENYING);
		}
		if (any(start, to, ENDING)) {
			return false;
		}
		boolean about = SUBJECTS.contains(this.sentence.at(start).low()) || this.names.at(start) != null;
		if (joint.isEmpty()) {
			return about && JOINING.contains(this.sentence.at(to).low());
		}
		return about && !any(start, to, DENYING) && !(joint.equals("but") && any(start, to, POINTING));
	}

	/** "So I can't eat satay", "so no nuts please": it follows from what was said. */
	private boolean isConsequence(int from, int to) {
		Token first = this.sentence.at(from);
		if (first.is("no")) {
			return this.sentence.at(from + 1).isOpen();
		}
		if (first.is("please")) {
			return true;
		}
		boolean must = WHO.contains(first.low()) && FOLLOWING.contains(this.sentence.at(from + 1).low());
		return must && !any(from + 2, to, DOUBTFUL) && !any(from + 2, to, ENDING) && !any(from + 2, to, POINTING);
	}

	/** "In Erlangen": a place in a place. */
	private boolean isWhere(int from, int to) {
		Names.Name name = this.sentence.at(from).is("in") ? this.names.at(from + 1) : null;
		return name != null && name.next() == to && from > 0;
	}

	private boolean any(int from, int to, Set<String> words) {
		return this.sentence.tokens().subList(from, to).stream().anyMatch((token) -> words.contains(token.low()));
	}

}
