package dev.loci.resolve;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;

import dev.loci.memory.Authority;
import dev.loci.memory.Moment;
import dev.loci.memory.Polarity;
import dev.loci.memory.Precision;
import dev.loci.memory.Rank;
import dev.loci.memory.Statement;
import dev.loci.memory.StatementId;
import dev.loci.memory.TimeKind;
import org.jspecify.annotations.Nullable;

/**
 * Random histories of one slot, on a grid of days so narrow that everything meets.
 */
final class Histories {

	static final int DAYS = 14;

	private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");

	private static final Instant NOW = Instant.parse("2090-01-01T00:00:00Z");

	private Histories() {
	}

	static Instant day(int day) {
		return FIRST.plus(day, ChronoUnit.DAYS);
	}

	static List<Statement> random(long seed, int size) {
		return random(seed, size, DAYS);
	}

	/** The same on a grid of so many days. */
	static List<Statement> random(long seed, int size, int days) {
		Random random = new Random(seed);
		return accepted(size, (position) -> claim(random, position, days));
	}

	/** The same, told as exactly as a day, a month or a year. */
	static List<Statement> coarse(long seed, int size) {
		Random random = new Random(seed);
		return accepted(size, (position) -> {
			Claim claim = claim(random, position, DAYS);
			return new Claim(claim.id(), claim.slot(), claim.time(), claim.polarity(), claim.state(),
					coarse(random, claim.from()), coarse(random, claim.to()), random.nextBoolean(), claim.holdsAt(),
					claim.rank(), claim.suggestion());
		});
	}

	private static @Nullable Moment coarse(Random random, @Nullable Moment moment) {
		return (moment != null)
				? new Moment(moment.at(), List.of(Precision.values()).get(random.nextInt(Precision.values().length)))
				: null;
	}

	private static List<Statement> accepted(int size, IntFunction<Claim> claims) {
		List<Statement> statements = new ArrayList<>();
		for (int i = 0; statements.size() < size; i++) {
			if (Acceptance.of(claims.apply(i), NOW) instanceof Acceptance.Accepted accepted) {
				statements.add(accepted.statement());
			}
		}
		return statements;
	}

	private static Claim claim(Random random, int position, int days) {
		int kind = random.nextInt(20);
		Polarity polarity = (kind < 14) ? Polarity.ASSERT : (kind < 18) ? Polarity.END : Polarity.RETRACT;
		boolean any = polarity != Polarity.ASSERT && random.nextInt(5) == 0;
		String state = any ? Statement.ANY : String.valueOf((char) ('A' + random.nextInt(3)));
		Moment from = maybe(random, 3, days);
		Moment to = maybe(random, (polarity == Polarity.ASSERT) ? 2 : 4, days);
		Instant holdsAt = (polarity == Polarity.ASSERT && random.nextInt(5) == 0) ? day(random.nextInt(days)) : null;
		Authority authority = List.of(Authority.values()).get(random.nextInt(4));
		Rank rank = new Rank(authority, day(random.nextInt(days + 3)), position, "");
		return new Claim(new StatementId(new UUID(0, position)), "slot", TimeKind.STATE, polarity, state, from, to,
				false, holdsAt, rank, random.nextInt(20) == 0);
	}

	private static @Nullable Moment maybe(Random random, int often, int days) {
		return (random.nextInt(often + 1) > 0) ? Moment.of(day(random.nextInt(days))) : null;
	}

	/** The state on each day, the first being the one before all. */
	static List<String> days(Timeline timeline) {
		List<String> days = new ArrayList<>();
		for (int day = -1; day < DAYS + 4; day++) {
			String state = "";
			for (Run run : timeline.runs()) {
				boolean begun = run.from() == null || !run.from().at().isAfter(day(day));
				boolean over = run.to() != null && !run.to().at().isAfter(day(day));
				state = (begun && !over) ? run.state() : state;
			}
			days.add(state);
		}
		return days;
	}

	/** One line a statement, with days instead of dates. */
	static String show(List<Statement> history) {
		StringBuilder text = new StringBuilder();
		for (Statement statement : history) {
			text.append('\n')
				.append(statement.rank().authority())
				.append(' ')
				.append(statement.polarity())
				.append(' ')
				.append(statement.state())
				.append(' ')
				.append(day(statement.from()))
				.append("..")
				.append(day(statement.to()))
				.append((statement.holdsAt() != null) ? " holds " + day(Moment.of(statement.holdsAt())) : "")
				.append(" said ")
				.append(day(Moment.of(statement.rank().observedAt())))
				.append(' ')
				.append(statement.basis())
				.append(statement.suggestion() ? " weak" : "");
		}
		return text.toString();
	}

	private static String day(@Nullable Moment moment) {
		return (moment != null) ? String.valueOf(ChronoUnit.DAYS.between(FIRST, moment.at())) : "";
	}

}
