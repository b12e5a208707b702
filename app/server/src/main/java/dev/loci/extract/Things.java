package dev.loci.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.loci.memory.Named;
import dev.loci.memory.Precision;
import dev.loci.memory.Range;
import dev.loci.memory.Range.Literal;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a predicate is said of: a name, a value or a thing, as its range allows.
 */
final class Things {

	private static final int MOST_WORDS = 4;

	private static final int LONGEST_TEXT = 12;

	/** They end a thing. */
	private static final Set<String> AFTER = Set.of("lot", "lots", "ton", "tons", "bunch", "anymore", "fluently",
			"best", "together", "well", "right", "full", "part", "instead", "every", "tbh", "ngl", "though");

	/** What is planned with these words is nothing to remember. */
	private static final Set<String> EMPTY = Set.of("be", "say", "admit", "think", "know", "ask", "tell", "see",
			"sleep", "die", "cry", "kill", "have", "do", "get", "make", "let", "try", "understand", "thank", "believe",
			"scream", "lose", "puke", "hear", "go", "take", "give", "love", "hate", "like", "feel", "explain",
			"mention", "apologize", "throw", "marry", "keep", "stop", "look", "come", "show", "put", "use", "need",
			"want", "share", "point", "help", "pass", "start");

	private static final Set<String> VAGUE = Set.of("it", "that", "this", "them", "these", "those", "things", "here",
			"there", "something", "you", "your");

	/**
	 * What stands behind them belongs to the thing: "a glass of wine", "hiking in the
	 * hills".
	 */
	private static final Set<String> LINKS = Set.of("of", "in", "on", "to", "for", "about", "by", "from", "at");

	private final Sentence sentence;

	private final Names names;

	private final Kinds kinds;

	/** One thing: an entity or a value. */
	record Thing(@Nullable Named named, @Nullable Object value) {

		/** As it was said. */
		String written() {
			return (this.named != null) ? Objects.requireNonNullElse(this.named.name(), "")
					: String.valueOf(this.value);
		}

	}

	/** Things and the place of the first word after them. */
	record Found(List<Thing> things, int next) {
	}

	Things(Sentence sentence, Names names, Kinds kinds) {
		this.sentence = sentence;
		this.names = names;
		this.kinds = kinds;
	}

	/** One thing or several that begin at this place, none if it cannot be told. */
	@Nullable Found at(int index, Range range) {
		int start = start(index);
		Found first = one(start, range);
		if (first == null) {
			return null;
		}
		List<Thing> things = new ArrayList<>(first.things());
		List<Thing> pending = new ArrayList<>();
		int end = first.next();
		int next = end;
		while (this.sentence.at(next).is(",") || isAnd(next)) {
			boolean last = isAnd(next) || isAnd(next + 1);
			int from = isAnd(next + 1) ? next + 2 : next + 1;
			Found another = does(from) ? null : one(from, range);
			if (another == null || isVerb(another.next()) || isSubject(another, index) || !sameKind(first, another)) {
				break;
			}
			pending.addAll(another.things());
			next = another.next();
			if (last) {
				things.addAll(pending);
				return new Found(things, next);
			}
		}
		return new Found(things, end);
	}

	private int start(int index) {
		int start = index;
		while (Adverbs.contain(this.sentence.at(start).low()) && !this.sentence.at(start).tag().equals("ADJ")) {
			start++;
		}
		boolean named = this.sentence.at(start).is("named") || this.sentence.at(start).is("called");
		return named ? start + 1 : start;
	}

	private boolean isAnd(int index) {
		return this.sentence.at(index).is("and") || this.sentence.at(index).is("&");
	}

	private boolean isVerb(int index) {
		String tag = this.sentence.at(index).tag();
		return tag.contains("VERB") || tag.contains("AUX") || tag.equals("POS");
	}

	/** "I like cats and hate dogs": not one more thing, but what else is done. */
	private boolean does(int index) {
		Token token = this.sentence.at(index);
		boolean often = EMPTY.contains(token.low()) && this.sentence.at(index + 1).isOpen();
		return (token.tag().contains("VERB") && !Verbs.isIng(token.low())) || often;
	}

	/**
	 * "I live in Berlin and Leila in Vienna": somebody else, of whom the same is said.
	 */
	private boolean isSubject(Found another, int index) {
		Token preposition = this.sentence.at(index - 1);
		return !preposition.isOpen() && this.sentence.at(another.next()).is(preposition.low());
	}

	private static boolean sameKind(Found one, Found other) {
		return (one.things().getFirst().named() == null) == (other.things().getFirst().named() == null);
	}

