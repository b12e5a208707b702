package dev.loci.resolve;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import dev.loci.memory.Basis;
import dev.loci.memory.Statement;
import dev.loci.memory.TimeKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimelineTests {

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|',
			textBlock = """
					two moves                             | Paris 2018..; Berlin 2020..                                 | Paris 2018..2020; Berlin 2020..
					late news of a move                   | Paris 2018..; Rome 2022..; Berlin 2020..                    | Paris 2018..2020; Berlin 2020..2022; Rome 2022..
					a stay                                | Paris 2018..; Berlin 2020..2021                             | Paris 2018..2020; Berlin 2020..2021; Paris 2021..
					a stay heard of first                 | Berlin 2020..2021; Paris 2018..                             | Paris 2018..2020; Berlin 2020..2021; Paris 2021..
					back before the stay was to end       | Paris 2018..; Berlin 2020..2025; Paris 2022..               | Paris 2018..2020; Berlin 2020..2022; Paris 2022..
					a visit home during a stay            | Paris 2018..; Berlin 2020..2025; Paris 2021..2022           | Paris 2018..2020; Berlin 2020..2021; Paris 2021..2022; Berlin 2022..2025; Paris 2025..
					a stay confirmed does not move        | Paris 2018..; Berlin 2020..2021; Berlin holds 2020-06-01 said 2020-06-01 | Paris 2018..2020; Berlin 2020..2021; Paris 2021..
					an end                                | Paris 2018..; end Paris 2020                                | Paris 2018..2020
					an end of a move brings nothing back  | Paris 2018..; Berlin 2020..; end Berlin 2021                | Paris 2018..2020; Berlin 2020..2021
					an end of something else              | Paris 2018..; end Rome 2020                                 | Paris 2018..
					an end of whatever there is           | Paris 2018..; Berlin 2020..2025; end * 2021                 | Paris 2018..2020; Berlin 2020..2021
					an end of what starts later           | end Paris 2020; Paris 2022..                                | Paris 2022..
					until 2026, extended to 2030          | Paris 2018..2026; Paris 2018..2030                          | Paris 2018..2030
					extended by an end                    | Paris 2018..2026; end Paris 2030                            | Paris 2018..2030
					extended from one end to another      | Paris 2018..; end Paris 2026; end Paris 2030                | Paris 2018..2030
					extended when it was heard            | Paris 2018..2026 said 2019-01-01; Paris ..2030 said 2025-05-05            | Paris 2018..2030
					shortened                             | Paris 2018..2030; Paris 2018..2026                          | Paris 2018..2026
					shortened when it was heard           | Paris 2018..; end Paris 2030 said 2019-01-01; Paris ..2027 said 2025-05-05 | Paris 2018..2027
					an end of higher rank stands          | Paris 2018..; user end Paris 2026; end Paris 2030           | Paris 2018..2026
					a detail inside does not end          | Paris 2018..; Paris 2020..2022                              | Paris 2018..
					a stretch ends what starts inside it  | Paris 2018..; Paris 2017..2022                              | Paris 2017..2022
					again after its end                   | Paris 2018..; end Paris 2020; Paris 2022..; end Paris 2024  | Paris 2018..2020; Paris 2022..2024
					until, of unknown start               | Paris ..2020                                                | Paris ..2020
					until, after another                  | Paris 2010..; Rome 2015..; end Rome 2017; Berlin ..2020     | Paris 2010..2015; Rome 2015..2017; Berlin 2017..2020
					until, where another is known         | Paris 2018..; Berlin ..2020                                 | Paris 2018..
					until, of what is known               | Paris 2018..; Paris ..2020                                  | Paris 2018..2020
					until, before another                 | Paris 2018..; Berlin ..2010                                 | Berlin ..2010; Paris 2018..
					two unknown starts                    | Paris ..2010; Rome ..2005                                   | Rome ..2005; Paris 2005..2010
					until, ended sooner                   | Paris ..2015; end Paris 2012                                | Paris ..2012
					until, ended later                    | Paris ..2015; end Paris 2018                                | Paris ..2018
					until, ended again                    | Paris ..2015; end Paris 2018; end Paris 2013                | Paris ..2013
					until, ended by a lower word          | user Paris ..2015; end Paris 2012                           | Paris ..2015
					until, told after an end              | end Paris 2012; Paris ..2015                                | Paris ..2015
					until, ended whatever it is           | Paris ..2015; end * 2012                                    | Paris ..2012
					until, ended whatever it is, later    | Paris ..2015; end * 2018                                    | Paris ..2015
					until, after another, ended sooner    | Rome 2000..; end Rome 2010; Paris ..2015; end Paris 2012    | Rome 2000..2010; Paris 2010..2012
					until, ended before it can have begun | Rome 2000..; end Rome 2010; Paris ..2015; end Paris 2005    | Rome 2000..2010; Paris 2010..2015
					until, ended where another is known   | Paris ..2015; Berlin 2016..; end Paris 2018                 | Paris ..2015; Berlin 2016..
					until, ended sooner, and again        | Paris ..2015; Paris 2015..; end Paris 2012                  | Paris ..2012; Paris 2015..
					until, the end of a later time        | Paris ..2015; Paris 2017..; end Paris 2018                  | Paris ..2015; Paris 2017..2018
					until, the end of the second          | Paris ..2005; Rome 2006..2008; Paris ..2015; end Paris 2012 | Paris ..2005; Rome 2006..2008; Paris 2008..2012
					until, an end taken back              | Paris ..2015; end Paris 2012; retract Paris 2011..2013; Paris ..2016 | Paris ..2016
					until, ended sooner and taken back    | Paris ..2015; end Paris 2012; retract Paris 2011..2013      |
					until, ended later, taken back there  | Paris ..2015; end Paris 2018; retract Paris 2016..2017      | Paris ..2015
					an end that did not count             | Paris 2000..; user end Paris 2005; Paris ..2010             | Paris 2000..2005
					same start, later word                | Paris 2018..; Berlin 2018..                                 | Berlin 2018..
					same start, higher word               | user Paris 2018..; Berlin 2018..                            | Paris 2018..
					a retraction                          | Paris 2018..; Berlin 2020..; retract Berlin                 | Paris 2018..
					a retraction of all                   | Paris 2018..; Berlin 2020..; retract *                      |
					a retraction of higher claims         | user Paris 2018..; retract Paris                            | Paris 2018..
					asserted again later                  | Paris 2018..; retract Paris; Paris 2019..                   | Paris 2019..
					a retraction of one of two runs       | Paris 2018..; Berlin 2020..2021; retract Paris 2018..2020   | Berlin 2020..2021; Paris 2021..
					a retraction of the run that resumed  | Paris 2018..; Berlin 2020..2021; retract Paris 2021..       | Paris 2018..2020; Berlin 2020..2021
					a retraction of years in a run        | Paris 2018..; retract Paris 2019..2020                      | Paris 2018..2019; Paris 2020..
					a retraction of an end                | Paris 2018..; end Paris 2020; retract Paris 2019..2021      | Paris 2018..2019
					a retraction of it all                | Paris 2018..; end Paris 2020; retract Paris 2017..2021      |
					told again after a retraction of all  | Paris 2018..; end Paris 2020; retract Paris; Paris 2019..   | Paris 2019..
					told again after a retracted stretch  | Paris 2020..2024; retract Paris; Paris 2022..               | Paris 2022..
					ends told after a retracted start     | Paris 2024..; retract Paris; Paris 2017..; end Paris 2020; end Paris 2026 | Paris 2017..2026
					a retraction of a later stretch       | Paris 2019..2023; Paris 2017..2021; retract Paris 2016..2018 | Paris 2018..2021
					a correction with an end              | Paris 2018..; user Berlin 2021..; correction Paris 2020..2022 | Paris 2018..2022; Berlin 2022..
					a move inside a correction            | Paris 2018..; correction Rome 2020..2022; Berlin 2021..     | Paris 2018..2020; Rome 2020..2022; Berlin 2022..
					a correction revealed above a stay    | correction Rome 2020..2024 said 2030; correction retract * ..2022 said 2032; Paris 2021..2023 said 2033 | Paris 2021..2022; Rome 2022..2024
					a correction of a correction          | correction Paris 2020..2024; correction Berlin 2022..       | Paris 2020..2022; Berlin 2022..
					a correction that reopens             | Paris 2018..; user Berlin 2021..; correction Paris 2018..   | Paris 2018..
					a correction of an end                | Paris 2018..; user end Paris 2021; correction Paris 2018..  | Paris 2018..
					news after a correction               | correction Paris 2018.. said 2024-01-01; Berlin 2026.. said 2026-02-02 | Paris 2018..2026; Berlin 2026..
					late news against a correction        | correction Paris 2018.. said 2024-01-01; Berlin 2020.. said 2026-02-02 | Paris 2018..
					a correction of the end               | Paris 2018..; correction Paris 2018..2020                   | Paris 2018..2020
					a weak statement                      | Paris 2018..; Berlin 2020.. weak                            | Paris 2018..
					a finer start                         | Paris 2018..; Paris 2018-03..                               | Paris 2018-03..
					through a year                        | Paris 2018..through 2020                                    | Paris 2018..2021
					""")
	void makesRunsOfStatements(String name, String statements, @Nullable String runs) {
		List<Statement> said = Script.read(statements);
		assertThat(Script.runs(Timeline.of(said))).isEqualTo((runs != null) ? runs : "");
		Collections.reverse(said);
		assertThat(Script.runs(Timeline.of(said))).isEqualTo((runs != null) ? runs : "");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Paris 2018..; Paris 2020..                                    | 0 1
			Paris 2018..; retract Paris 2018..2020; Paris 2020..          | 0 2
			Paris 2018..; Paris 2019..; retract Paris ..2020; Paris 2020.. | 0 1 3
			Paris 2018..; retract Paris 2019..2020; Paris 2020..          | 0 2
			Paris 2018..; retract Paris 2018..2021; Paris 2020.. said 2041 | 0 2
			Paris 2018..; retract Paris 2018..2020; correction Paris 2020.. | 0 2
			Paris 2018..; Berlin 2020..2021; Paris 2021..                 | 0 2
			Paris 2018..; Berlin 2020..2021                               | 0
			Paris 2018..; Berlin 2020..; Paris 2021..                     | 2
			""")
	void supportsTheLastRunByAllThatAssertItThere(String statements, String supports) {
		List<Statement> said = Script.read(statements);
		assertThat(Timeline.of(said).runs().getLast().supports()).containsExactlyElementsOf(
				Stream.of(supports.split(" ")).map((i) -> said.get(Integer.parseInt(i)).id()).toList());
	}

	@Test
	void placesACoarseMoveAfterWhatWasHeardBeforeItWasTold() {
		Timeline timeline = Timeline.of(Script.read("""
				user Paris holds 2024-03-20 said 2024-03-20;
				user Berlin 2024-03.. said 2024-04-02
				"""));
		assertThat(Script.runs(timeline))
			.isEqualTo("Paris 2024-03-20..2024-03-20T00:00:00.000001Z; Berlin 2024-03-20T00:00:00.000001Z..");
	}

	@Test
	void leavesACoarseMoveAtItsFirstInstantWhenTheOtherIsHeardLater() {
		Timeline timeline = Timeline.of(Script.read("""
				user Berlin 2024-03.. said 2024-03-10;
				user Paris holds 2024-03-20 said 2024-03-20
				"""));
		assertThat(Script.runs(timeline)).isEqualTo("Berlin 2024-03..2024-03-20; Paris 2024-03-20..");
	}

	/** What ends in May ends after what was heard in May by then. */
	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|',
			textBlock = """
					heard in that month            | Paris holds 2024-05-20 said 2024-05-20; end Paris 2024-05 said 2024-07-01 | Paris 2024-05-20..2024-05-20T00:00:00.000001Z
					heard before that month        | Paris holds 2024-04-20 said 2024-04-20; end Paris 2024-05 said 2024-07-01 | Paris 2024-04-20..2024-05
					heard earlier that day         | Paris holds 2024-05-20T09:00:00Z said 2024-05-20T09:00:00Z; end Paris 2024-05-20 said 2024-05-20T15:00:00Z | Paris 2024-05-20T09:00:00Z..2024-05-20T09:00:00.000001Z
					begun and over in one month    | Paris 2024-03..; end Paris 2024-03                         | Paris 2024-03..2024-03-01T00:00:00.000001Z
					begun and over in one year     | Paris 2024-03..; end Paris 2024                            | Paris 2024-03..2024-03-01T00:00:00.000001Z
					whatever it was                | Paris holds 2024-05-20 said 2024-05-20; end * 2024-05 said 2024-07-01 | Paris 2024-05-20..2024-05-20T00:00:00.000001Z
					of something else              | Paris holds 2024-05-20 said 2024-05-20; end Rome 2024-05 said 2024-07-01 | Paris 2024-05-20..
					heard again after it was told  | Paris 2024-01..; end Paris 2024-05 said 2024-05-25; Paris holds 2024-05-28 said 2024-05-28 | Paris 2024..2024-05; Paris 2024-05-28..
					with a finer end               | Paris 2024-01..; end Paris 2024-05-20; end Paris 2024-05   | Paris 2024..2024-05-20
					with a finer end told later    | Paris 2024-01..; end Paris 2024-05; end Paris 2024-05-20   | Paris 2024..2024-05-20
					heard after a finer end        | Paris 2024-01..; end Paris 2024-05-10 said 2024-05-10; Paris holds 2024-05-20 said 2024-05-20; end Paris 2024-05 said 2024-07-01 | Paris 2024..2024-05-10; Paris 2024-05-20..2024-05-20T00:00:00.000001Z
					the own end of a stretch       | Paris 2024-03..2024-05; end Paris 2024                     | Paris 2024-03..2024-05
					an end taken back              | Paris 2024-01..; end Paris 2024-05-20 said 2024-05-20; retract Paris 2024-05-20..2024-05-21 said 2024-05-22; end Paris 2024-05 said 2024-07-01 | Paris 2024..2024-05
					a move in that month           | Paris holds 2024-05-03 said 2024-05-03; Berlin 2024-05-20..; end Paris 2024-05 | Paris 2024-05-03..2024-05-03T00:00:00.000001Z; Berlin 2024-05-20..
					""")
	void placesACoarseEndAfterWhatWasHeardBeforeItWasTold(String name, String statements, String runs) {
		makesRunsOfStatements(name, statements, runs);
	}

	@Test
	void hidesNothingKnownByUntilFriday() {
		Timeline timeline = Timeline.of(Script.read("""
				user Paris 2018.. said 2019-01-01;
				user Berlin ..2024-03-22 holds 2024-03-18 said 2024-03-18
				"""));
		assertThat(Script.runs(timeline))
			.isEqualTo("Paris 2018..2024-03-18; Berlin 2024-03-18..2024-03-22; Paris 2024-03-22..");
	}

	@Test
	void leavesNoTraceOfAClosedCorrectionInWhatIsTakenBackForAWhile() {
		String known = """
				correction Paris 2004.. said 2012;
				correction retract * ..2012 said 2015;
				inference Berlin 2005.. said 2005
				""";
		assertThat(Script.runs(Timeline.of(Script.read(known)))).isEqualTo("Berlin 2012..");
		assertThat(Script.runs(Timeline.of(Script.read(known + "; correction Rome 2003..2006 said 2019"))))
			.isEqualTo("Rome 2003..2006; Berlin 2012..");
	}

	@Test
	void reportsAnUnknownStartThatFindsNoRoom() {
		List<Statement> said = Script.read("Paris 2018..; Berlin ..2020");
		assertThat(Timeline.of(said).contested()).containsExactly(said.get(1).id());
	}

	@Test
	void saysHowAStartIsKnown() {
		assertThat(Timeline.of(Script.read("Paris ..2010; Rome 2015..; Berlin said 2020-01-01")).runs())
			.extracting(Run::basis)
			.containsExactly(Basis.UNKNOWN, Basis.STATED, Basis.OBSERVED);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			the highest word        | Paris 1990..; user Rome; Berlin 1991..1992 | Rome ..
			an end means nothing    | Paris 1990..; end Paris 2000               | Paris ..
			a retraction            | Rome; Paris; retract Paris                 | Rome ..
			""")
	void believesOneConstant(String name, String statements, String runs) {
		assertThat(Script.runs(Timeline.of(Script.read(statements, TimeKind.CONSTANT, 0)))).isEqualTo(runs);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|',
			textBlock = """
					two visits stay two            | holds 2023-05..; holds 2024-06..                   | holds 2023-05..; holds 2024-06..
					told twice is one              | holds 2023-05..; holds 2023-05..                   | holds 2023-05..
					it stays true                  | holds 2023-05..2023-06; end holds 2024             | holds 2023-05..
					undated means the latest       | holds 2023-05..; holds 2024-06..; holds said 2024-01-01 | holds 2023-05..; holds 2024-06..
					undated alone is one           | holds said 2024-01-01; holds said 2024-02-01       | holds 2024..
					a coarser date is the same     | holds 2023..; holds 2023-05..                      | holds 2023-05..
					a retraction of one            | holds 2023-05..; holds 2024-06..; retract holds 2024..2025 | holds 2023-05..
					""")
	void keepsOccurrencesApart(String name, String statements, String runs) {
		assertThat(Script.runs(Timeline.of(Script.read(statements, TimeKind.OCCURRENCE, 0)))).isEqualTo(runs);
	}

}
