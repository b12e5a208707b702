package dev.loci.extract;

import java.util.Locale;
import java.util.Set;

import dev.loci.extract.NameSorts.Sort;
import dev.loci.memory.Named;
import dev.loci.memory.Range;
import org.jspecify.annotations.Nullable;

/**
 * Whether something is of the sort that a predicate is said of. What is of no known sort
 * may be anything, so that it is believed of it only after a verb that is said of nothing
 * else: one lives in places alone, but moves to a town, a team or a tool.
 */
final class Kinds {

	private static final String PERSON = "Person";

	private static final String PLACE = "Place";

	private static final String ORGANISATION = "Organisation";

	private static final String ANIMAL = "Animal";

	// Stems, as the lexicon finds verbs by them

	/** One works with people and with tools, and sees a friend and a film. */
	private static final Set<String> NOT_ONLY_PEOPLE = Set.of("work", "collaborat", "meet", "talk", "run", "speak",
			"lunch", "dinner", "coffe", "se", "know", "manag", "supervis", "lead");

	/** One is from a town or from a team, and goes to a country or to a party. */
	private static final Set<String> NOT_ONLY_PLACES = Set.of("mov", "relocat", "from", "com", "in", "to", "go", "driv",
			"leav", "li");

	/** One joins and leaves a firm, but also a service that one uses. */
	private static final Set<String> NOT_ONLY_EMPLOYERS = Set.of("join", "quit", "leav", "start");

	/** One joins them without working there. */
	private static final Set<String> CLUBS = Set.of("party", "club", "church", "union", "society", "association",
			"army", "navy", "choir", "band", "team", "league", "gym");

	/** Before a person, they say for whom or to whom something was done. */
	private static final Set<String> GIVING = Set.of("writ", "buy", "order", "mak", "sell", "design", "pay");

	/** Who writes Java writes in it, and has not made it. */
	private static final Set<String> CODING = Set.of("writ", "rewrit", "develop", "cod", "program");

	/** Nobody does so in Java, but where it is a joke. */
	private static final Set<String> SPEAKING = Set.of("speak", "fluent");

	private static final Set<String> LANGUAGES = Set.of("Language", "ProgrammingLanguage");

	/** Last words of what an organisation is called. */
	private static final Set<String> FIRMS = Set.of("inc", "corp", "corporation", "ltd", "limited", "llc", "gmbh", "ag",
			"plc", "kg", "se", "bv", "nv", "oy", "ab", "sa", "spa", "srl", "co", "company", "group", "holding",
			"holdings", "labs", "industries", "technologies", "systems", "solutions", "partners", "consulting", "bank",
			"insurance", "motors", "airlines", "pharma", "pharmaceuticals", "studios", "ventures", "agency");

	private final Lexicon lexicon;

	Kinds(Lexicon lexicon) {
		this.lexicon = lexicon;
	}

	/** Whether it may be of such a sort. */
	boolean fits(Named named, Range range) {
		String type = named.type();
		if (range.types().isEmpty()) {
			return true;
		}
		if (type != null) {
			return isOf(range, type);
		}
		Set<Sort> sorts = sorts(named);
		return sorts.isEmpty() || sorts.stream().anyMatch((sort) -> switch (sort) {
			case PERSON -> isOf(range, PERSON) || isOf(range, ANIMAL);
			case PLACE -> isOf(range, PLACE);
			case FIRM, SERVICE -> !isOf(range, PERSON) && !isOf(range, PLACE) && !isOf(range, ANIMAL);
			case OFFICE -> false;
		});
	}

	/** Whether this verb can mean it, for a predicate that is said of these. */
	boolean fits(Named named, Range range, String verb) {
		Set<Sort> sorts = sorts(named);
		if (!fits(named, range)) {
			return false;
		}
		if (range.types().isEmpty()) {
			return !(GIVING.contains(verb) && isPerson(named)) && !(CODING.contains(verb) && isTool(named));
		}
		if (SPEAKING.contains(verb) && sorts.contains(Sort.SERVICE)) {
			return false;
		}
		if (named.type() != null) {
			return true;
		}
		if (isOf(range, PLACE) && NOT_ONLY_PLACES.contains(verb)) {
			return sorts.contains(Sort.PLACE);
		}
		if (isOnlyPeople(range)) {
			// One adopts children, pets and methods
			return !verb.equals("adopt") && (!NOT_ONLY_PEOPLE.contains(verb) || sorts.contains(Sort.PERSON));
		}
		return !(isOf(range, ORGANISATION) && NOT_ONLY_EMPLOYERS.contains(verb)
				&& (sorts.contains(Sort.SERVICE) || isClub(named)));
	}

	/**
	 * The one who is called so, where it is known what that is: "my friend Jordan" is no
	 * country. Nothing, if nobody of that sort is.
	 */
	@Nullable Named called(Named named, Range range) {
		String only = range.onlyType().orElse(null);
		if (fits(named, range)) {
			return named.orOf(only);
		}
		String name = named.name();
		boolean alive = only != null && (isOnlyPeople(range) || this.lexicon.isSameFamily(only, ANIMAL));
		return (alive && name != null && !NameSorts.of(name).contains(Sort.OFFICE)) ? Named.of(name, only) : null;
	}

	private static boolean isClub(Named named) {
		return CLUBS.contains(last(named));
	}

	private static String last(Named named) {
		String name = String.valueOf(named.name()).toLowerCase(Locale.ROOT);
		return name.substring(name.lastIndexOf(' ') + 1).replace(".", "");
	}

	private boolean isTool(Named named) {
		return (named.type() != null) ? LANGUAGES.contains(named.type()) : sorts(named).contains(Sort.SERVICE);
	}

	/**
	 * Whether it is an organisation, as far as that is known or can be told by its name.
	 */
	boolean isFirm(Named named) {
		String type = named.type();
		return (type != null) ? this.lexicon.isSameFamily(type, ORGANISATION) : sorts(named).contains(Sort.FIRM)
				|| (FIRMS.contains(last(named)) && String.valueOf(named.name()).contains(" "));
	}

	boolean isPerson(Named named) {
		String type = named.type();
		return (type != null) ? this.lexicon.isSameFamily(type, PERSON) : sorts(named).contains(Sort.PERSON);
	}

	boolean isOnlyPeople(Range range) {
		return !range.types().isEmpty() && range.literals().isEmpty()
				&& range.types().stream().allMatch((type) -> this.lexicon.isSameFamily(type, PERSON));
	}

	boolean isOf(Range range, String type) {
		return range.types().stream().anyMatch((allowed) -> this.lexicon.isSameFamily(allowed, type));
	}

	private static Set<Sort> sorts(Named named) {
		return (named.type() != null || named.name() == null) ? Set.of() : NameSorts.of(named.name());
	}

}
