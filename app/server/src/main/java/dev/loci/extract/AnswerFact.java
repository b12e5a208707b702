package dev.loci.extract;

import java.util.ArrayList;
import java.util.List;

import dev.loci.memory.Authority;
import dev.loci.memory.Metadata;
import dev.loci.memory.Moment;
import dev.loci.memory.Named;
import dev.loci.memory.Ontology;
import dev.loci.memory.Polarity;
import dev.loci.memory.PredicateName;
import dev.loci.memory.Reading;
import dev.loci.memory.TimeKind;
import dev.loci.memory.Told;
import dev.loci.memory.Told.Source;
import dev.loci.memory.Told.Wording;
import org.jspecify.annotations.Nullable;

/**
 * One fact of an answer, as the statements that it makes.
 */
final class AnswerFact {

	private final AnswerItem item;

	private final Utterance utterance;

	private final AnswerEntities entities;

	private final Ontology ontology;

	private final ModelWhen when;

	AnswerFact(AnswerItem item, Utterance utterance, AnswerEntities entities, Ontology ontology, ModelWhen when) {
		this.item = item;
		this.utterance = utterance;
		this.entities = entities;
		this.ontology = ontology;
		this.when = when;
	}

	/**
	 * Mostly one. An end that nobody spoke of is a statement of its own, so that the rest
	 * keeps the weight of the one who said it.
	 * @throws AnswerRefused if it cannot be taken
	 */
	List<Told> statements() {
		Named subject = this.entities.named("subject", this.item.number("subject"));
		String predicate = this.item.text("predicate");
		PredicateName name = new PredicateName(predicate);
		Polarity polarity = polarity();
		Reading reading = reading(predicate, name);
		AnswerTarget target = AnswerTarget.of(this.item, this.entities, reading, polarity);
		if (subject.equals(target.object())) {
			throw new AnswerRefused("subject and object are one");
		}
		AnswerTimes times = AnswerTimes.of(this.item, polarity, this.utterance, this.when);
		Fact fact = new Fact(subject, predicate, target, times, wording());
		Source source = source();
		return switch (polarity) {
			case ASSERT -> asserted(fact, reading, source);
			case END ->
				List.of(fact.told(Polarity.END, times.from(), times.to(), isInferred() ? inferred(source) : source));
			case RETRACT -> List.of(retracted(fact, source));
		};
	}

	private List<Told> asserted(Fact fact, Reading reading, Source source) {
		AnswerTimes times = fact.times();
		if (isInferred() && times.to() == null) {
			throw new AnswerRefused("only an end may be inferred");
		}
		boolean present = this.item.isTrue("present") && reading.predicate().time() == TimeKind.STATE
				&& times.allow(this.utterance.saidAt().toInstant());
		List<Told> statements = new ArrayList<>();
		Told told = fact.told(Polarity.ASSERT, times.from(), isInferred() ? null : times.to(), source);
		statements.add(present ? holding(told) : told);
		if (isInferred()) {
			statements.add(fact.unworded().told(Polarity.END, null, times.to(), inferred(source)));
		}
		return statements;
	}

	private Told retracted(Fact fact, Source source) {
		if (isInferred()) {
			throw new AnswerRefused("only an end may be inferred");
		}
		return fact.told(Polarity.RETRACT, fact.times().from(), fact.times().to(), source);
	}

	private Told holding(Told told) {
		return new Told(told.subject(), told.predicate(), told.object(), told.value(), told.polarity(), told.from(),
				told.to(), told.through(), this.utterance.saidAt().toInstant(), told.wording(), told.source());
	}

	/** Words for an end may end several: which one, the object tells later. */
	private Reading reading(String predicate, PredicateName name) {
		return this.ontology.endings(predicate).isEmpty() ? this.ontology.read(predicate)
				: new Reading(Ontology.RELATED_TO, name, false);
	}

	private Polarity polarity() {
		String polarity = this.item.text("polarity");
		return switch (polarity) {
			case "assert" -> Polarity.ASSERT;
			case "end" -> Polarity.END;
			case "retract" -> Polarity.RETRACT;
			default -> throw new AnswerRefused("polarity is none of assert, end and retract");
		};
	}

	private boolean isInferred() {
		return this.item.isTrue("inferred");
	}

	private Wording wording() {
		return new Wording(this.item.text("text"), this.item.share("confidence"), null, null, Metadata.NONE);
	}

	/** With the words that say it: whoever makes them up, makes up what they say. */
	private Source source() {
		String quote = this.item.textOrNull("quote");
		if (quote == null) {
			return this.utterance.source();
		}
		return AnswerQuote.in(this.utterance, quote)
			.map(this.utterance.source()::quoting)
			.orElseThrow(() -> new AnswerRefused("the message has no such words as its quote"));
	}

	private static Source inferred(Source said) {
		return new Source(Authority.INFERENCE, said.agentId(), said.sessionId(), said.visibility(), said.observedAt(),
				said.episode(), said.quote(), said.corrects());
	}

	private record Fact(Named subject, String predicate, AnswerTarget target, AnswerTimes times, Wording wording) {

		Told told(Polarity polarity, @Nullable Moment from, @Nullable Moment to, Source source) {
			return new Told(this.subject, this.predicate, this.target.object(), this.target.value(), polarity, from, to,
					this.times.through(), null, this.wording, source);
		}

		/** The model's sentence speaks of the whole, not of its end. */
		Fact unworded() {
			return new Fact(this.subject, this.predicate, this.target, this.times,
					new Wording(null, this.wording.confidence(), null, null, Metadata.NONE));
		}

	}

}
