package dev.loci.ingest;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.loci.extract.Extraction.Dropped;
import dev.loci.extract.Extraction.Usage;
import dev.loci.extract.ExtractionFailed;
import dev.loci.extract.Extractors;
import dev.loci.extract.Judge;
import dev.loci.extract.JudgeVerdict;
import dev.loci.extract.Judgement;
import dev.loci.extract.ModelMisconfigured;
import dev.loci.extract.ModelUnavailable;
import dev.loci.graph.Cypher;
import dev.loci.graph.Graph;
import dev.loci.graph.Spaces;
import dev.loci.graph.Transaction;
import dev.loci.memory.Job;
import dev.loci.resolve.Advice;
import dev.loci.resolve.Counsel;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Asks the model that reads what rules have left open of what a job has found: once, and
 * all of it together. What was learned is believed already, so nothing of this can fail
 * the job; what is not decided waits for a person.
 */
@Component
class Judging {

	private static final Cypher DOUBTS_OF_JOB = Cypher.named("ingest/doubts_of_job");

	private static final Cypher NOTE_JOB = Cypher.named("ingest/note_job");

	private final Graph graph;

	private final Spaces spaces;

	private final Extractors extractors;

	private final Counsel counsel;

	Judging(Graph graph, Spaces spaces, Extractors extractors, Counsel counsel) {
		this.graph = graph;
		this.spaces = spaces;
		this.extractors = extractors;
		this.counsel = counsel;
	}

	/** Returns whether it got to the end: not if it has lost its lease. */
	boolean complete(Claim claim) {
		Optional<Judge> judge = this.extractors.judge(claim.extract());
		if (judge.isEmpty()) {
			return true;
		}
		List<Doubtful> doubts = this.graph.read((tx) -> doubts(tx, claim, judge.get().atOnce()));
		return doubts.isEmpty() || judged(claim, judge.get(), doubts);
	}

	private List<Doubtful> doubts(Transaction tx, Claim claim, int limit) {
		return tx.list(DOUBTS_OF_JOB,
				claim.parameters()
					.and("generation", this.spaces.peek(tx, claim.scope()).generation())
					.and("limit", limit),
				Doubtful::of);
	}

	private boolean judged(Claim claim, Judge judge, List<Doubtful> doubts) {
		Stopwatch watch = new Stopwatch();
		Usage usage = Usage.NONE;
		String trouble;
		try {
			Judgement judgement = judge.judge(doubts.stream().map(Doubtful::pair).toList());
			return follow(claim, doubts, judgement, judge.name(), watch.lap());
		}
		catch (ExtractionFailed ex) {
			trouble = String.valueOf(ex.getMessage());
			usage = ex.usage();
		}
		catch (ModelUnavailable ex) {
			trouble = String.valueOf(ex.getMessage());
			usage = ex.usage();
		}
		catch (ModelMisconfigured ex) {
			trouble = String.valueOf(ex.getMessage());
		}
		return leaveOpen(claim, doubts.size(), trouble, new Cost(usage, new Job.Millis(0, 0, 0, watch.lap())));
	}

	private boolean follow(Claim claim, List<Doubtful> doubts, Judgement judgement, String by, long millis) {
		List<Advice> advice = IntStream.range(0, doubts.size())
			.mapToObj((i) -> advice(doubts.get(i), judgement.verdicts().get(i), by))
			.toList();
		Cost cost = new Cost(judgement.usage(), new Job.Millis(0, 0, 0, millis));
		return this.spaces.writeTo(claim.scope(), claim.space(), (tx, space) -> {
			boolean leased = cost.addTo(claim, tx);
			if (leased) {
				this.counsel.follow(tx, claim.scope().tenant(), space, advice);
				note(tx, claim, null, judgement.dropped());
			}
			return leased;
		}).orElse(false);
	}

	private static Advice advice(Doubtful doubt, JudgeVerdict verdict, String by) {
		return new Advice(doubt.suggestion(), switch (verdict.verdict()) {
			case SAME -> Advice.Verdict.SAME;
			case DIFFERENT -> Advice.Verdict.DIFFERENT;
			case UNSURE -> Advice.Verdict.UNSURE;
		}, verdict.reason(), by, doubt.drawnFrom());
	}

	private boolean leaveOpen(Claim claim, int doubts, String trouble, Cost cost) {
		return this.spaces.writeTo(claim.scope(), claim.space(), (tx, space) -> {
			boolean leased = cost.addTo(claim, tx);
			if (leased) {
				note(tx, claim, "The model gave no opinion on " + doubts + " doubtful pairs, which stay suggestions: "
						+ trouble, List.of());
			}
			return leased;
		}).orElse(false);
	}

	/**
	 * Only why something of an answer was not taken: its words may tell of anything that
	 * was said in the space, and would outlive it.
	 */
	private static void note(Transaction tx, Claim claim, @Nullable String note, List<Dropped> dropped) {
		tx.run(NOTE_JOB,
				claim.parameters()
					.and("note", note)
					.and("texts", dropped.stream().map((each) -> "a verdict of the model").toList())
					.and("reasons", dropped.stream().map(Dropped::reason).toList()));
	}

}
