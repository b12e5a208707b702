package dev.loci.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

import dev.loci.embed.Embedder;
import dev.loci.embed.Vectors;
import dev.loci.graph.Graph;
import dev.loci.graph.OpenSpace;
import dev.loci.graph.Spaces;
import dev.loci.graph.Transaction;
import dev.loci.memory.Authority;
import dev.loci.memory.Basis;
import dev.loci.memory.Fact;
import dev.loci.memory.FactId;
import dev.loci.memory.FactNotFound;
import dev.loci.memory.Metadata;
import dev.loci.memory.Moment;
import dev.loci.memory.Outcome;
import dev.loci.memory.Polarity;
import dev.loci.memory.Precision;
import dev.loci.memory.Scope;
import dev.loci.memory.StatementRefused;
import dev.loci.memory.TimeKind;
import dev.loci.memory.VersionPassed;
import dev.loci.memory.Named;
import dev.loci.resolve.AsMeant;
import dev.loci.resolve.Resolved;
import dev.loci.resolve.Resolver;
import dev.loci.memory.Told;
import dev.loci.memory.Told.Source;
import dev.loci.memory.Told.Wording;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts facts right. A correction is a statement like others, of the highest authority: so
 * it is kept, and whatever is learned later is weighed against it.
 */
@Component
public class Corrections {

	private final Graph graph;

	private final Spaces spaces;

	private final Resolver resolver;

	private final Embedder embedder;

	Corrections(Graph graph, Spaces spaces, Resolver resolver, Embedder embedder) {
		this.graph = graph;
		this.spaces = spaces;
		this.resolver = resolver;
		this.embedder = embedder;
	}

	/**
	 * Changes what is believed of a fact.
	 * @param version the one that the caller has seen; whatever there is, if absent
	 */
	public Outcomes.Result correct(String tenant, FactId id, Patch patch, @Nullable Integer version) {
		return state(tenant, id, version, (space, meant) -> {
			Fact fact = meant.fact();
			TimeKind time = this.resolver.time(space, fact);
			checkTimes(fact, time, patch);
			return statements(meant, begins(meant), over(meant, time), patch);
		});
	}

	private static void checkTimes(Fact fact, TimeKind time, Patch patch) {
		if (time == TimeKind.CONSTANT && (patch.validFrom() != null || patch.validTo() != null)) {
			throw new StatementRefused(fact.predicate() + " holds always: it has no beginning and no end to correct");
		}
		if (time == TimeKind.OCCURRENCE && patch.validTo() != null && patch.validTo().to() != null) {
			throw new StatementRefused(
					fact.predicate() + " happened, and stays true: it has no end to correct, only a validFrom");
		}
	}

	/** Takes back this run of a fact, not others of the same state. */
	public Outcomes.Result retract(String tenant, FactId id, @Nullable String reason, @Nullable Integer version) {
		return state(tenant, id, version, (space, meant) -> {
			TimeKind time = this.resolver.time(space, meant.fact());
			Told retract = told(meant, Polarity.RETRACT, begins(meant), over(meant, time),
					new Wording(reason, null, null, null, Metadata.NONE));
			// What was heard last would come back where it is taken back no longer.
			return (time == TimeKind.STATE && isFoundToEnd(meant.fact()))
					? List.of(told(meant, Polarity.END, null, to(meant.fact()), Wording.PLAIN), retract)
					: List.of(retract);
		});
	}

	/**
	 * Whether its end was told coarsely, and found to be after what was heard in that
	 * period: without what was heard it is found there no more.
	 */
	private static boolean isFoundToEnd(Fact fact) {
		return fact.validTo() != null && fact.validToPrecision() != null
				&& !fact.validToPrecision().first(fact.validTo()).equals(fact.validTo());
	}

	private Outcomes.Result state(String tenant, FactId id, @Nullable Integer version,
			BiFunction<OpenSpace, AsMeant, List<Told>> correction) {
		Scope scope = this.spaces.ofFact(tenant, id).orElseThrow(() -> new FactNotFound(id));
		Vectors vectors = new Vectors(this.embedder, sentences(scope, id, correction));
		return this.spaces.write(scope, (tx, space) -> {
			Fact fact = this.resolver.believed(tx, space, id).orElseThrow(() -> new FactNotFound(id));
			if (version != null && version != fact.version()) {
				throw VersionPassed.of(id, fact.version());
			}
			List<Resolved> resolved = this.resolver.resolve(tx, tenant, space, told(tx, space, fact, correction),
					List.of(), vectors::of);
			for (Resolved each : resolved) {
				if (each.outcome() instanceof Outcome.Rejected rejected) {
					throw new StatementRefused(rejected.reason());
				}
			}
			return Outcomes.Result.of(resolved);
		});
	}

	private Set<String> sentences(Scope scope, FactId id, BiFunction<OpenSpace, AsMeant, List<Told>> correction) {
		return this.graph.read((tx) -> {
			OpenSpace space = this.spaces.peek(tx, scope);
			return this.resolver.believed(tx, space, id)
				.map((fact) -> this.resolver.sentences(tx, scope.tenant(), space, told(tx, space, fact, correction)))
				.orElse(Set.of());
		});
	}

