package dev.loci.ingest;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
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
import dev.loci.graph.Parameters;
import dev.loci.graph.Spaces;
import dev.loci.graph.Transaction;
import dev.loci.resolve.Advice;
import dev.loci.resolve.Counsel;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Asks the model that reads what rules have left open of what a job has found: once, and
 * all of it together, and again where it was away. What was learned is believed already,
 * so nothing of this can fail the job, and nothing is read twice for it; what is not
 * decided waits for a person.
 */
@Component
class Judging {

	private static final Cypher DOUBTS_OF_JOB = Cypher.named("ingest/doubts_of_job");

	private static final Cypher NOTE_JOB = Cypher.named("ingest/note_job");

	private final Graph graph;

	private final Spaces spaces;

	private final Extractors extractors;

	private final Counsel counsel;

	private final Leases leases;

	Judging(Graph graph, Spaces spaces, Extractors extractors, Counsel counsel, Leases leases) {
		this.graph = graph;
		this.spaces = spaces;
		this.extractors = extractors;
		this.counsel = counsel;
		this.leases = leases;
	}

	/** Returns whether it got to the end: not if it has lost its lease. */
	boolean complete(Claim claim) {
		Optional<Judge> judge = this.extractors.judge(claim.extract());
		if (judge.isEmpty()) {
			return true;
		}
		Doubts doubts = this.graph.read((tx) -> doubts(tx, claim, judge.get().atOnce()));
		return doubts.asked().isEmpty() || judged(claim, judge.get(), doubts);
	}

	private Doubts doubts(Transaction tx, Claim claim, int limit) {
		Parameters parameters = claim.parameters()
			.and("generation", this.spaces.peek(tx, claim.scope()).generation())
			.and("limit", limit);
		AtomicInteger all = new AtomicInteger();
		List<Doubtful> asked = tx.list(DOUBTS_OF_JOB, parameters, (row) -> {
			all.set(row.get("open").asInt());
			return Doubtful.of(row);
		});
		return new Doubts(asked, all.get() - asked.size());
	}

	/** What it has cost is counted at once: nothing that fails later takes it back. */
	private boolean judged(Claim claim, Judge judge, Doubts doubts) {
		Stopwatch watch = new Stopwatch();
		try {
			Judgement judgement = judge.judge(doubts.asked().stream().map(Doubtful::pair).toList());
			return count(claim, judgement.usage(), watch) && follow(claim, doubts, judgement, judge.name());
		}
		catch (ExtractionFailed ex) {
			return count(claim, ex.usage(), watch) && leaveOpen(claim, doubts, String.valueOf(ex.getMessage()));
		}
		catch (ModelUnavailable ex) {
			count(claim, ex.usage(), watch);
			throw ex;
		}
		catch (ModelMisconfigured ex) {
			count(claim, ex.usage(), watch);
			throw ex;
		}
	}

	/** Returns whether the worker still has the lease. */
	private boolean count(Claim claim, Usage usage, Stopwatch watch) {
		Cost cost = Cost.ofJudging(usage, watch.lap());
		return this.graph.write((tx) -> cost.addTo(claim, tx));
	}

	private boolean follow(Claim claim, Doubts doubts, Judgement judgement, String by) {
		List<Advice> advice = IntStream.range(0, doubts.asked().size())
			.mapToObj((i) -> advice(doubts.asked().get(i), judgement.verdicts().get(i), by))
			.toList();
		return this.spaces.writeTo(claim.scope(), claim.space(), (tx, space) -> {
			boolean leased = this.leases.isHeld(tx, claim);
			if (leased) {
				this.counsel.follow(tx, claim.scope().tenant(), space, advice);
				note(tx, claim, doubts.left(), judgement.dropped());
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

	private boolean leaveOpen(Claim claim, Doubts doubts, String trouble) {
		return this.spaces.writeTo(claim.scope(), claim.space(), (tx, space) -> {
			boolean leased = this.leases.isHeld(tx, claim);
			if (leased) {
				note(tx, claim, "The model gave no opinion on " + doubts.all()
						+ " doubtful pairs, which stay suggestions: " + trouble, List.of());
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

	/**
	 * What rules have left open.
	 *
	 * @param asked the likeliest, as many as a model can be asked at once
	 * @param notAsked how many there are besides
	 */
	private record Doubts(List<Doubtful> asked, int notAsked) {

		int all() {
			return this.asked.size() + this.notAsked;
		}

		/** What is to be said of those that nobody was asked about, if there are any. */
		@Nullable String left() {
			return (this.notAsked == 0) ? null : "Of " + all() + " doubtful pairs the model was asked about the "
					+ this.asked.size() + " likeliest; the others stay suggestions.";
		}

	}

}
