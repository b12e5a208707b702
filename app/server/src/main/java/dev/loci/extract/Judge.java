package dev.loci.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.loci.extract.Extraction.Usage;
import dev.loci.extract.JudgeVerdict.Verdict;
import dev.loci.memory.InvalidInput;
import io.micrometer.observation.ObservationRegistry;
import tools.jackson.databind.JsonNode;

/**
 * Decides on pairs that rules leave open, all of them in one question.
 * <p>
 * A pair for which no verdict can be taken stays open: nothing is joined or ended because
 * a model said nothing.
 */
public final class Judge {

	/** Beyond that, models mix up the pairs. */
	private static final int MOST = 20;

	private final String name;

	private final ModelDialogue dialogue;

	private final ObservationRegistry observations;

	Judge(ModelEndpoint endpoint, ObservationRegistry observations) {
		this.name = "model:" + endpoint.model();
		this.dialogue = new ModelDialogue(endpoint);
		this.observations = observations;
	}

	/** What it is called where its verdicts are told. */
	public String name() {
		return this.name;
	}

	/** How many pairs it judges at once, at most. */
	public int atOnce() {
		return MOST;
	}

	/**
	 * Judges pairs; those beyond the first 20 stay open.
	 * @throws ExtractionFailed if the model says nothing that can be read
	 * @throws ModelUnavailable if it cannot be asked now
	 * @throws ModelMisconfigured if it cannot be asked until a setting is changed
	 */
	public Judgement judge(List<JudgePair> pairs) {
		if (pairs.isEmpty()) {
			return new Judgement(List.of(), List.of(), Usage.NONE);
		}
		return ExtractOutcome.observed("loci.judge", "model", this.observations, (observation) -> {
			List<JudgePair> asked = pairs.subList(0, Math.min(pairs.size(), MOST));
			ModelDialogue.Reply<Judgement> reply = this.dialogue.ask(PromptPairs.question(asked),
					(answer) -> checked(answer, pairs.size(), asked.size()));
			observation.lowCardinalityKeyValue("outcome", "found");
			return new Judgement(reply.content().verdicts(), reply.content().dropped(), reply.usage());
		});
	}

	private static Judgement checked(JsonNode answer, int pairs, int asked) {
		AnswerDrops drops = new AnswerDrops();
		List<JudgeVerdict> verdicts = new ArrayList<>(
				Collections.nCopies(pairs, JudgeVerdict.unsure("the model gave no verdict")));
		boolean[] given = new boolean[asked];
		for (JsonNode node : AnswerJson.list(answer, "verdicts")) {
			AnswerItem item = new AnswerItem(node);
			try {
				int pair = item.number("pair") - 1;
				if (pair < 0 || pair >= asked) {
					throw new AnswerRefused("there is no such pair");
				}
				JudgeVerdict verdict = verdict(item);
				boolean agrees = !given[pair] || verdicts.get(pair).verdict() == verdict.verdict();
				verdicts.set(pair, agrees ? verdict : JudgeVerdict.unsure("the model contradicts itself"));
				given[pair] = true;
			}
			catch (AnswerRefused | InvalidInput ex) {
				drops.add(item.shown("reason"), String.valueOf(ex.getMessage()));
			}
		}
		return new Judgement(verdicts, drops.all(), Usage.NONE);
	}

	private static JudgeVerdict verdict(AnswerItem item) {
		String reason = item.text("reason");
		String verdict = item.text("verdict");
		return new JudgeVerdict(switch (verdict) {
			case "same" -> Verdict.SAME;
			case "different" -> Verdict.DIFFERENT;
			case "unsure" -> Verdict.UNSURE;
			default -> throw new AnswerRefused("verdict is none of same, different and unsure");
		}, reason);
	}

}
