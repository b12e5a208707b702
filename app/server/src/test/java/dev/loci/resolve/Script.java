package dev.loci.resolve;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.loci.memory.Authority;
import dev.loci.memory.FactId;
import dev.loci.memory.Moment;
import dev.loci.memory.Outcome;
import dev.loci.memory.Polarity;
import dev.loci.memory.Precision;
import dev.loci.memory.Rank;
import dev.loci.memory.Statement;
import dev.loci.memory.StatementId;
import dev.loci.memory.TimeKind;
import org.jspecify.annotations.Nullable;

/**
 * Statements and timelines as a line of text, so that a rule can be read in a test:
 * {@code Paris 2018..; user end Paris 2020; Berlin ..2019; Rome holds 2024-03-20 said 2024-03-20}.
 * <p>
 * A statement is said in 2040 unless it tells, and by an agent.
 */
final class Script {

	static final String SLOT = "alice lives in";

	private static final Instant NOW = Instant.parse("2050-01-01T00:00:00Z");

	private static final Pattern STATEMENT = Pattern
		.compile("(?:(inference|agent|user|correction) )?(?:(end|retract) )?(\\S+?)"
				+ "(?: (\\d[^. ]*)?(?:(\\.\\.|\\.\\.through )([^ ]*))?)?(?: holds (\\S+))?(?: said (\\S+))?( weak)?");

	private Script() {
	}

	static List<Statement> read(String text) {
		return read(text, TimeKind.STATE, 0);
	}

	static List<Statement> read(String text, TimeKind time, int first) {
		List<Statement> statements = new ArrayList<>();
		for (String line : lines(text)) {
			Acceptance acceptance = accept(line, time, first + statements.size());
			if (!(acceptance instanceof Acceptance.Accepted accepted)) {
				throw new IllegalArgumentException(line + " is refused: " + acceptance);
			}
			statements.add(accepted.statement());
		}
		return statements;
	}

	static Acceptance accept(String line, TimeKind time, int position) {
		Matcher matcher = STATEMENT.matcher(line);
		if (!matcher.matches()) {
			throw new IllegalArgumentException(line);
		}
		Authority authority = (matcher.group(1) != null) ? Authority.valueOf(matcher.group(1).toUpperCase(Locale.ROOT))
				: Authority.AGENT;
		Polarity polarity = (matcher.group(2) != null) ? Polarity.valueOf(matcher.group(2).toUpperCase(Locale.ROOT))
				: Polarity.ASSERT;
		Moment from = moment(matcher.group(4));
		Moment to = moment(matcher.group(6));
		if (polarity == Polarity.END) {
			to = from;
			from = null;
		}
		Moment holds = moment(matcher.group(7));
		Moment said = moment(matcher.group(8));
		Rank rank = new Rank(authority, (said != null) ? said.at() : Instant.parse("2040-01-01T00:00:00Z"), position,
				"");
		return Acceptance.of(new Claim(new StatementId(new UUID(0, position)), SLOT, time, polarity, matcher.group(3),
				from, to, "..through ".equals(matcher.group(5)), (holds != null) ? holds.at() : null, rank,
				matcher.group(9) != null), NOW);
	}

	static List<String> lines(String text) {
		return Pattern.compile(";").splitAsStream(text).map(String::strip).filter((line) -> !line.isEmpty()).toList();
	}

	private static @Nullable Moment moment(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return null;
		}
		return switch (text.length()) {
			case 4 -> new Moment(Instant.parse(text + "-01-01T00:00:00Z"), Precision.YEAR);
			case 7 -> new Moment(Instant.parse(text + "-01T00:00:00Z"), Precision.MONTH);
			case 10 -> new Moment(Instant.parse(text + "T00:00:00Z"), Precision.DAY);
			default -> Moment.of(Instant.parse(text));
		};
	}

	/** The runs as {@code Paris 2018..2020; Berlin 2020..}. */
	static String runs(Timeline timeline) {
		return timeline.runs().stream().map(Script::run).collect(Collectors.joining("; "));
	}

	static String run(Run run) {
		return run.state() + " " + time(run.from()) + ".." + time(run.to());
	}

	static String time(@Nullable Moment moment) {
		return (moment == null) ? "" : moment.at().toString().replace("T00:00:00Z", "").replaceAll("(-01)?-01$", "");
	}

	static String name(Outcome outcome) {
		return outcome.getClass().getSimpleName().toUpperCase(Locale.ROOT);
	}

	static Supplier<FactId> ids() {
		AtomicLong next = new AtomicLong();
		return () -> new FactId(new UUID(0, next.incrementAndGet()));
	}

}
