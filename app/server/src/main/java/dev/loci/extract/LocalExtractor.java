package dev.loci.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.loci.extract.Extraction.Dropped;
import dev.loci.extract.Extraction.Usage;
import dev.loci.memory.Episode;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Ontology;
import dev.loci.memory.Told;
import io.micrometer.observation.ObservationRegistry;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads English by parts of speech and the words of the ontology: no key, no network, and
 * silent wherever it is not sure.
 */
public final class LocalExtractor implements Extractor {

	/** Few enough that little is read again when a worker loses its lease or stops. */
	private static final int AT_ONCE = 50;

	private static final int REMEMBERED = 50;

	/** What is said to a memory before what it shall keep. */
	private static final Pattern REMEMBER = Pattern.compile(
			"(?i)^(?:please,? )?(?:remember|note|keep in mind|don['’]t forget)(?:,? that|:|,)? (?!to |when |how |what )");

	private final EnglishModels models = new EnglishModels();

	private final ObservationRegistry observations;

	private final Map<Ontology, Lexicon> lexicons = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<Ontology, Lexicon> eldest) {
			return size() > REMEMBERED;
		}
	});

	LocalExtractor(ObservationRegistry observations) {
		this.observations = observations;
	}

	@Override
	public String name() {
		return "local";
	}

	/** A record is read by machines; what looks like a sentence in it is none. */
	@Override
	public boolean reads(Episode.Kind kind) {
		return kind != Episode.Kind.JSON;
	}

	@Override
	public int atOnce() {
		return AT_ONCE;
	}

	@Override
	public boolean isDear() {
		return false;
	}

	@Override
	public Extraction extract(Excerpt excerpt) {
		return ExtractOutcome.extraction(name(), this.observations, () -> read(excerpt));
	}

	private Extraction read(Excerpt excerpt) {
		List<Told> told = new ArrayList<>();
		List<Dropped> dropped = new ArrayList<>();
		Lexicon lexicon = this.lexicons.computeIfAbsent(excerpt.ontology(), Lexicon::new);
		KnownNames known = new KnownNames(excerpt.known());
		EnglishModels.Tagger tagger = this.models.tagger();
		Voice voice = null;
		for (Utterance utterance : excerpt.utterances()) {
			if (!utterance.claims()) {
				continue;
			}
			if (voice == null || !voice.isOf(utterance)) {
				voice = new Voice(utterance.message(), utterance.role() != null);
			}
			if (voice.isRecord()) {
				dropped.add(Dropped.record(utterance.content(), utterance.source().episode()));
			}
			else if (Language.isOther(utterance.content())) {
				dropped.add(Dropped.language(utterance.content(), utterance.source().episode()));
			}
			else {
				List<String> own = voice.own(utterance.begin(), utterance.content());
				dropped.addAll(others(utterance, own));
				told.addAll(told(utterance, own, lexicon, known, tagger));
			}
		}
		return new Extraction(told, dropped, Usage.NONE);
	}

	/** Nothing is left out in silence. */
	private static List<Dropped> others(Utterance utterance, List<String> own) {
		EpisodeId episode = utterance.source().episode();
		List<String> others = Voice.others(utterance.content(), own);
		return (own.isEmpty() && !others.isEmpty()) ? List.of(Dropped.foreign(utterance.content(), episode))
				: others.stream().map((each) -> Dropped.leftOut(each, episode)).toList();
	}

	private static Set<Told> told(Utterance utterance, List<String> own, Lexicon lexicon, KnownNames known,
			EnglishModels.Tagger tagger) {
		Set<Told> told = new LinkedHashSet<>();
		People people = new People();
		for (String part : own) {
			for (Span span : tagger.sentences(part)) {
				String text = part.substring(span.getStart(), span.getEnd());
				Sentence sentence = sentence(REMEMBER.matcher(text).replaceFirst(""), utterance, tagger);
				if (sentence == null) {
					people.blur();
				}
				else {
					new Clauses(sentence, lexicon, known, people, utterance.speaker(), utterance.saidAt()).claims()
						.forEach((claim) -> told.add(claim.told(utterance.source().quoting(text))));
				}
				people.nextSentence();
			}
		}
		return told;
	}

	/** A sentence that may claim something. */
	private static @Nullable Sentence sentence(String text, Utterance utterance, EnglishModels.Tagger tagger) {
		Sentence sentence = Hedges.isMarked(text) ? null : Sentence.of(text, utterance.saidAt(), tagger);
		return (sentence == null || Hedges.isHedged(sentence)) ? null : Contrasts.resolved(sentence);
	}

}
