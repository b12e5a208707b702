package dev.loci.resolve;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.loci.memory.Authority;
import dev.loci.memory.Basis;
import dev.loci.memory.FactId;
import dev.loci.memory.Moment;
import dev.loci.memory.Moments;
import dev.loci.memory.Polarity;
import dev.loci.memory.Precision;
import dev.loci.memory.Rank;
import dev.loci.memory.Statement;
import dev.loci.memory.StatementId;
import dev.loci.memory.TimeKind;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class ResolutionProperties {

	private static final int BELIEVED = Integer.MAX_VALUE;

	private static final int LATER = 1_000;

	@Property(tries = 10_000, seed = "2026")
	void doesNotDependOnTheCuttingIntoRequests(@ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int size,
			@ForAll @IntRange(min = 1, max = 5) int length) {
		assertSameHoweverCut(Histories.random(seed, size), length);
	}

	@Property(tries = 10_000, seed = "2026")
	void doesNotDependOnTheCuttingOfWhatIsToldCoarsely(@ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int size,
			@ForAll @IntRange(min = 1, max = 5) int length) {
		assertSameHoweverCut(Histories.coarse(seed, size), length);
	}

	private static void assertSameHoweverCut(List<Statement> history, int length) {
		int size = history.size();
		Resolution whole = Resolution.of(List.of(), Beliefs.none(), history, Script.ids());
		var ids = Script.ids();
		Beliefs beliefs = Beliefs.none();
		List<Result> results = new ArrayList<>();
		for (int from = 0; from < size; from += length) {
			List<Statement> request = history.subList(from, Math.min(size, from + length));
			Resolution part = Resolution.of(history.subList(0, from), beliefs, request, ids);
			beliefs = part.beliefs();
			results.addAll(part.results());
		}
		assertThat(beliefs).isEqualTo(whole.beliefs());
		assertThat(results).isEqualTo(whole.results());
	}

	@Property(tries = 10_000, seed = "2026")
	void believesTheSameWhateverTheOrderOfArrival(@ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int size) {
		assertSameInAnyOrder(Histories.random(seed, size), seed);
	}

	@Property(tries = 10_000, seed = "2026")
	void believesTheSameOfWhatIsToldCoarselyWhateverTheOrder(@ForAll long seed,
			@ForAll @IntRange(min = 1, max = 10) int size) {
		assertSameInAnyOrder(Histories.coarse(seed, size), seed);
	}

	private static void assertSameInAnyOrder(List<Statement> history, long seed) {
		List<Run> rebuilt = runs(Resolution.of(history, Beliefs.none(), List.of(), Script.ids()));
		assertThat(runs(Resolution.of(List.of(), Beliefs.none(), history, Script.ids()))).isEqualTo(rebuilt);
		Collections.shuffle(history, new Random(seed));
		assertThat(runs(Resolution.of(List.of(), Beliefs.none(), history, Script.ids()))).isEqualTo(rebuilt);
	}

	@Property(tries = 10_000, seed = "2026")
	void changesNothingWhenACommitIsRepeated(@ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int size) {
		List<Statement> history = Histories.random(seed, size);
		Resolution first = Resolution.of(List.of(), Beliefs.none(), history, Script.ids());
		Resolution again = Resolution.of(history, first.beliefs(), history, Script.ids());
		assertThat(again.revisions()).isEmpty();
		assertThat(again.beliefs()).isEqualTo(first.beliefs());
		assertThat(again.results()).allSatisfy((result) -> assertThat(result.changed()).isEmpty());
	}

	@Property(tries = 10_000, seed = "2026")
	void keepsTheAnswersOfEarlierTimes(@ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int size) {
		List<Statement> history = Histories.random(seed, size);
		var ids = Script.ids();
		List<Version> versions = new ArrayList<>();
		List<Set<Believed>> answers = new ArrayList<>();
		Beliefs beliefs = Beliefs.none();
		for (int now = 0; now < size; now++) {
			Resolution step = Resolution.of(history.subList(0, now), beliefs, history.subList(now, now + 1), ids);
			for (Revision revision : step.revisions()) {
				write(revision, now, versions);
			}
			beliefs = step.beliefs();
			answers.add(Set.copyOf(beliefs.facts()));
		}
		for (int then = 0; then < size; then++) {
			assertThat(asOf(then, versions)).isEqualTo(answers.get(then));
		}
	}

	@Property(tries = 10_000, seed = "2026")
	void givesNoTwoRunsOneName(@ForAll long seed, @ForAll @IntRange(min = 1, max = 16) int size) {
		Resolution whole = Resolution.of(List.of(), Beliefs.none(), Histories.random(seed, size), Script.ids());
		Set<FactId> names = new HashSet<>();
		assertThat(whole.beliefs().facts()).allSatisfy((fact) -> assertThat(names.add(fact.id())).isTrue());
		assertThat(whole.beliefs().former()).allSatisfy((fact) -> assertThat(names.add(fact.id())).isTrue());
	}

	@Property(tries = 10_000, seed = "2026")
	void takesNoShorterWayToAnythingElse(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int size,
			@ForAll @IntRange(min = 1, max = 8) int more) {
		List<Statement> history = Histories.random(seed, size);
		Random random = new Random(seed);
		for (int i = 0; i < more; i++) {
			history.add(later(random, i, more));
		}
		Resolution plain = Resolution.of(List.of(), Beliefs.none(), history, Script.ids(), Timeline::of,
				(one, other) -> true);
		assertThat(Resolution.of(List.of(), Beliefs.none(), history, Script.ids())).as(Histories.show(history))
			.isEqualTo(plain);
	}

	@Property(tries = 10_000, seed = "2026")
	void needsOnlyWhatHoldsLastForWhatComesAfterAll(@ForAll long seed, @ForAll @IntRange(min = 0, max = 10) int size,
			@ForAll @IntRange(min = 1, max = 4) int more) {
		List<Statement> known = Histories.random(seed, size);
		Random random = new Random(seed);
		List<Statement> news = new ArrayList<>();
		for (int i = 0; i < more; i++) {
			news.add(later(random, i, more));
		}
		if (random.nextBoolean()) {
			news.set(0, beginning(news.getFirst(), known));
		}
		Assume.that(LastWord.isWithEachOf(news) && known.stream().allMatch((each) -> isBefore(each, news.getFirst())));
		Beliefs before = Resolution.of(List.of(), Beliefs.none(), known, Script.ids()).beliefs();
		List<Believed> over = before.facts().stream().filter((fact) -> fact.run().to() != null).toList();
		List<Believed> last = before.facts().stream().filter((fact) -> fact.run().to() == null).toList();

		Resolution following = Resolution.following(new Beliefs(last, List.of()), news, freshIds());

		Resolution whole = Resolution.of(known, before, news, freshIds());
		assertThat(following.results()).as(Histories.show(known)).isEqualTo(whole.results());
		assertThat(following.revisions()).isEqualTo(whole.revisions());
		assertThat(Stream.concat(over.stream(), following.beliefs().facts().stream()))
			.isEqualTo(whole.beliefs().facts());
	}

	/** At the first moment at which nothing is left that the others speak of. */
	private static Statement beginning(Statement statement, List<Statement> known) {
		Instant from = known.stream()
			.map(LastWord::concernedUntil)
			.max(Comparator.naturalOrder())
			.filter((until) -> until.isAfter(Moments.FIRST))
			.orElse(Histories.day(Histories.DAYS));
		return new Statement(statement.id(), statement.slot(), statement.time(), statement.polarity(),
				statement.state(), Moment.of(from), null, statement.basis(), null, statement.rank(), false);
	}

	private static boolean isBefore(Statement known, Statement first) {
		return !LastWord.concernedUntil(known).isAfter(Objects.requireNonNull(first.from()).at())
				&& known.rank().observedAt().isBefore(first.rank().observedAt());
	}

	private static Supplier<FactId> freshIds() {
		AtomicInteger count = new AtomicInteger();
		return () -> new FactId(new UUID(1, count.incrementAndGet()));
	}

	/** One that mostly comes after all others, and is told so. */
	private static Statement later(Random random, int position, int size) {
		int day = Histories.DAYS + 3 + ((random.nextInt(4) > 0) ? position : random.nextInt(size) - 3);
		Precision precision = List.of(Precision.INSTANT, Precision.DAY, Precision.MONTH).get(random.nextInt(3));
		Instant holdsAt = random.nextBoolean() ? Histories.day(day + random.nextInt(3)) : null;
		Rank rank = new Rank(List.of(Authority.values()).get(random.nextInt(4)),
				Histories.day(Histories.DAYS + random.nextInt(5)), LATER + position, "");
		return new Statement(new StatementId(new UUID(0, LATER + position)), "slot", TimeKind.STATE, Polarity.ASSERT,
				String.valueOf((char) ('A' + random.nextInt(3))), new Moment(Histories.day(day), precision), null,
				random.nextBoolean() ? Basis.STATED : Basis.OBSERVED, holdsAt, rank, false);
	}

	private static List<Run> runs(Resolution resolution) {
		return resolution.beliefs().facts().stream().map(Believed::run).toList();
	}

	private static void write(Revision revision, int now, List<Version> versions) {
		versions.replaceAll((version) -> version.to() == BELIEVED && version.fact().id().equals(revision.fact())
				? new Version(version.fact(), version.from(), now) : version);
		switch (revision) {
			case Revision.Begin begin -> versions.add(new Version(begin.now(), now, BELIEVED));
			case Revision.Revise revise -> versions.add(new Version(revise.now(), now, BELIEVED));
			case Revision.Merge merge -> assertThat(merge.into()).isNotEqualTo(merge.fact());
			case Revision.Drop drop -> assertThat(drop.before().id()).isEqualTo(revision.fact());
		}
	}

	private static Set<Believed> asOf(int then, List<Version> versions) {
		Set<Believed> facts = new HashSet<>();
		versions.stream()
			.filter((version) -> version.from() <= then && then < version.to())
			.forEach((version) -> facts.add(version.fact()));
		return facts;
	}

	private record Version(Believed fact, int from, int to) {
	}

}
