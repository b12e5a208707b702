package dev.loci.extract;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.loci.extract.Lexicon.Phrase;
import dev.loci.extract.Manner.Aspect;
import dev.loci.extract.Predications.Predicated;
import dev.loci.extract.Subjects.Subject;
import dev.loci.extract.Things.Thing;
import dev.loci.memory.Named;
import dev.loci.memory.Range.Literal;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people do not eat or cannot bear where an adjective tells it: "I'm vegan",
 * "Ana has been vegetarian since May", "I'm lactose intolerant".
 */
final class Diets {

	private static final Set<String> DIETS = Set.of("vegan", "vegetarian", "pescatarian", "pescetarian", "flexitarian",
			"keto", "paleo", "gluten-free", "dairy-free", "plant-based");

	private static final Set<String> INTOLERABLE = Set.of("lactose", "gluten", "fructose", "histamine");

	/** Who is mostly vegetarian is not. */
	private static final Set<String> MOSTLY = Set.of("mostly", "mainly", "basically", "generally", "usually",
			"primarily", "kinda", "lowkey", "temporarily", "then");

	private static final Manner BEGINS = new Manner(Tense.PAST, false, false, false, Aspect.START);

	private static final Manner HAS_BEGUN = new Manner(Tense.PRESENT, false, true, false, Aspect.START);

	private static final Manner ENDS = new Manner(Tense.PRESENT, false, false, false, Aspect.END);

	private static final Map<String, Manner> MANNERS = Map.of("is",
			new Manner(Tense.PRESENT, false, false, false, Aspect.STATE), "have been",
			new Manner(Tense.PRESENT, false, true, false, Aspect.STATE), "used to be",
			new Manner(Tense.PAST, false, false, false, Aspect.PAST), "became", BEGINS, "went", BEGINS, "turned",
			BEGINS, "have become", HAS_BEGUN, "have gone", HAS_BEGUN, "is no longer", ENDS, "is not", ENDS);

	private static final Map<String, String> FORMS = Map.of("am", "is", "are", "is", "has", "have");

	private static final int LONGEST = 5;

	private final Sentence sentence;

	private final Lexicon lexicon;

	private final Kinds kinds;

	private final Tails tails;

	private final OffsetDateTime saidAt;

	Diets(Sentence sentence, Lexicon lexicon, Kinds kinds, Tails tails, OffsetDateTime saidAt) {
		this.sentence = sentence;
		this.lexicon = lexicon;
		this.kinds = kinds;
		this.tails = tails;
		this.saidAt = saidAt;
	}

	/** What is said of the subject from this place on, if it is that. */
	@Nullable Predicated of(Subject subject, int index, List<ToldTime> before) {
		int at = index;
		List<String> verb = new ArrayList<>();
		while (length(at) == 0 && at - index < LONGEST) {
			String word = this.sentence.at(at).low();
			if (MOSTLY.contains(word) || !Adverbs.contain(word)) {
				verb.add(FORMS.getOrDefault(word, word));
			}
			at++;
		}
		Manner manner = MANNERS.get(String.join(" ", verb));
		int next = at + length(at);
		boolean over = !verb.contains("not") || this.sentence.at(next).is("anymore")
				|| this.sentence.at(next).is("any");
		return (next > at && manner != null && over && this.kinds.isPerson(subject.named()))
				? said(subject, manner, at, next, before) : null;
	}

	/** How many words tell it that begin there. */
	private int length(int index) {
		boolean intolerant = INTOLERABLE.contains(this.sentence.at(index).low())
				&& this.sentence.at(index + 1).is("intolerant");
		return intolerant ? 2 : DIETS.contains(this.sentence.at(index).low()) ? 1 : 0;
	}

	private @Nullable Predicated said(Subject subject, Manner manner, int at, int next, List<ToldTime> before) {
		Phrase phrase = this.lexicon.noun(List.of((next - at == 1) ? "diet" : "allergy"));
		// Who is vegan at home or on Mondays is not.
		Tails.Tail tail = this.tails.isCircumstance(next) ? null : this.tails.at(next);
		if (phrase == null || tail == null) {
			return null;
		}
		List<ToldTime> times = new ArrayList<>(before);
		times.addAll(tail.times());
		Timing timing = Timing.of(phrase.time(), false, manner, times, this.saidAt);
		String what = this.sentence.at(at).low();
		Thing thing = phrase.objects().literals().contains(Literal.TEXT) ? new Thing(null, what)
				: new Thing(Named.of(what, null), null);
		return (timing != null) ? new Predicated(
				List.of(new Claim(subject.named(), phrase, thing, timing, subject.certainty())), tail.next()) : null;
	}

}
