package dev.loci.bench;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * People who do not exist, and what may be told of them: always something new, so that
 * every statement makes a fact. Half of it is about one collector, a tenth is where one
 * nomad lived, the rest is about everybody else.
 */
final class Crowd {

	static final String COLLECTOR = "Ilse the Collector";

	private static final String NOMAD = "Juno the Nomad";

	private static final String CONSONANTS = "bdfgklmnprstvz";

	private static final String VOWELS = "aeiou";

	/** Nobody else is interested in topics from there on. */
	private static final int RARE = 1_000_000;

	private static final LocalDate FIRST_MOVE = LocalDate.parse("1900-01-01");

	/** So few that all of them are known soon. */
	private static final int TOWNS = 10;

	private int others;

	private int collected;

	private int moves;

	private int returns;

	/** Something about somebody of whom nothing is known yet. */
	Map<String, Object> other() {
		int number = ++this.others;
		return statement(name(number), "is interested in", thing("Topic", topic(number)));
	}

	/** One more interest of the collector. */
	Map<String, Object> collected() {
		return statement(COLLECTOR, "is interested in", thing("Topic", topic(RARE + ++this.collected)));
	}

	/** The nomad moves once more, two days after the last time. */
	Map<String, Object> move() {
		return move(this.moves++ * 2L, this.moves);
	}

	/** Late news: between two moves that are known the nomad was somewhere else. */
	Map<String, Object> returned() {
		int before = this.returns++;
		return move(before * 2L + 1, before + TOWNS / 2);
	}

	private static Map<String, Object> move(long day, int town) {
		Map<String, Object> statement = statement(NOMAD, "LIVES_IN", thing("Place", "Town " + town % TOWNS));
		statement.put("validFrom", FIRST_MOVE.plusDays(day).toString());
		return statement;
	}

	int all() {
		return this.others + this.collected + this.moves + this.returns;
	}

	int interests() {
		return this.collected;
	}

	int stays() {
		return this.moves + this.returns;
	}

	/** A question that something of all this answers. */
	static String question(int number) {
		return (number % 2 == 0) ? "Who is interested in " + topic(number) + "?"
				: "What does " + name(number) + " care for?";
	}

	/** Numbers tell names apart for good, so that none is taken for a misspelt other. */
	static String name(int number) {
		return capital(word(number % 500, 2)) + " " + capital(word(number % 9973, 3)) + " " + number;
	}

	/** The name of a place without a number. */
	static String place(int number) {
		return capital(word(number, 3));
	}

	private static String topic(int number) {
		return capital(word(number % 3989, 3)) + " " + number;
	}

	/** Of so many syllables, the same for the same number. */
	private static String word(int number, int syllables) {
		StringBuilder word = new StringBuilder();
		int rest = number;
		for (int i = 0; i < syllables; i++) {
			word.append(CONSONANTS.charAt(rest % CONSONANTS.length()));
			rest /= CONSONANTS.length();
			word.append(VOWELS.charAt((rest + i) % VOWELS.length()));
			rest /= VOWELS.length();
		}
		return word.toString();
	}

	private static String capital(String word) {
		return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
	}

	private static Map<String, Object> statement(String subject, String predicate, Map<String, Object> object) {
		Map<String, Object> statement = new LinkedHashMap<>();
		statement.put("subject", thing("Person", subject));
		statement.put("predicate", predicate);
		statement.put("object", object);
		return statement;
	}

	private static Map<String, Object> thing(String type, String name) {
		return Map.of("name", name, "type", type);
	}

}
