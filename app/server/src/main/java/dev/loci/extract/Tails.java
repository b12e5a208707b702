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

	private static final Set<String> HARMLESS = Set.of("lol", "haha", "tbh", "ngl", "btw", "fyi", "best", "fluently",
			"together", "well", "again", "yay", "too", "imo", "though", "full-time", "part-time", "fulltime", "ok",
			"already", "however", "daily", "professionally", "remotely", "here");

	private static final List<List<String>> HARMLESS_WORDS = List.of(List.of("at", "the", "moment"),
			List.of("these", "days"), List.of("a", "lot"), List.of("very", "much"), List.of("so", "much"),
			List.of("as", "well"), List.of("right", "now"), List.of("full", "time"), List.of("part", "time"),
			List.of("by", "the", "way"), List.of("for", "now"), List.of("at", "work"), List.of("at", "home"),
			List.of("the", "most"), List.of("any", "more"), List.of("any", "longer"), List.of("a", "bit"));

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
		return token.is("every") || token.is("each") || token.is("daily")
				|| (token.is("on") && HABITS.contains(this.sentence.at(index + 1).low()));
	}

	private int harmless(int index) {
		for (List<String> words : HARMLESS_WORDS) {
			if (this.sentence.are(index, words)) {
				return index + words.size();
			}
		}
		Token token = this.sentence.at(index);
		if (Adverbs.contain(token.low()) || HARMLESS.contains(token.low()) || token.is("anymore")
				|| token.tag().equals("INTJ")) {
			return index + 1;
		}
		if (token.is("every") || token.is("each")) {
			return index + 2;
		}
		if (token.is("on") && HABITS.contains(this.sentence.at(index + 1).low())) {
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
