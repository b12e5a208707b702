package dev.loci.extract;

import java.util.List;
import java.util.Set;

import dev.loci.extract.Lexicon.Phrase;
import dev.loci.extract.Things.Found;
import dev.loci.extract.Things.Thing;
import dev.loci.extract.VerbPhrases.VerbPhrase;
import dev.loci.memory.Named;
import dev.loci.memory.Predicate.Kind;
import dev.loci.memory.Range;
import dev.loci.memory.Range.Literal;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a verb is said of, and which of its meanings that gives it.
 */
final class Complements {

	private static final Set<String> JOBS = Set.of("job", "position", "role");

	/** What somebody is stands after them. */
	private static final Set<String> NAMING = Set.of("a", "as");

	/** Said of a party, a habit and a friend as well as of a firm. */
	private static final Set<String> LEAVING = Set.of("leav", "quit");

	private static final Named PLACE = Named.of("", "Place");

	private final Sentence sentence;

	private final Lexicon lexicon;

	private final Names names;

	private final Things things;

	private final Kinds kinds;

	/**
	 * @param phrase what the verb means with these things
	 * @param certainty how sure that is
	 */
	record Complement(Phrase phrase, List<Thing> things, int next, double certainty) {
	}

	Complements(Sentence sentence, Lexicon lexicon, Names names, Things things, Kinds kinds) {
		this.sentence = sentence;
		this.lexicon = lexicon;
		this.names = names;
		this.things = things;
		this.kinds = kinds;
	}

	/** What this verb is said of, if that can be told. */
	@Nullable Complement of(VerbPhrase verb) {
		if (verb.phrases().size() > 1) {
			return ended(verb);
		}
		Phrase phrase = verb.phrases().getFirst();
		if (phrase.ends() && job(verb.next()) > 0) {
			return ended(verb);
		}
		Range range = phrase.objects();
		boolean open = range.literals().contains(Literal.TEXT)
				|| (range.types().isEmpty() && range.literals().isEmpty());
		boolean deed = verb.last().equals("to") && this.sentence.at(verb.next()).tag().contains("VERB")
				&& phrase.reading().predicate().kind() != Kind.PROFILE;
		Found found;
		if (deed || (phrase.isTask() && range.literals().contains(Literal.TEXT))) {
			found = verb.last().equals("to") ? (open ? this.things.deed(verb.next()) : null) : task(verb.next());
		}
		else {
			found = this.things.at(verb.next(), range);
		}
		boolean the = verb.head().equals("study") && this.sentence.at(verb.next()).is("the");
		if (found == null || the || (NAMING.contains(verb.last()) && Idioms.isNoKind(found))
				|| Idioms.isVague(verb, found) || !fits(found, range, verb.head())) {
			return null;
		}
		return new Complement(phrase, found.things(), found.next(), verb.last().equals("a") ? 0.85 : 1);
	}

	private boolean fits(Found found, Range range, String verb) {
		return found.things()
			.stream()
			.map(Thing::named)
			.allMatch((named) -> named == null || this.kinds.fits(named, range, verb));
	}

	private @Nullable Found task(int index) {
		boolean article = this.sentence.at(index).is("a") || this.sentence.at(index).is("an");
		int start = article ? index + 1 : index;
		return this.sentence.at(start).isOpen() ? this.things.text(start, 2) : null;
	}

	/** "Left" ends several things: who or what is left tells which. */
	private @Nullable Complement ended(VerbPhrase verb) {
		int job = job(verb.next());
		Names.Name name = this.names.at((job > 0) ? job : verb.next());
		if (name == null) {
			return null;
		}
		List<Phrase> fitting = verb.phrases()
			.stream()
			.filter((phrase) -> this.kinds.fits(name.named(), phrase.objects(), (job > 0) ? "" : verb.head()))
			.filter((phrase) -> job > 0 || isPlace(phrase) || !LEAVING.contains(verb.head())
					|| this.kinds.isFirm(name.named()))
			.toList();
		if (job > 0) {
			List<Phrase> jobs = this.lexicon.meaning(List.of("has", "a", "job", "at"));
			fitting = fitting.stream()
				.filter((phrase) -> jobs.isEmpty() || jobs.getFirst().reading().equals(phrase.reading()))
				.toList();
		}
		return fitting.isEmpty() ? null : new Complement(fitting.getFirst(), List.of(new Thing(name.named(), null)),
				name.next(), (fitting.size() == 1) ? 1 : 0.8);
	}

	/** The place after "my job at". */
	private int job(int index) {
		boolean job = (this.sentence.at(index).is("my") || this.sentence.at(index).is("the")
				|| this.sentence.at(index).is("his") || this.sentence.at(index).is("her"))
				&& JOBS.contains(this.sentence.at(index + 1).low())
				&& (this.sentence.at(index + 2).is("at") || this.sentence.at(index + 2).is("with"));
		return job ? index + 3 : -1;
	}

	/** "As a nurse" after "work at Acme": the same verb with another preposition. */
	@Nullable Complement more(VerbPhrase verb, int index) {
		Token preposition = this.sentence.at(index);
		if (verb.head().isEmpty() || preposition.isOpen() || preposition.time() != null || preposition.isEnd()) {
			return null;
		}
		List<Phrase> phrases = this.lexicon.meaning(List.of(verb.head(), preposition.low()));
		if (phrases.size() != 1 || phrases.getFirst().isTask()) {
			return null;
		}
		Found found = this.things.at(index + 1, phrases.getFirst().objects());
		return (found != null && fits(found, phrases.getFirst().objects(), verb.head()))
				? new Complement(phrases.getFirst(), found.things(), found.next(), 1) : null;
	}

	/** Of "Paris, France", Paris is meant. */
	int after(Complement complement) {
		boolean place = complement.phrase().objects().types().contains("Place");
		Names.Name wider = (place && this.sentence.at(complement.next()).is(",")) ? this.names.at(complement.next() + 1)
				: null;
		boolean alone = wider != null && (this.sentence.at(wider.next()).isEnd()
				|| this.sentence.at(wider.next()).time() != null || this.sentence.at(wider.next()).is(","));
		return (wider != null && alone) ? wider.next() : complement.next();
	}

	/** Whether such a thing is a place. */
	boolean isPlace(Phrase phrase) {
		return !phrase.objects().types().isEmpty() && this.kinds.fits(PLACE, phrase.objects());
	}

}
