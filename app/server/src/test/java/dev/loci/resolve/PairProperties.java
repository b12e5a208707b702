package dev.loci.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import dev.loci.memory.Moment;
import dev.loci.memory.Statement;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class PairProperties {

	private static final List<String> PEOPLE = List.of("A", "B", "C", "D");

	private static final List<Pair> PAIRS = pairs();

	@Property(tries = 5_000, seed = "2026")
	void dependsOnNoOrderAndOnNoSide(@ForAll long seed, @ForAll @IntRange(min = 1, max = 14) int size) {
		List<Statement> history = history(seed, size);
		Timeline timeline = Pair.timeline(PAIRS, history);
		Random random = new Random(seed);
		Collections.shuffle(history, random);
		history.replaceAll((said) -> random.nextBoolean() ? fromTheOtherSide(said) : said);
		assertThat(Pair.timeline(PAIRS, history)).isEqualTo(timeline);
		List<Pair> turned = PAIRS.stream()
			.map((pair) -> new Pair(pair.otherSlot(), pair.otherState(), pair.slot(), pair.state()))
			.toList();
		assertThat(Pair.timeline(turned, history)).isEqualTo(timeline);
	}

	@Property(tries = 5_000, seed = "2026")
	void joinsNobodyToTwoAtATime(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int size) {
		List<Run> runs = Pair.timeline(PAIRS, history(seed, size)).runs();
		for (String person : PEOPLE) {
			List<Run> own = runs.stream().filter((run) -> run.state().contains(person)).toList();
			for (int i = 1; i < own.size(); i++) {
				Moment to = own.get(i - 1).to();
				Moment from = own.get(i).from();
				assertThat(to != null && from != null && !from.isBefore(to)).isTrue();
			}
		}
	}

	@Property(tries = 5_000, seed = "2026")
	void saysNoMoreThanEitherSlot(@ForAll long seed, @ForAll @IntRange(min = 1, max = 14) int size) {
		List<Statement> history = history(seed, size);
		Timeline timeline = Pair.timeline(PAIRS, history);
		for (Pair pair : PAIRS) {
			List<Statement> one = slot(pair.slot(), history);
			List<Statement> other = slot(pair.otherSlot(), history);
			List<Run> runs = timeline.runs().stream().filter((run) -> run.state().equals(pair.name())).toList();
			List<String> days = Histories.days(new Timeline(runs, List.of()));
			List<String> ofOne = Histories.days(Timeline.of(one));
			List<String> ofOther = Histories.days(Timeline.of(other));
			for (int day = 0; day < days.size(); day++) {
				boolean both = ofOne.get(day).equals(pair.state()) && ofOther.get(day).equals(pair.otherState());
				assertThat(days.get(day)).as(Histories.show(history)).isEqualTo(both ? pair.name() : "");
			}
		}
	}

	@Property(tries = 2_000, seed = "2026")
	void believesTheSameWhateverTheOrderOfArrival(@ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int size) {
		List<Statement> history = history(seed, size);
		List<Run> rebuilt = believed(history, List.of());
		assertThat(believed(List.of(), history)).isEqualTo(rebuilt);
		Collections.shuffle(history, new Random(seed));
		assertThat(believed(List.of(), history)).isEqualTo(rebuilt);
	}

	private static List<Run> believed(List<Statement> known, List<Statement> news) {
		return Resolution
			.of(known, Beliefs.none(), news, Script.ids(), (statements) -> Pair.timeline(PAIRS, statements),
					(one, other) -> true)
			.beliefs()
			.facts()
			.stream()
			.map(Believed::run)
			.toList();
	}

	/** The statements of one person, all from that side. */
	private static List<Statement> slot(String person, List<Statement> history) {
		return history.stream()
			.map((said) -> said.slot().equals(person) ? said : seenBy(person, said))
			.filter((said) -> said.slot().equals(person))
			.toList();
	}

	/** Who takes back whomever she was married to takes it back for each of them. */
	private static Statement seenBy(String person, Statement said) {
		return said.state().equals(Statement.ANY) ? seen(said, person, said.slot()) : fromTheOtherSide(said);
	}

	private static List<Statement> history(long seed, int size) {
		Random random = new Random(seed);
		List<Statement> history = new ArrayList<>();
		for (Statement said : Histories.random(seed, size)) {
			List<String> others = PEOPLE.stream().filter((person) -> !person.equals(said.state())).toList();
			history.add(seen(said, others.get(random.nextInt(others.size())), said.state()));
		}
		return history;
	}

	private static Statement fromTheOtherSide(Statement said) {
		return said.state().equals(Statement.ANY) ? said : seen(said, said.state(), said.slot());
	}

	private static Statement seen(Statement said, String one, String another) {
		return new Statement(said.id(), one, said.time(), said.polarity(), another, said.from(), said.to(),
				said.basis(), said.holdsAt(), said.rank(), said.suggestion());
	}

	private static List<Pair> pairs() {
		List<Pair> pairs = new ArrayList<>();
		for (String one : PEOPLE) {
			PEOPLE.stream()
				.filter((other) -> one.compareTo(other) < 0)
				.forEach((other) -> pairs.add(new Pair(one, other, other, one)));
		}
		return pairs;
	}

}