	private @Nullable Found one(int index, Range range) {
		Token token = this.sentence.at(index);
		if (range.literals().contains(Literal.DATE) && token.time() != null) {
			return date(token.time(), index);
		}
		if (range.literals().contains(Literal.NUMBER) && token.isNumber() && token.text().length() < 10) {
			return found(null, Long.valueOf(token.low()), index + 1);
		}
		boolean anything = range.types().isEmpty() && range.literals().isEmpty();
		boolean text = range.literals().contains(Literal.TEXT);
		Names.Name name = this.names.at((anything && isArticle(index)) ? index + 1 : index);
		if (name != null && (anything || !range.types().isEmpty())) {
			return this.kinds.fits(name.named(), range) ? found(name.named(), null, name.next())
					: (text && !this.kinds.isPerson(name.named())) ? found(null, name.named().name(), name.next())
							: null;
		}
		if (name != null && text) {
			return found(null, name.named().name(), name.next());
		}
		return (anything || text) ? common(index, anything) : null;
	}

	private @Nullable Found date(ToldTime time, int index) {
		boolean day = time.from() != null && time.from().precision() == Precision.DAY
				&& time.kind() == ToldTime.Kind.AT;
		return (day && time.from() != null) ? found(null, time.from().at().toString().substring(0, 10), index + 1)
				: null;
	}

	private static Found found(@Nullable Named named, @Nullable Object value, int next) {
		return new Found(List.of(new Thing(named, value)), next);
	}

	/** Something that has no name: "red wine", "playing chess". */
	private @Nullable Found common(int index, boolean entity) {
		boolean article = isArticle(index) || (!entity && this.sentence.at(index).is("the"));
		int start = article ? index + 1 : index;
		int next = start;
		while (next - start < MOST_WORDS && isPart(next, start)) {
			next++;
		}
		if (next == start || this.sentence.at(next - 1).low().endsWith("ly")) {
			return null;
		}
		if (!entity && isQuality(next - 1)) {
			return null;
		}
		next = linked(next);
		String words = this.sentence.written(start, next);
		return entity ? found(Named.of(words, null), null, next) : found(null, words, next);
	}

	/** What "works as intended" and "plays dumb" is nobody's job and no game. */
	private boolean isQuality(int index) {
		Token last = this.sentence.at(index);
		return last.tag().equals("ADJ") || (last.tag().equals("VERB") && Verbs.isPast(last.low()));
	}

	private int linked(int index) {
		if (!LINKS.contains(this.sentence.at(index).low()) || Tails.isOnDays(this.sentence, index)) {
			return index;
		}
		int start = (isArticle(index + 1) || this.sentence.at(index + 1).is("the")) ? index + 2 : index + 1;
		int next = start;
		while (next - start < MOST_WORDS && isPart(next, start)) {
			next++;
		}
		boolean whole = next > start && (this.sentence.at(next).isEnd() || this.sentence.at(next).time() != null
				|| this.sentence.at(next).is(",") || isAnd(next) || this.sentence.at(next).is("but"));
		return (whole && this.names.at(start) == null) ? next : index;
	}

	private boolean isArticle(int index) {
		return this.sentence.at(index).is("a") || this.sentence.at(index).is("an");
	}

	private boolean isPart(int index, int start) {
		Token token = this.sentence.at(index);
		boolean verb = index > start && token.tag().contains("VERB") && !Verbs.isIng(token.low())
				&& Verbs.isPast(token.low());
		return token.isOpen() && !AFTER.contains(token.low()) && !token.tag().contains("AUX") && !verb
				&& (!Adverbs.contain(token.low()) || token.tag().equals("ADJ"));
	}

	/** What is to be done: "run a marathon next year". */
	@Nullable Found deed(int index) {
		Token verb = this.sentence.at(index);
		boolean does = verb.tag().contains("VERB") && !EMPTY.contains(verb.low()) && !Verbs.isIng(verb.low());
		Found deed = does ? text(index, 2) : null;
		return (deed != null && !isVague(index, deed.next())) ? deed : null;
	}

	/** What "it" is stands in another sentence. */
	private boolean isVague(int from, int to) {
		return this.sentence.tokens().subList(from, to).stream().anyMatch((token) -> VAGUE.contains(token.low()));
	}

	/** All words from this place to the end of the sentence, if they are few. */
	@Nullable Found text(int index, int fewest) {
		int end = index;
		while (!this.sentence.at(end).isEnd() && !isBreak(end)) {
			end++;
		}
		boolean fits = end - index >= fewest && end - index <= LONGEST_TEXT;
		return fits ? found(null, this.sentence.written(index, end), end) : null;
	}

	private boolean isBreak(int index) {
		Token token = this.sentence.at(index);
		boolean joins = isAnd(index) || token.is("but") || token.is("so") || token.is("because");
		String after = this.sentence.at(index + 1).low();
		return token.is(",") || token.is(";")
				|| (joins && Set.of("i", "we", "he", "she", "they", "it", "my", "then", "you").contains(after))
				|| token.is("because") || token.is("but");
	}

}
