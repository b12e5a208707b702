package dev.loci.extract;

import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The times in a sentence. Which Friday is meant, the verb before it tells, or else the
 * first one after it.
 */
final class Times {

	private final List<Token> words;

	private final Map<Tense, List<ToldTime>> told = new EnumMap<>(Tense.class);

	Times(String text, List<Token> words, OffsetDateTime saidAt) {
		this.words = words;
		for (Tense tense : Tense.values()) {
			this.told.put(tense, TimeWords.in(text, saidAt, tense));
		}
	}

	/** The time to which this word belongs, if it does to one. */
	@Nullable ToldTime at(Token word) {
		ToldTime time = at(word, tense(word.begin()));
		return (time != null && time.begin() < word.begin()) ? at(word, tense(time.begin())) : time;
	}

	private @Nullable ToldTime at(Token word, Tense tense) {
		return this.told.getOrDefault(tense, List.of())
			.stream()
			.filter((time) -> time.begin() < word.end() && word.begin() < time.end())
			.findFirst()
			.orElse(null);
	}

	private Tense tense(int place) {
		Tense tense = null;
		for (int i = 0; i < this.words.size(); i++) {
			Tense verb = tenseOf(i);
			if (verb != null && (this.words.get(i).begin() < place || tense == null)) {
				tense = verb;
			}
		}
		return (tense != null) ? tense : Tense.PRESENT;
	}

	private @Nullable Tense tenseOf(int index) {
		Token word = this.words.get(index);
		boolean to = index + 1 < this.words.size() && this.words.get(index + 1).is("to");
		if (word.is("will") || (word.is("going") && to)) {
			return Tense.FUTURE;
		}
		if (!word.tag().contains("VERB") && !word.tag().contains("AUX")) {
			return null;
		}
		Token before = (index > 0) ? this.words.get(index - 1) : Token.NONE;
		if (before.is("will")) {
			return Tense.FUTURE;
		}
		if (!Verbs.isPast(word.low())) {
			return Tense.PRESENT;
		}
		boolean perfect = before.is("have") || before.is("has") || before.is("is") || before.is("are")
				|| before.is("am");
		return perfect ? Tense.PRESENT : Tense.PAST;
	}

}
