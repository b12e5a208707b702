package dev.loci.extract;

import dev.loci.memory.Metadata;
import dev.loci.memory.Named;
import dev.loci.memory.Told;

/**
 * What a sentence claims.
 *
 * @param certainty how sure it is that it was read as it was meant
 */
record Claim(Named subject, Lexicon.Phrase phrase, Things.Thing thing, Timing timing, double certainty) {

	Told told(Told.Source source) {
		Named object = this.thing.named();
		return new Told(this.subject.orOf(this.phrase.subjects().onlyType().orElse(null)), this.phrase.predicate(),
				(object != null) ? object.orOf(this.phrase.objects().onlyType().orElse(null)) : null,
				this.thing.value(), this.timing.polarity(), this.timing.from(), this.timing.to(), this.timing.through(),
				this.timing.holdsAt(),
				new Told.Wording(null, Math.round(this.certainty * 90) / 100.0, null, null, Metadata.NONE), source);
	}

}
