package dev.loci.extract;

import java.util.List;
import java.util.stream.Stream;

/**
 * The question what pairs are to each other.
 */
final class PromptPairs {

	private static final String RULES = PromptFile.named("judge.txt");

	private static final String SCHEMA = PromptFile.named("judge.schema.json");

	private PromptPairs() {
	}

	static EndpointQuestion question(List<JudgePair> pairs) {
		PromptFence fence = PromptFence
			.around(pairs.stream().flatMap((pair) -> Stream.of(pair.one(), pair.other())).toList());
		StringBuilder prompt = new StringBuilder("The marker is " + fence.marker() + "\n\n");
		for (int i = 0; i < pairs.size(); i++) {
			JudgePair pair = pairs.get(i);
			prompt.append("Pair ").append(i + 1).append(": ").append(pair.kind().question()).append("?\n");
			prompt.append(fence.block("one", pair.one())).append(fence.block("other", pair.other()));
		}
		prompt.append("\nAnswer with the JSON object, one verdict a pair.");
		return new EndpointQuestion(RULES, prompt.toString(), SCHEMA);
	}

}
