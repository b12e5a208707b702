package dev.loci.resolve;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.loci.memory.Authority;
import dev.loci.memory.Moment;
import dev.loci.memory.Polarity;
import dev.loci.memory.Rank;
import dev.loci.memory.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What was taken back, moment by moment: a retraction hides, inside its interval, what
 * was said of its state earlier and with no higher authority.
 * <p>
 * It does not void a statement as a whole. Who retracts "Paris, 2018 to 2020" leaves the
 * later years of the same statement alone, which matters where a stay lies between.
 */
final class Retractions {

	private final List<Bound> bounds = new ArrayList<>();

	private final Map<String, Map<Authority, NavigableSet<Statement>>> inForce = new HashMap<>();

	private final Map<String, Map<Authority, NavigableSet<Statement>>> forGood = new HashMap<>();

	private int passed;

	Retractions(Collection<Statement> statements) {
		for (Statement statement : statements) {
			if (statement.polarity() == Polarity.RETRACT && !statement.suggestion()) {
				this.bounds.add(new Bound(at(statement.from(), Instant.MIN), true, statement));
				this.bounds.add(new Bound(at(statement.to(), Instant.MAX), false, statement));
			}
		}
		this.bounds.sort(Comparator.comparing(Bound::at));
	}

	private static Instant at(@Nullable Moment moment, Instant otherwise) {
		return (moment != null) ? moment.at() : otherwise;
	}

	/** The moments at which something is hidden, or no longer so. */
	List<Instant> moments() {
		return this.bounds.stream()
			.map(Bound::at)
			.filter((at) -> !at.equals(Instant.MIN) && !at.equals(Instant.MAX))
			.toList();
	}

	/** Moves on to this moment, never back; returns what begins or ceases in it. */
	Passed advance(Instant moment) {
		Passed now = new Passed(new ArrayList<>(), new ArrayList<>());
		while (this.passed < this.bounds.size() && !this.bounds.get(this.passed).at().isAfter(moment)) {
			Bound bound = this.bounds.get(this.passed++);
			Statement retract = bound.by();
			Set<Statement> same = ((retract.to() != null) ? this.inForce : this.forGood)
				.computeIfAbsent(retract.state(), (state) -> new HashMap<>())
				.computeIfAbsent(retract.rank().authority(), (authority) -> new TreeSet<>(
						Comparator.comparing(Statement::rank).thenComparing(Statement::id)));
			if (bound.begins()) {
				same.add(retract);
				now.begun().add(retract);
			}
			else {
				same.remove(retract);
			}
			now.all().add(retract);
		}
		return now;
	}

	boolean hide(Statement statement) {
		return hides(this.inForce, statement) || hideForGood(statement);
	}

	/** The first that took this statement back, of those that hide it now. */
	@Nullable Statement hiding(Statement statement) {
		return Stream.of(this.inForce, this.forGood)
			.flatMap((retracts) -> Stream.of(statement.state(), Statement.ANY).map(retracts::get))
			.filter(Objects::nonNull)
			.flatMap((ofState) -> ofState.values().stream())
			.flatMap((same) -> same.stream().filter((retract) -> takesBack(retract, statement)).limit(1))
			.min(Comparator.comparing(Statement::rank, Rank.byAge()))
			.orElse(null);
	}

	private static boolean takesBack(Statement retract, Statement statement) {
		return retract.rank().authority().compareTo(statement.rank().authority()) >= 0
				&& statement.isEarlierThan(retract);
	}

	/** Whether it will never be seen again. */
	boolean hideForGood(Statement statement) {
		return hides(this.forGood, statement);
	}

	private static boolean hides(Map<String, Map<Authority, NavigableSet<Statement>>> retracts, Statement statement) {
		return !retracts.isEmpty() && (anyHides(retracts.get(statement.state()), statement)
				|| anyHides(retracts.get(Statement.ANY), statement));
	}

	private static boolean anyHides(@Nullable Map<Authority, NavigableSet<Statement>> retracts, Statement statement) {
		if (retracts == null) {
			return false;
		}
		// the last of an authority takes back whatever any of them does
		return retracts.values().stream().anyMatch((same) -> !same.isEmpty() && takesBack(same.last(), statement));
	}

	/** The retractions of one moment. */
	record Passed(List<Statement> begun, List<Statement> all) {
	}

	private record Bound(Instant at, boolean begins, Statement by) {
	}

}
