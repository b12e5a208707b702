package dev.loci.extract;

import java.util.List;

import dev.loci.extract.Extraction.Usage;
import dev.loci.memory.Episode;
import dev.loci.memory.Told;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import tools.jackson.databind.JsonNode;

/**
 * Reads what was said with a language model: one question for an excerpt, and everything
 * of the answer is checked before it is taken.
 */
final class ModelExtractor implements Extractor {

	private final ModelDialogue dialogue;

	private final ModelWhen when;

	private final ObservationRegistry observations;

	ModelExtractor(ModelEndpoint endpoint, ModelWhen when, ObservationRegistry observations) {
		this.dialogue = new ModelDialogue(endpoint);
		this.when = when;
		this.observations = observations;
	}

	@Override
	public String name() {
		return "model";
	}

	@Override
	public boolean reads(Episode.Kind kind) {
		return true;
	}

	@Override
	public Extraction extract(Excerpt excerpt) {
		if (excerpt.utterances().stream().noneMatch(Utterance::claims)) {
			return new Extraction(List.of(), List.of(), Usage.NONE);
		}
		return ModelOutcome.observed("loci.extract", this.observations, (observation) -> read(excerpt, observation));
	}

	private Extraction read(Excerpt excerpt, Observation observation) {
		PromptRoster roster = new PromptRoster(excerpt);
		ModelDialogue.Reply<Extraction> reply = this.dialogue.ask(new PromptExcerpt(excerpt, roster).question(),
				(answer) -> checked(answer, excerpt, roster));
		Extraction found = reply.content();
		observation.lowCardinalityKeyValue("outcome", found.told().isEmpty() ? "nothing" : "found");
		return new Extraction(found.told(), found.dropped(), reply.usage());
	}

	private Extraction checked(JsonNode answer, Excerpt excerpt, PromptRoster roster) {
		AnswerDrops drops = new AnswerDrops();
		AnswerEntities entities = new AnswerEntities(roster, AnswerJson.list(answer, "entities"), drops);
		List<Told> told = new AnswerFacts(excerpt, this.when, drops).statements(AnswerJson.list(answer, "facts"),
				entities);
		return new Extraction(told, drops.all(), Usage.NONE);
	}

}
