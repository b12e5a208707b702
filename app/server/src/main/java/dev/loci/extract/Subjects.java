package dev.loci.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.loci.extract.Lexicon.Phrase;
import dev.loci.memory.Named;
import dev.loci.memory.Predicate.Kind;
import dev.loci.memory.Range.Literal;
import org.jspecify.annotations.Nullable;

/**
 * Finds whom a clause speaks of: the speaker, somebody by name, or what belongs to
 * somebody.
 */
final class Subjects {

	private static final Set<String> DESCRIBING = Set.of("new", "older", "younger", "elder", "eldest", "oldest",
			"youngest", "little", "big", "dear", "lovely", "twin", "current", "good", "only", "beloved", "sweet");

	private static final Set<String> FAVOURITE = Set.of("favorite", "favourite");

	private static final int LONGEST_NOUN = 3;

	private static final int MOST_TOGETHER = 8;

	private final Sentence sentence;

	private final Lexicon lexicon;

	private final Names names;

	private final Kinds kinds;

	private final @Nullable Named speaker;

	private final People people;

	/**
	 * Whom a clause speaks of.
	 *
	 * @param ties what is said of them in passing: "my sister Ana"
	 * @param certainty how sure it is that they are meant
	 */
	record Subject(Named named, List<Tie> ties, int next, double certainty) {
	}

	/** Something that somebody has: "my sister", "Ana's dog". */
	record Tie(Named owner, Phrase phrase, @Nullable Named named, int next) {

		Tie called(Named name) {
			return new Tie(this.owner, this.phrase, name, this.next);
		}

	}

	/**
	 * @param people among whom "she" is
	 * @param speaker whom "I" means
	 */
	Subjects(Sentence sentence, Lexicon lexicon, Names names, Kinds kinds, People people, @Nullable Named speaker) {
		this.sentence = sentence;
		this.lexicon = lexicon;
		this.names = names;
		this.kinds = kinds;
		this.speaker = speaker;
		this.people = people;
	}

	/**
	 * Who begin at this place, if somebody does: "Ana", "Ana and Tom". After a comma
	 * others may begin: "Ana, Tom and I" may be told to Ana.
	 */
	List<Subject> together(int index) {
		List<Subject> all = new ArrayList<>();
		Subject next = at(index);
		while (next != null && all.size() < MOST_TOGETHER) {
			all.add(next);
			Subject more = isAnd(next.next()) ? at(next.next() + 1) : null;
			next = (more != null && more.ties().isEmpty()) ? more : null;
		}
		return (next == null) ? List.copyOf(all) : List.of();
	}

	private boolean isAnd(int index) {
		return this.sentence.at(index).is("and") || this.sentence.at(index).is("&");
	}

	/** Who begins at this place, if somebody does. */
	private @Nullable Subject at(int index) {
		Tie tie = tie(index);
		if (tie != null) {
			int start = this.sentence.at(tie.next()).is(",") ? tie.next() + 1 : tie.next();
			Names.Name name = this.names.at(start);
			if (name == null) {
				return null;
			}
			boolean apposition = start > tie.next() && this.sentence.at(name.next()).is(",");
			Named named = this.kinds.called(name.named(), tie.phrase().objects());
			if (named == null || (start > tie.next() && !apposition)) {
				return null;
			}
			return new Subject(named, List.of(tie.called(named)), apposition ? name.next() + 1 : name.next(), 1);
		}
		return switch (this.sentence.at(index).low()) {
			case "i" -> one(this.speaker, index, 1);
			case "we" -> one(this.speaker, index, 0.85);
			case "he", "she" -> one(this.people.last(), index, 0.9);
			default -> {
				Names.Name name = this.names.at(index);
				yield (name != null && !this.sentence.at(name.next()).is("'s"))
						? new Subject(name.named(), List.of(), name.next(), 1) : null;
			}
		};
	}

	private static @Nullable Subject one(@Nullable Named named, int index, double certainty) {
		return (named != null) ? new Subject(named, List.of(), index + 1, certainty) : null;
	}

	/** What somebody has that begins at this place. */
	@Nullable Tie tie(int index) {
		Token first = this.sentence.at(index);
		if (first.is("my") || first.is("our")) {
			return (this.speaker != null) ? noun(this.speaker, index + 1) : null;
		}
		if (first.is("his") || first.is("her")) {
			Named meant = this.people.last();
			return (meant != null) ? noun(meant, index + 1) : null;
		}
		Names.Name owner = this.names.at(index);
		return (owner != null && this.sentence.at(owner.next()).is("'s")) ? noun(owner.named(), owner.next() + 1)
				: null;
	}

	private @Nullable Tie noun(Named owner, int index) {
		int start = index;
		while (DESCRIBING.contains(this.sentence.at(start).low())) {
			start++;
		}
		for (int length = LONGEST_NOUN; length > 0; length--) {
			List<String> words = words(start, length);
			Phrase phrase = (words.size() == length) ? this.lexicon.noun(words) : null;
			if (phrase != null && this.kinds.fits(owner, phrase.subjects())
					&& !(isPerson(owner) && isOfThings(phrase))) {
				return new Tie(owner, phrase, null, afterNoun(start, length));
			}
		}
		return null;
	}

	/**
	 * "My type" and "my state" say nothing of what sort somebody is, "my deadline" is not
	 * that by which I am due, and nobody is owned.
	 */
	private static boolean isOfThings(Phrase phrase) {
		boolean dated = phrase.objects().literals().contains(Literal.DATE);
		boolean knowledge = phrase.reading().predicate().kind() == Kind.KNOWLEDGE;
		return phrase.subjects().types().isEmpty() && (knowledge || dated || phrase.reading().swapped());
	}

	private boolean isPerson(Named owner) {
		return owner.equals(this.speaker) || this.kinds.isPerson(owner);
	}

	private List<String> words(int start, int length) {
		List<String> words = new ArrayList<>();
		for (int i = start; i < start + length; i++) {
			if (this.sentence.at(i).isOpen() || this.sentence.at(i).is("of")) {
				words.add(this.sentence.at(i).low());
			}
		}
		return words;
	}

	/** "Favourite colour" is a favourite; "wife's name" is the wife. */
	private int afterNoun(int start, int length) {
		int next = start + length;
		if (length == 1 && FAVOURITE.contains(this.sentence.at(start).low())) {
			while (this.sentence.at(next).isOpen() && next < start + LONGEST_NOUN) {
				next++;
			}
		}
		return (this.sentence.at(next).is("'s") && this.sentence.at(next + 1).is("name")) ? next + 2 : next;
	}

}
