package dev.loci.bench;

import java.util.List;

/**
 * Sentences about people who do not exist, each of them once. The first half of the even
 * ones is about one person, whom everybody would call a hub.
 * <p>
 * There are as many different ones as {@link #DISTINCT} says. What comes after them is
 * told again: the same of somebody else, or of another thing with the same name and a
 * number.
 */
final class Sentences {

	/** How many sentences have a vector of their own. */
	static final int DISTINCT = Integer.getInteger("loci.bench.sentences", 1000);

	/** Of how many facts one person is part. */
	static final int OF_HUB = 50_000;

	static final String HUB = Crowd.COLLECTOR;

	private static final int OF_A_PERSON = 10;

	private static final List<Topic> TOPICS = List.of(
			new Topic("INTERESTED_IN", "PREFERENCE", "Topic",
					List.of("is interested in", "reads everything about", "could talk all night about"),
					List.of("maps", "comets", "glaciers", "cathedrals", "beetles", "shipwrecks", "volcanoes",
							"alphabets", "lighthouses", "coins", "operas", "fossils")),
			new Topic("PRACTISES", "PROFILE", "Activity",
					List.of("practises", "spends the weekends with", "has taken up"),
					List.of("wrestling", "pottery", "archery", "calligraphy", "juggling", "fencing", "gardening",
							"choir singing", "ice skating", "weaving", "chess", "rowing")),
			new Topic("USES", "RELATION", "Software", List.of("uses", "does the accounts with", "has switched to"),
					List.of("spreadsheets", "debuggers", "compilers", "browsers", "ledgers", "calendars", "databases",
							"mail readers", "editors", "firewalls", "simulators", "planners")),
			new Topic("OWNS", "RELATION", "Thing", List.of("owns", "keeps in the attic", "has inherited"),
					List.of("violins", "kettles", "bicycles", "carpets", "telescopes", "wardrobes", "motorbikes",
							"teapots", "accordions", "sewing machines", "lanterns", "chessboards")),
			new Topic("WORKS_ON", "RELATION", "Project",
					List.of("works on", "leads the work on", "was asked to help with"),
					List.of("bridges", "vaccines", "dictionaries", "tunnels", "satellites", "school books",
							"wind turbines", "tax forms", "railways", "museums", "water pumps", "timetables")),
			new Topic("AVOIDS", "PREFERENCE", "Food", List.of("avoids", "gets a rash from", "cannot stand"),
					List.of("walnuts", "oysters", "lentils", "cheeses", "mushrooms", "strawberries", "sausages",
							"pancakes", "pickles", "dumplings", "anchovies", "custards")),
			new Topic("WANTS", "PREFERENCE", "Thing", List.of("wants", "saves money for", "dreams of"),
					List.of("canoes", "greenhouses", "pianos", "tattoos", "houseboats", "orchards", "saunas",
							"sidecars", "beehives", "tree houses", "drum kits", "caravans")),
			new Topic("HAS_SKILL", "PROFILE", "Skill", List.of("is good at", "teaches", "has a diploma in"),
					List.of("first aid", "welding", "bookkeeping", "sign language", "carpentry", "forecasts",
							"negotiations", "translations", "tailoring", "surveying", "typesetting",
							"mountain rescue")));

	private static final List<String> SORTS = List.of("medieval", "Norwegian", "tiny", "expensive", "modern",
			"forgotten", "red", "famous", "handmade", "underwater", "winter", "wooden", "noisy", "electric",
			"imaginary");

	private static final List<String> WHEN = List.of("since the divorce", "on rainy days", "with two neighbours",
			"because of the doctor's advice", "in spite of the costs", "after the night shift", "for a charity",
			"ever since school", "only in summer", "with the grandchildren", "at the old harbour", "before breakfast",
			"together with a cousin", "on the way to work", "against everybody's advice", "since the flood",
			"in a rented barn", "by candlelight", "during the holidays", "for a bet");

	private static final int TOWNS = 50;

	private static final int OF_A_TOPIC = 12;

	private static final int THINGS = TOPICS.size() * SORTS.size() * OF_A_TOPIC * TOWNS;

	static {
		if (DISTINCT > THINGS) {
			throw new IllegalStateException("There are no more than " + THINGS + " different sentences");
		}
	}

	private Sentences() {
	}

	/** The same for the same number, in every space. */
	static Sentence of(int number) {
		int original = number % DISTINCT;
		int copy = number / DISTINCT;
		// Prime to how many there are, so that each comes once before one comes again.
		int mixed = (int) (original * 48_271L % THINGS);
		Topic topic = TOPICS.get(mixed % TOPICS.size());
		int rest = mixed / TOPICS.size();
		String sort = SORTS.get(rest % SORTS.size());
		rest /= SORTS.size();
		String noun = topic.things().get(rest % OF_A_TOPIC);
		String thing = sort + " " + noun + " of " + Crowd.place(rest / OF_A_TOPIC)
				+ ((copy > 0) ? " " + (copy + 1) : "");
		boolean ofHub = number % 2 == 0 && number < 2 * OF_HUB;
		return new Sentence(number, ofHub ? HUB : Crowd.name(number / OF_A_PERSON), topic, thing,
				topic.verbs().get(original / 7 % topic.verbs().size()), WHEN.get(original / 31 % WHEN.size()));
	}

	/**
	 * What can be claimed, and in which words.
	 *
	 * @param type of the things
	 */
	record Topic(String predicate, String kind, String type, List<String> verbs, List<String> things) {
	}

	/**
	 * One of them.
	 */
	record Sentence(int number, String person, Topic topic, String thing, String verb, String circumstance) {

		String text() {
			return this.person + " " + this.verb + " " + this.thing + " " + this.circumstance + ".";
		}

		/** Of three questions one names the person, one the thing, and one nobody. */
		String question() {
			return switch (this.number % 3) {
				case 0 -> "What is it that " + this.person + " " + this.verb + " " + this.circumstance + "?";
				case 1 -> "Who " + this.verb + " " + this.thing + "?";
				default -> "Who " + this.verb + " something " + this.circumstance + "?";
			};
		}

		boolean isOfHub() {
			return this.person.equals(HUB);
		}

	}

}
