package dev.loci.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reads what follows the claim of a clause. There may be times and words that change
 * nothing; anything else may change everything, and the clause is not understood.
 */
final class Tails {

	private static final Set<String> JOINING = Set.of("and", "but", "so", "because", "cause", "cuz", "&", "though",
			"although", "while", ",", ";", "plus", "(", ")");

	/** How, how much and where: they change nothing, unless it is denied. */
	private static final Set<String> MANNERS = Set.of("best", "fluently", "together", "well", "full-time", "part-time",
			"fulltime", "daily", "professionally", "remotely");

	private static final List<List<String>> MANNERS_IN_WORDS = List.of(List.of("a", "lot"), List.of("very", "much"),
			List.of("so", "much"), List.of("full", "time"), List.of("part", "time"), List.of("at", "work"),
			List.of("at", "home"), List.of("the", "most"), List.of("a", "bit"));

	private static final Set<String> REMARKS = Set.of("lol", "haha", "tbh", "ngl", "btw", "fyi", "again", "yay", "too",
			"imo", "though", "ok", "already", "however", "here", "anymore");

	private static final List<List<String>> REMARKS_IN_WORDS = List.of(List.of("at", "the", "moment"),
			List.of("these", "days"), List.of("as", "well"), List.of("right", "now"), List.of("by", "the", "way"),
			List.of("for", "now"), List.of("any", "more"), List.of("any", "longer"));

	private static final Set<String> SUBJECTS = Set.of("i", "we", "he", "she", "they", "it", "you", "my", "our", "his",
			"her", "their");

	private static final Set<String> HABITS = Set.of("mondays", "tuesdays", "wednesdays", "thursdays", "fridays",
			"saturdays", "sundays", "weekends", "weekdays");

	private final Sentence sentence;

	private final Names names;

	/**
	 * @param times that are told
	 * @param next the place where another clause may begin
	 */
	record Tail(List<ToldTime> times, int next) {
	}

	Tails(Sentence sentence, Names names) {
		this.sentence = sentence;
		this.names = names;
	}

	/** The rest of a clause from this place on, if nothing in it is unclear. */
	@Nullable Tail at(int index) {
		List<ToldTime> times = new ArrayList<>();
		int next = index;
		while (!this.sentence.at(next).isEnd() && !JOINING.contains(this.sentence.at(next).low())) {
			ToldTime time = this.sentence.at(next).time();
			int after = harmless(next);
			if (time != null) {
				times.add(time);
				next++;
			}
			else if (after > next) {
				next = after;
			}
			else {
				return null;
			}
		}
		return new Tail(times, next);
	}

	/** Whether another clause begins at this place, with a subject or without. */
	boolean isNewClause(int index) {
		if (!JOINING.contains(this.sentence.at(index).low())) {
			return false;
		}
		int start = index + 1;
		while (JOINING.contains(this.sentence.at(start).low()) || Adverbs.contain(this.sentence.at(start).low())) {
			start++;
		}
		Token first = this.sentence.at(start);
		Names.Name name = this.names.at(start);
		String tag = (name != null) ? this.sentence.at(name.next()).tag() : first.tag();
		return SUBJECTS.contains(first.low()) || tag.contains("VERB") || tag.contains("AUX");
	}

	/** Whether it goes on with where, why or with whom. */
	boolean isCircumstance(int index) {
		return Set.of("for", "at", "in", "on", "with").contains(this.sentence.at(index).low());
	}

	/** Whether it goes on with how often. */
	boolean isHabit(int index) {
		Token token = this.sentence.at(index);
		return token.is("every") || token.is("each") || token.is("daily") || isOnDays(this.sentence, index);
	}

	/** "On Mondays". */
	static boolean isOnDays(Sentence sentence, int index) {
		return sentence.at(index).is("on") && HABITS.contains(sentence.at(index + 1).low());
	}

	/**
	 * Whether the rest of the clause tells where, how much or with whom: what is denied
	 * is only that, then. Who doesn't drink coffee with sugar drinks it without.
	 */
	boolean isNarrowed(int index) {
		int next = index;
		while (!this.sentence.at(next).isEnd() && !JOINING.contains(this.sentence.at(next).low())) {
			int after = (this.sentence.at(next).time() != null) ? next + 1 : remark(next);
			if (after == next || Adverbs.limit(this.sentence.at(next).low())) {
				return true;
			}
			next = after;
		}
		return false;
	}

	private int remark(int index) {
		Token token = this.sentence.at(index);
		boolean remark = Adverbs.contain(token.low()) || REMARKS.contains(token.low()) || token.tag().equals("INTJ");
		return remark ? index + 1 : index + length(REMARKS_IN_WORDS, index);
	}

	private int length(List<List<String>> phrases, int index) {
		return phrases.stream().filter((words) -> this.sentence.are(index, words)).mapToInt(List::size).max().orElse(0);
	}

	private int harmless(int index) {
		int after = Math.max(remark(index), index + length(MANNERS_IN_WORDS, index));
		Token token = this.sentence.at(index);
		if (after > index || MANNERS.contains(token.low())) {
			return Math.max(after, index + 1);
		}
		if (token.is("every") || token.is("each")) {
			return index + 2;
		}
		if (isOnDays(this.sentence, index)) {
			return index + 2;
		}
		if (token.is("with") || (token.is("for") && !this.sentence.at(index + 2).is("while"))) {
			return company(index + 1);
		}
		if (token.is("in") || token.is("near") || token.is("at")) {
			Names.Name name = this.names.at(index + 1);
			return (name != null) ? name.next() : index;
		}
		return index;
	}

	private int company(int index) {
		int next = index;
		while (!this.sentence.at(next).isEnd() && this.sentence.at(next).time() == null
				&& !this.sentence.at(next).is(",") && !this.sentence.at(next).is("but") && next - index < 6) {
			next++;
		}
		return next;
	}

}
