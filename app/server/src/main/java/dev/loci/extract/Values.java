package dev.loci.extract;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import dev.loci.extract.Lexicon.Phrase;
import dev.loci.extract.NameSorts.Sort;
import dev.loci.extract.Subjects.Tie;
import dev.loci.extract.Things.Found;
import dev.loci.extract.Things.Thing;
import dev.loci.memory.Predicate.Kind;
import dev.loci.memory.Range;
import dev.loci.memory.Range.Literal;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody's boss, job or number "is". Mostly "is" tells what a thing is like
 * and not what it is: "my job is boring", "my wife is Canadian".
 */
final class Values {

	private static final Set<String> COLOURS = Set.of("black", "white", "red", "green", "blue", "yellow", "orange",
			"purple", "violet", "pink", "brown", "grey", "gray", "turquoise", "teal", "gold", "silver", "beige", "dark",
			"light", "maroon", "navy", "lilac", "magenta", "cyan");

	private static final Set<String> QUALITIES = Set.of("ADJ", "ADV", "ADP", "VERB", "AUX", "SCONJ", "PRON");

	private static final Pattern PEOPLES = Pattern.compile(".{2,}(?:ian|ean|ese|ish|ist|ite|lic|lim)|swiss|arab|hindu");

	private static final Pattern ADJECTIVES = Pattern.compile(".{3,}(?:less|ful|ous)");

	private static final Pattern NUMBER = Pattern.compile("[+(]?\\d[\\d\\s()/.-]{3,}\\d");

	private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+\\.\\S+");

	private final Sentence sentence;

	private final Things things;

	private final Kinds kinds;

	Values(Sentence sentence, Things things, Kinds kinds) {
		this.sentence = sentence;
		this.things = things;
		this.kinds = kinds;
	}

	/** What it is, if that is told from this place on. */
	@Nullable Found of(Tie tie, int index) {
		Phrase phrase = tie.phrase();
		Range range = phrase.objects();
		Token first = this.sentence.at(index);
		boolean text = range.literals().contains(Literal.TEXT);
		if (first.is("to")) {
			return (text && phrase.isTask()) ? this.things.deed(index + 1) : null;
		}
		boolean figures = text && first.time() == null && !first.text().isEmpty()
				&& !Character.isLetter(first.text().codePointAt(0));
		Found found = figures ? this.things.text(index, 1)
				: isQuality(phrase, index) ? null : this.things.at(index, range);
		return (found != null && isSound(phrase, found, figures)) ? found : null;
	}

	/** Colours are what somebody likes best, and what one does has a verb's name. */
	private boolean isQuality(Phrase phrase, int index) {
		Token first = this.sentence.at(index);
		boolean favourite = phrase.reading().predicate().kind() == Kind.PREFERENCE
				&& phrase.objects().types().isEmpty();
		if (this.kinds.isOnlyPeople(phrase.objects()) || this.kinds.isOf(phrase.objects(), "Animal")) {
			return isPeople(first) || this.sentence.at(index + 1).is("of");
		}
		if (first.isCapital() || first.time() != null || !isQuality(first)) {
			return false;
		}
		boolean doing = Verbs.isIng(first.low()) && phrase.objects().types().contains("Activity");
		boolean noun = this.sentence.at(index + 1).tag().equals("NOUN");
		return !doing && !(favourite && (noun || COLOURS.contains(first.low())));
	}

	private static boolean isQuality(Token token) {
		return QUALITIES.contains(token.tag()) || ADJECTIVES.matcher(token.low()).matches();
	}

	/** "Canadian", "Catholic": nobody is called so. */
	private static boolean isPeople(Token token) {
		boolean person = NameSorts.of(token.text()).contains(Sort.PERSON);
		return !person && (token.tag().equals("ADJ") || PEOPLES.matcher(token.low()).matches());
	}

	/** Numbers and addresses are told by how they are written, and nothing else is. */
	private static boolean isSound(Phrase phrase, Found found, boolean figures) {
		String written = found.things().stream().map(Thing::written).findFirst().orElse("");
		String predicate = phrase.reading().name().words().toLowerCase(Locale.ROOT);
		if (predicate.contains("phone")) {
			return NUMBER.matcher(written).matches();
		}
		if (predicate.contains("email")) {
			return ADDRESS.matcher(written).matches();
		}
		boolean words = figures && written.codePoints().anyMatch(Character::isLetter);
		return !words && !Idioms.isNoKind(found);
	}

}