	/**
	 * It is told of all whom the statements behind the fact meant, after all of them,
	 * whatever their clocks said. What is taken back of one comes first: it must not take
	 * back what is told of another. Of whom nothing is left of it, nothing is told.
	 */
	private List<Told> told(Transaction tx, OpenSpace space, Fact fact,
			BiFunction<OpenSpace, AsMeant, List<Told>> correction) {
		List<Told> all = this.resolver.asMeant(tx, space, fact)
			.stream()
			.flatMap((meant) -> correction.apply(space, meant)
				.stream()
				.map((told) -> meant.saidLast().isBefore(space.now()) ? told
						: told.observed(meant.saidLast().plus(Precision.TICK))))
			.sorted(Comparator.comparing((told) -> told.polarity() == Polarity.ASSERT))
			.toList();
		boolean possible = all.stream()
			.anyMatch((told) -> told.polarity() == Polarity.ASSERT && !endsBeforeItStarts(told));
		return possible ? all.stream().filter((told) -> !endsBeforeItStarts(told)).toList() : all;
	}

	private static boolean endsBeforeItStarts(Told told) {
		return told.polarity() == Polarity.ASSERT && told.from() != null && told.to() != null
				&& !told.to().at().isAfter(told.from().at());
	}

	/**
	 * What a stretch loses at either side is taken back, since a correction alone would
	 * let the former go on there.
	 */
	private static List<Told> statements(AsMeant meant, @Nullable Moment begins, @Nullable Moment over, Patch patch) {
		Fact fact = meant.fact();
		Moment from = (patch.validFrom() != null) ? patch.validFrom() : from(fact);
		Moment to = (patch.validTo() != null) ? patch.validTo().to() : to(fact);
		List<Told> told = new ArrayList<>();
		Wording plain = Wording.PLAIN;
		boolean elsewhen = patch.validFrom() != null && !Objects.equals(over, to(fact));
		if (patch.value() != null || elsewhen) {
			told.add(told(meant, Polarity.RETRACT, begins, over, plain));
		}
		else {
			if (from != null && (fact.validFrom() == null || from.at().isAfter(fact.validFrom()))) {
				told.add(told(meant, Polarity.RETRACT, begins, from, plain));
			}
			if (to != null && (fact.validTo() == null || to.at().isBefore(fact.validTo()))) {
				told.add(told(meant, Polarity.RETRACT, to, to(fact), plain));
			}
		}
		Wording wording = new Wording(
				(patch.text() != null) ? patch.text() : (patch.value() != null) ? null : fact.text(),
				(patch.confidence() != null) ? patch.confidence() : Double.valueOf(fact.confidence()),
				(patch.kind() != null) ? patch.kind() : fact.kind(),
				(patch.expiresAt() != null) ? patch.expiresAt().to() : fact.expiresAt(),
				(patch.metadata() != null) ? patch.metadata() : fact.metadata());
		// What goes on from an unknown start would be told of today.
		boolean later = fact.validTo() != null && (to == null || to.at().isAfter(fact.validTo()));
		Moment start = (from == null && later) ? to(fact) : from;
		Told assertion = told(meant, Polarity.ASSERT, start, to, wording);
		if (fact.validFromBasis() == Basis.OBSERVED && patch.validFrom() == null
				&& (to == null || patch.validTo() == null)) {
			// Nobody has said since when: that it was seen then stays true, and no more.
			assertion = assertion.holding(fact.validFrom());
		}
		told.add((patch.value() == null) ? assertion : assertion.of(patch.value()));
		return told;
	}

	private static Told told(AsMeant meant, Polarity polarity, @Nullable Moment from, @Nullable Moment to,
			Wording wording) {
		Fact fact = meant.fact();
		return new Told(Named.of(fact.subject().id()), fact.predicate(),
				(fact.object() != null) ? Named.of(fact.object().id()) : null, fact.value(), polarity, from, to, false,
				null, wording, new Source(Authority.CORRECTION, fact.agentId(), meant.sessionId(), fact.visibility(),
						null, null, null, fact.id()));
	}

	/**
	 * From where it is this one: from the first moment of the period in which somebody
	 * told that it began, as far as it was not another one then.
	 */
	private static @Nullable Moment begins(AsMeant meant) {
		Moment from = from(meant.fact());
		return (from == null) ? null
				: meant.starts()
					.stream()
					.filter((start) -> start.isBefore(from) && start.precision().next(start.at()).isAfter(from.at()))
					.min(Comparator.comparing(Moment::at))
					.map((start) -> (meant.before() != null && start.at().isBefore(meant.before()))
							? Moment.of(meant.before()) : start)
					.orElse(from);
	}

	/**
	 * Up to where it is this one. What happened once is over at once, though it stays
	 * true; and whoever speaks of it later without saying when means this one.
	 */
	private static @Nullable Moment over(AsMeant meant, TimeKind time) {
		Fact fact = meant.fact();
		Moment from = from(fact);
		if (from == null || time != TimeKind.OCCURRENCE) {
			return to(fact);
		}
		Instant over = from.precision().next(from.at());
		return Moment.of(meant.startsLast().isBefore(over) ? over : meant.startsLast().plus(Precision.TICK));
	}

	private static @Nullable Moment from(Fact fact) {
		return (fact.validFrom() != null) ? moment(fact.validFrom(), fact.validFromPrecision()) : null;
	}

	private static @Nullable Moment to(Fact fact) {
		return (fact.validTo() != null) ? moment(fact.validTo(), fact.validToPrecision()) : null;
	}

	/**
	 * What lies within its period was not told so, but found to be there: it is that
	 * moment.
	 */
	private static Moment moment(Instant at, @Nullable Precision told) {
		boolean isFirst = told != null && told.first(at).equals(at);
		return new Moment(at, (told != null && isFirst) ? told : Precision.INSTANT);
	}

}
