package dev.loci.resolve;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

import dev.loci.memory.Authority;
import dev.loci.memory.Basis;
import dev.loci.memory.Moment;
import dev.loci.memory.Polarity;
import dev.loci.memory.Rank;
import dev.loci.memory.Statement;
import dev.loci.memory.StatementId;
import dev.loci.memory.TimeKind;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

class TimelineProperties {

	@Property(tries = 20_000, seed = "2026")
	void agreesWithTheOracle(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int size) {
		List<Statement> history = withoutUnknownStarts(Histories.random(seed, size));
		assertThat(Histories.days(Timeline.of(history))).as(Histories.show(history))
			.isEqualTo(new Oracle(history).days());
	}

	@Property(tries = 20_000, seed = "2026")
	void leavesWhatIsKnownAloneWhereAStartIsUnknown(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int size) {
		List<Statement> history = withUnknownStarts(Histories.random(seed, size));
		List<String> known = new Oracle(history).days();
		List<String> all = Histories.days(Timeline.of(history));
		for (int day = 0; day < all.size(); day++) {
			if (!known.get(day).isEmpty()) {
				assertThat(all.get(day)).as("day %s after %s", day - 1, Histories.show(history))
					.isEqualTo(known.get(day));
			}
		}
	}

	@Property(tries = 20_000, seed = "2026")
	void fillsTheEmptyTimeBeforeAnEndWhereAStartIsUnknown(@ForAll long seed,
			@ForAll @IntRange(min = 1, max = 12) int size) {
		List<Statement> history = withUnknownStarts(Histories.random(seed, size)).stream()
			.filter((told) -> told.polarity() == Polarity.ASSERT)
			.toList();
		List<String> filled = new Oracle(history).days();
		history.stream()
			.filter((told) -> told.basis() == Basis.UNKNOWN && !told.suggestion())
			.sorted(Comparator.comparingInt(TimelineProperties::end).thenComparing(Statement::rank))
			.forEach((told) -> fill(filled, told));
		assertThat(Histories.days(Timeline.of(history))).as(Histories.show(history)).isEqualTo(filled);
	}

	/** Day by day, back to the last one of which more is known. */
	private static void fill(List<String> days, Statement told) {
		int day = end(told);
		while (day > 0 && days.get(day - 1).isEmpty()) {
			day--;
		}
		// Whether one of the same state goes on depends on what ended it.
		Assume.that(day == end(told) || day == 0 || !days.get(day - 1).equals(told.state()));
		Collections.fill(days.subList(day, end(told)), told.state());
	}

	/** The place of the day on which it was over. */
	private static int end(Statement told) {
		return (int) ChronoUnit.DAYS.between(Histories.day(-1), Objects.requireNonNull(told.to()).at());
	}

	@Property(tries = 20_000, seed = "2026")
	void dependsOnNoOrder(@ForAll long seed, @ForAll @IntRange(min = 1, max = 14) int size) {
		List<Statement> history = Histories.random(seed, size);
		Timeline timeline = Timeline.of(history);
		Collections.shuffle(history, new Random(seed));
		assertThat(Timeline.of(history)).isEqualTo(timeline);
	}

	@Property(tries = 20_000, seed = "2026")
	void neverOverlaps(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int size) {
		List<Run> runs = Timeline.of(Histories.random(seed, size)).runs();
		for (int i = 0; i < runs.size(); i++) {
			Moment from = runs.get(i).from();
			Moment to = runs.get(i).to();
			assertThat(runs.get(i).supports()).isNotEmpty();
			assertThat(from == null || to == null || from.isBefore(to)).isTrue();
			if (i + 1 < runs.size()) {
				Moment next = runs.get(i + 1).from();
				assertThat(to != null && next != null && !next.isBefore(to)).isTrue();
				boolean touches = to != null && next != null && to.at().equals(next.at());
				assertThat(touches && runs.get(i).state().equals(runs.get(i + 1).state())).isFalse();
			}
		}
	}

