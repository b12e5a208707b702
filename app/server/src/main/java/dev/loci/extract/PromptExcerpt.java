package dev.loci.extract;

import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * The question what an excerpt claims.
 */
final class PromptExcerpt {

	private static final String RULES = PromptFile.named("read.txt");

	private static final String SCHEMA = PromptFile.named("read.schema.json");

	private final Excerpt excerpt;

	private final PromptRoster roster;

	PromptExcerpt(Excerpt excerpt, PromptRoster roster) {
		this.excerpt = excerpt;
		this.roster = roster;
	}

	EndpointQuestion question() {
		return new EndpointQuestion(RULES + PromptOntology.lines(this.excerpt.ontology()), messages(), SCHEMA);
	}

	private String messages() {
		List<Utterance> utterances = this.excerpt.utterances();
		String known = this.roster.lines();
		PromptFence fence = PromptFence
			.around(List.of(known, String.join("\n", utterances.stream().map(Utterance::content).toList())));
		StringBuilder prompt = new StringBuilder("The marker is " + fence.marker() + "\n");
		prompt.append("Known entities, new ones get numbers from ").append(this.roster.size() + 1).append(":\n");
		prompt.append(known).append('\n');
		for (int i = 0; i < utterances.size(); i++) {
			prompt.append(fence.block(head(i + 1, utterances.get(i)), utterances.get(i).content()));
		}
		return prompt.append("\nWhat do the ")
			.append(utterances.size())
			.append(" messages claim? Answer with the JSON object.")
			.toString();
	}

	private String head(int number, Utterance utterance) {
		String role = (utterance.role() != null) ? PromptWord.bare(utterance.role()) : "text";
		String speaker = this.roster.number(utterance.speaker()).map((at) -> ", speaker " + at).orElse("");
		String day = utterance.saidAt().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
		return "message " + number + ", " + role + speaker + ", said " + day + " "
				+ utterance.saidAt().truncatedTo(ChronoUnit.SECONDS) + ", claims "
				+ (utterance.claims() ? "yes" : "no");
	}

}
