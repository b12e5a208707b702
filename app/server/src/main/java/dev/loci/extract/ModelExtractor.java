package dev.loci.extract;

import java.util.List;

import dev.loci.extract.Extraction.Usage;
import dev.loci.memory.Episode;
import dev.loci.memory.Told;
import io.micrometer.observation.ObservationRegistry;
import tools.jackson.databind.JsonNode;

/**
 * Reads what was said with a language model: one question for an excerpt, unless it is
 * too long for that, and everything of the answer is checked before it is taken.
 */
final class ModelExtractor implements Extractor {

	private final ModelDialogue dialogue;

	private final ModelSettings settings;

	private final ModelWhen when;

	private final ObservationRegistry observations;

	ModelExtractor(ModelEndpoint endpoint, ModelSettings settings, ModelWhen when, ObservationRegistry observations) {
		this.dialogue = new ModelDialogue(endpoint);
		this.settings = settings;
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
	public int atOnce() {
		return this.settings.batchMessages();
	}

	@Override
	public boolean isDear() {
		return true;
	}

	@Override
	public Extraction extract(Excerpt excerpt) {
		return ExtractOutcome.extraction("model", this.observations, () -> {
			Extraction found = Extraction.NOTHING;
			for (Excerpt page : ModelPages.of(excerpt, this.settings.batchCharacters())) {
				found = found.and(read(page, found.usage()));
			}
			return found;
		});
	}

	/** Where nobody may claim anything, nobody need be asked what is claimed. */
	private Extraction read(Excerpt page, Usage before) {
		if (page.utterances().stream().noneMatch(Utterance::claims)) {
			return Extraction.NOTHING;
		}
		PromptRoster roster = new PromptRoster(page);
		try {
			ModelDialogue.Reply<Extraction> reply = this.dialogue.ask(new PromptExcerpt(page, roster).question(),
					(answer) -> checked(answer, page, roster));
			return new Extraction(reply.content().told(), reply.content().dropped(), reply.usage());
		}
		catch (ExtractionFailed ex) {
			throw ex.after(before);
		}
		catch (ModelUnavailable ex) {
			throw ex.after(before);
		}
		catch (ModelMisconfigured ex) {
			throw ex.after(before);
		}
	}

	private Extraction checked(JsonNode answer, Excerpt excerpt, PromptRoster roster) {
		AnswerDrops drops = new AnswerDrops();
		AnswerEntities entities = new AnswerEntities(roster, AnswerJson.list(answer, "entities"), drops);
		List<Told> told = new AnswerFacts(excerpt, this.when, drops).statements(AnswerJson.list(answer, "facts"),
				entities);
		return new Extraction(told, drops.all(), Usage.NONE);
	}

}