	@Property(tries = 20_000, seed = "2026")
	void changesNothingOutsideOfAToldStretch(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int size,
			@ForAll @IntRange(max = 11) int from, @ForAll @IntRange(min = 1, max = 3) int length,
			@ForAll boolean correction) {
		List<Statement> history = withoutUnknownStarts(Histories.random(seed, size));
		Statement detail = statement(Polarity.ASSERT, from, from + length, correction);
		Assume.that(history.stream().noneMatch((known) -> startsWithin(known, detail)));
		Assume.that(history.stream().noneMatch((known) -> extendsIt(known, detail)));
		assertLocal(history, detail, from, from + length);
	}

	@Property(tries = 20_000, seed = "2026")
	void changesNothingOutsideOfARetractedStretch(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int size,
			@ForAll @IntRange(max = 11) int from, @ForAll @IntRange(min = 1, max = 3) int length,
			@ForAll boolean correction) {
		List<Statement> history = withoutUnknownStarts(Histories.random(seed, size));
		Statement detail = statement(Polarity.RETRACT, from, from + length, correction);
		Assume.that(history.stream().noneMatch((known) -> startsWithin(known, detail)));
		Assume.that(history.stream().noneMatch((known) -> revealsWithin(known, detail)));
		assertLocal(history, detail, from, from + length);
	}

	private static void assertLocal(List<Statement> history, Statement detail, int from, int to) {
		List<String> before = Histories.days(Timeline.of(history));
		List<Statement> more = new ArrayList<>(history);
		more.add(detail);
		List<String> after = Histories.days(Timeline.of(more));
		for (int day = -1; day < Histories.DAYS + 4; day++) {
			if (day < from || day >= to) {
				assertThat(after.get(day + 1)).as("day %s after %s", day, Histories.show(more))
					.isEqualTo(before.get(day + 1));
			}
		}
	}

	/**
	 * Then the stretch tells the end of that start, too, and what it moved is there
	 * again.
	 */
	private static boolean startsWithin(Statement known, Statement detail) {
		return known.polarity() == Polarity.ASSERT && known.state().equals(detail.state())
				&& (within(known.from(), detail)
						|| (known.holdsAt() != null && within(Moment.of(known.holdsAt()), detail)));
	}

	/** Then what was taken back before starts there. */
	private static boolean revealsWithin(Statement known, Statement detail) {
		return known.polarity() == Polarity.RETRACT && known.concerns(detail.state()) && within(known.to(), detail);
	}

	/** Then it is not the end of the detail that counts. */
	private static boolean extendsIt(Statement known, Statement detail) {
		return known.polarity() != Polarity.RETRACT && known.to() != null && !known.isStretch()
				&& known.state().equals(detail.state()) && known.outranks(detail);
	}

	private static boolean within(@Nullable Moment moment, Statement detail) {
		return moment != null && detail.from() != null && detail.to() != null && !moment.isBefore(detail.from())
				&& moment.isBefore(detail.to());
	}

	private static Statement statement(Polarity polarity, int from, int to, boolean correction) {
		Authority authority = correction ? Authority.CORRECTION : Authority.USER;
		Rank rank = new Rank(authority, Histories.day(Histories.DAYS + 5), 0, "");
		return new Statement(new StatementId(new UUID(1, 0)), "slot", TimeKind.STATE, polarity, "A",
				Moment.of(Histories.day(from)), Moment.of(Histories.day(to)), Basis.STATED, null, rank, false);
	}

	/** But not with those that are known to have held some time. */
	private static List<Statement> withUnknownStarts(List<Statement> history) {
		return history.stream()
			.filter((known) -> known.polarity() != Polarity.ASSERT || known.basis() != Basis.UNKNOWN
					|| known.holdsAt() == null)
			.toList();
	}

	private static List<Statement> withoutUnknownStarts(List<Statement> history) {
		return history.stream()
			.filter((known) -> known.polarity() != Polarity.ASSERT || known.basis() != Basis.UNKNOWN)
			.toList();
	}

}
