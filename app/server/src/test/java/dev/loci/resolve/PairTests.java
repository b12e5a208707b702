package dev.loci.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.loci.memory.Basis;
import dev.loci.memory.FactId;
import dev.loci.memory.Outcome;
import dev.loci.memory.Statement;
import dev.loci.memory.TimeKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PairTests {

	private static final List<Pair> PAIRS = List.of(pair("Ann", "Bob"), pair("Ann", "Cid"), pair("Bob", "Dora"),
			pair("Cid", "Dora"), pair("Eve", "Fred"));

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|',
			textBlock = """
					a marriage                         | Ann: Bob 2010..                                          | Ann Bob 2010..
					told by the other                  | Bob: Ann 2010..                                          | Ann Bob 2010..
					told by both                       | Ann: Bob 2010..; Bob: Ann 2010..                         | Ann Bob 2010..
					one marries another                | Ann: Bob 2010..; Ann: Cid 2020..                         | Ann Bob 2010..2020; Ann Cid 2020..
					the other marries another          | Ann: Bob 2010..; Bob: Dora 2020..                        | Ann Bob 2010..2020; Bob Dora 2020..
					each marries another               | Ann: Bob 2010..; Ann: Cid 2020..; Bob: Dora 2018..       | Ann Bob 2010..2018; Bob Dora 2018..; Ann Cid 2020..
					a third who leaves for one of them | Ann: Bob 2010..; Cid: Dora 2012..; Ann: Cid 2020..       | Ann Bob 2010..2020; Cid Dora 2012..2020; Ann Cid 2020..
					a divorce                          | Ann: Bob 2010..; Bob: end Ann 2015                       | Ann Bob 2010..2015
					single again, one says             | Ann: Bob 2010..; Ann: end * 2015                         | Ann Bob 2010..2015
					single again, the other says       | Ann: Bob 2010..; Bob: end * 2015                         | Ann Bob 2010..2015
					both say when                      | Ann: Bob 2010..; Ann: end * 2015; Bob: end * 2014        | Ann Bob 2010..2014
					until a year                       | Ann: Bob 2010..2015                                      | Ann Bob 2010..2015
					married again                      | Ann: Bob 2010..2015; Bob: Ann 2018..                     | Ann Bob 2010..2015; Ann Bob 2018..
					a stay                             | Ann: Bob 2010..; Ann: Cid 2015..2016                     | Ann Bob 2010..2015; Ann Cid 2015..2016; Ann Bob 2016..
					late news of an earlier marriage   | Ann: Bob 2010..; Ann: Cid 2005..                         | Ann Cid 2005..2010; Ann Bob 2010..
					late news that they parted sooner  | Ann: Bob 2010..; Ann: Cid 2020..; Bob: end Ann 2018      | Ann Bob 2010..2018; Ann Cid 2020..
					a retraction of the second         | Ann: Bob 2010..; Ann: Cid 2020..; Cid: retract Ann       | Ann Bob 2010..
					a retraction of all by one         | Ann: Bob 2010..; Bob: retract *                          |
					an unknown start                   | Ann: Bob ..2015; Bob: Dora 2005..2010                    | Bob Dora 2005..2010; Ann Bob 2010..2015
					a private statement                | Ann: Bob 2010..; Ann (private): Cid 2020..               | Ann Bob 2010..
					a weak statement                   | Ann: Bob 2010..; Ann: Cid 2020.. weak                    | Ann Bob 2010..
					a correction                       | Ann: Bob 2010..; Ann: Cid 2020..; Bob: correction Ann 2010.. | Ann Bob 2010..
					""")
	void holdsWhatBothSlotsSay(String name, String statements, @Nullable String runs) {
		List<Statement> said = read(statements, 0);
		assertThat(Script.runs(Pair.timeline(PAIRS, said))).isEqualTo((runs != null) ? runs : "");
		Collections.reverse(said);
		assertThat(Script.runs(Pair.timeline(PAIRS, said))).isEqualTo((runs != null) ? runs : "");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|',
			textBlock = """
					a marriage            |                                    | Ann: Bob 2010..      | ADDED      | 1 ADDED 2010..
					told by the other     | Ann: Bob 2010..                    | Bob: Ann 2012..      | REINFORCED |
					marries another       | Ann: Bob 2010..                    | Ann: Cid 2020..      | SUPERSEDES | 1 CLOSED 2010..2020, 2 ADDED 2020..
					others marry later    | Ann: Bob 2010..; Eve: Fred 2020..  | Ann: Cid 2012..      | SUPERSEDES | 1 CLOSED 2010..2012, 3 ADDED 2012..
					late news, others later | Ann: Bob 2010..; Eve: Fred 2020.. | Bob: Dora 2005..   | ADDED      | 3 ADDED 2005..2010
					both were married     | Ann: Bob 2010..; Cid: Dora 2012..  | Cid: Ann 2020..      | SUPERSEDES | 1 CLOSED 2010..2020, 2 CLOSED 2012..2020, 3 ADDED 2020..
					late news             | Ann: Bob 2010..                    | Bob: Dora 2005..     | ADDED      | 2 ADDED 2005..2010
					a stay                | Ann: Bob 2010..                    | Ann: Cid 2015..2016  | ADDED      | 1 CLOSED 2010..2015, 2 ADDED 2015..2016, 3 SPLIT 2016..
					a divorce             | Ann: Bob 2010..                    | Bob: end * 2015      | ENDED      | 1 CLOSED 2010..2015
					a retraction          | Ann: Bob 2010..; Bob: Dora 2020..  | Dora: retract Bob    | RETRACTED  | 1 REOPENED 2010.., 2 DROPPED 2020..
					""")
	void namesWhatAStatementDoesToPairs(String name, @Nullable String known, String news, String outcome,
			@Nullable String changed) {
		var ids = Script.ids();
		List<Statement> before = read((known != null) ? known : "", 0);
		Beliefs beliefs = resolve(List.of(), Beliefs.none(), before, ids).beliefs();
		Result result = resolve(before, beliefs, read(news, before.size()), ids).results().getFirst();
		assertThat(Script.name(result.outcome())).isEqualTo(outcome);
		assertThat(result.changed()
			.stream()
			.map((change) -> change.fact().value().getLeastSignificantBits() + " " + change.kind() + " "
					+ Script.time(change.from()) + ".." + Script.time(change.to()))
			.collect(Collectors.joining(", "))).isEqualTo((changed != null) ? changed : "");
	}

	@Test
	void knowsWhatSupportsAndWhatEndsAPair() {
		List<Statement> said = read("Ann: Bob 2010..; Bob: Ann 2012..; Bob: Dora 2015..; Ann: Bob said 2013-01-01", 0);
		Run run = pair("Bob", "Ann").timeline(said).runs().getFirst();
		assertThat(run.supports()).containsExactly(said.get(3).id(), said.get(0).id(), said.get(1).id());
		assertThat(run.ends()).containsExactly(said.get(2).id());
		assertThat(run.basis()).isEqualTo(Basis.STATED);
	}

	@Test
	void isTheSameSeenFromBothSides() {
		List<Statement> said = read("Ann: Bob 2010..; Bob: Dora 2015..2016", 0);
		assertThat(pair("Ann", "Bob").timeline(said)).isEqualTo(pair("Bob", "Ann").timeline(said));
	}

	@Test
	void reportsAnUnknownStartThatOneSideHasNoRoomFor() {
		List<Statement> said = read("Bob: Dora 2010..; Ann: Bob ..2015", 0);
		Timeline timeline = pair("Ann", "Bob").timeline(said);
		assertThat(timeline.runs()).isEmpty();
		assertThat(timeline.contested()).containsExactly(said.get(1).id());
	}

	@Test
	void closesAPairThatNoNewStatementNames() {
		var ids = Script.ids();
		List<Statement> known = read("Ann: Bob 2010..", 0);
		Pair pair = pair("Ann", "Bob");
		Beliefs beliefs = Resolution.of(List.of(), Beliefs.none(), known, ids, pair::timeline, PairTests::meet)
			.beliefs();
		Resolution resolution = Resolution.of(known, beliefs, read("Ann: Cid 2020..", 1), ids, pair::timeline,
				PairTests::meet);
		assertThat(resolution.revisions()).singleElement().isInstanceOf(Revision.Revise.class);
		assertThat(resolution.results().getFirst().outcome()).isInstanceOf(Outcome.Outranked.class);
	}

	private static Resolution resolve(List<Statement> known, Beliefs beliefs, List<Statement> news,
			Supplier<FactId> ids) {
		return Resolution.of(known, beliefs, news, ids, (statements) -> Pair.timeline(PAIRS, statements),
				PairTests::meet);
	}

	private static boolean meet(Run one, Run other) {
		return !Collections.disjoint(List.of(one.state().split(" ")), List.of(other.state().split(" ")));
	}

	private static Pair pair(String one, String other) {
		return new Pair(one, other, other, one);
	}

	/** As {@link Script} reads it, each line after the name of whom it is about. */
	private static List<Statement> read(String text, int first) {
		List<Statement> statements = new ArrayList<>();
		for (String line : Script.lines(text)) {
			int colon = line.indexOf(": ");
			Statement said = Script.read(line.substring(colon + 2), TimeKind.STATE, first + statements.size())
				.getFirst();
			statements
				.add(new Statement(said.id(), line.substring(0, colon), said.time(), said.polarity(), said.state(),
						said.from(), said.to(), said.basis(), said.holdsAt(), said.rank(), said.suggestion()));
		}
		return statements;
	}

}
