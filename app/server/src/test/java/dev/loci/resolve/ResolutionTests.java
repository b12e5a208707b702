package dev.loci.resolve;

import java.util.List;
import java.util.stream.Collectors;

import dev.loci.memory.Outcome;
import dev.loci.memory.Statement;
import dev.loci.memory.TimeKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ResolutionTests {

	@ParameterizedTest(name = "{0}: {2}")
	@CsvSource(delimiter = '|',
			textBlock = """
					nothing like it held              | Paris 2018..                    | Berlin 2010..2012           | ADDED      | 2 ADDED 2010..2012
					nothing at all held               |                                 | Paris 2018..                | ADDED      | 1 ADDED 2018..
					nothing at all, heard of          |                                 | Paris said 2020-01-01       | ADDED      | 1 ADDED 2020..
					nothing at all, until             |                                 | Paris ..2010                | ADDED      | 1 ADDED ..2010
					same state, covered               | Paris 2018..                    | Paris 2020..                | REINFORCED |
					same state, heard of              | Paris 2018..                    | Paris said 2020-01-01       | REINFORCED |
					same state, a stretch of it       | Paris 2018..                    | Paris 2020..2022            | REINFORCED |
					same state, earlier start         | Paris 2018..                    | Paris 2016..                | REINFORCED | 1 MOVED 2016..
					same state, until                 | Paris 2018..                    | Paris ..2020                | REINFORCED | 1 CLOSED 2018..2020
					same state, extended              | Paris 2018..2026                | Paris 2018..2030            | REINFORCED | 1 MOVED 2018..2030
					same state, two runs joined       | Paris 2018..2020; Paris 2022..2024 | Paris 2019..2023         | REINFORCED | 1 MOVED 2018..2023, 2 MERGED 2022..2024
					same state, told anew after a stay | Paris 2018..; Berlin 2020..2021 | Paris 2021..             | REINFORCED |
					same state, told anew after retracted years | Paris 2018..; retract Paris 2018..2020 | Paris 2020.. | REINFORCED | 1 MOVED 2020..
					same state, told anew inside retracted years | Paris 2018..; retract Paris 2019..2021 | Paris 2021.. | REINFORCED | 2 MOVED 2021..
					same state, heard of after a stay | Paris 2018..; Berlin 2020..2021 | Paris said 2023-01-01 | REINFORCED |
					same state again after its end    | Paris 2018..2020                | Paris 2022..                | ADDED      | 2 ADDED 2022..
					other state, later                | Paris 2018..                    | Berlin 2020..               | SUPERSEDES | 1 CLOSED 2018..2020, 2 ADDED 2020..
					other state, later, heard of      | Paris said 2018-01-01           | Berlin said 2020-01-01      | SUPERSEDES | 1 CLOSED 2018..2020, 2 ADDED 2020..
					other state, late news            | Paris 2018..; Rome 2022..       | Berlin 2020..               | ADDED      | 1 MOVED 2018..2020, 3 ADDED 2020..2022
					other state, before all           | Paris 2018..                    | Berlin 2016..               | ADDED      | 2 ADDED 2016..2018
					other state, splits a run         | Paris 2018..; Paris 2022..      | Berlin 2020..               | ADDED      | 1 CLOSED 2018..2020, 2 ADDED 2020..2022, 3 SPLIT 2022..
					a stay                            | Paris 2018..                    | Berlin 2020..2021           | ADDED      | 1 CLOSED 2018..2020, 2 ADDED 2020..2021, 3 SPLIT 2021..
					other state, same start           | Paris 2018..                    | Berlin 2018..               | CORRECTS   | 1 DROPPED 2018.., 2 ADDED 2018..
					other state, same start, a stay   | Paris 2018..                    | Berlin 2018..2020           | CORRECTS   | 1 MOVED 2020.., 2 ADDED 2018..2020
					other state, same start, weaker   | user Paris 2018..               | Berlin 2018..               | OUTRANKED  |
					other state, until, no room       | Paris 2018..                    | Berlin ..2020               | OUTRANKED  |
					end                               | Paris 2018..                    | end Paris 2020              | ENDED      | 1 CLOSED 2018..2020
					end of any                        | Paris 2018..                    | end * 2020                  | ENDED      | 1 CLOSED 2018..2020
					end, when heard of                | Paris 2018..                    | end Paris said 2020-01-01   | ENDED      | 1 CLOSED 2018..2020
					end of what is not believed       | Paris 2018..                    | end Berlin 2020             | ENDED      |
					end of an unknown start           | Paris ..2015                    | end Paris 2012              | ENDED      | 1 MOVED ..2012
					later end of an unknown start     | Paris ..2015                    | end Paris 2018              | ENDED      | 1 MOVED ..2018
					its start is learned              | end Berlin 2020                 | Berlin 2018..               | ADDED      | 1 ADDED 2018..2020
					retract                           | Paris 2018..                    | retract Paris               | RETRACTED  | 1 DROPPED 2018..
					retract, the state before goes on | Paris 2018..; Berlin 2020..     | retract Berlin              | RETRACTED  | 1 REOPENED 2018.., 2 DROPPED 2020..
					retract one run                   | Paris 2018..2019; Paris 2020..  | retract Paris 2018..2019    | RETRACTED  | 1 DROPPED 2018..2019
					asserted by later evidence        | Paris 2018..; retract Paris     | Paris 2018..                | ADDED      | 2 ADDED 2018..
					asserted by the same evidence     | Paris 2018..; retract Paris     | Paris 2018.. said 2030-01-01 | OUTRANKED |
					opened again                      | Paris 2018..; end Paris 2020    | correction Paris 2018..     | REINFORCED | 1 REOPENED 2018..
					too weak                          | Paris 2018..                    | Berlin 2020.. weak          | SUGGESTED  |
					""")
	void namesWhatAStatementDoesToOneState(String name, @Nullable String known, String news, String outcome,
			@Nullable String changed) {
		assertOutcome(TimeKind.STATE, known, news, outcome, changed);
	}

	@ParameterizedTest(name = "{0}: {2}")
	@CsvSource(delimiter = '|',
			textBlock = """
					nothing like it held | STATE      |                                | holds 2018..       | ADDED      | 1 ADDED 2018..
					already covered      | STATE      | holds 2018..                   | holds 2020..       | REINFORCED |
					after its end        | STATE      | holds 2018..2019               | holds 2020..       | ADDED      | 2 ADDED 2020..
					end                  | STATE      | holds 2018..                   | end holds 2020     | ENDED      | 1 CLOSED 2018..2020
					retract              | STATE      | holds 2018..                   | retract holds      | RETRACTED  | 1 DROPPED 2018..
					likes, then not      | STATE      | LIKES 2018..                   | DISLIKES 2020..    | SUPERSEDES | 1 CLOSED 2018..2020, 2 ADDED 2020..
					first visit          | OCCURRENCE |                                | holds 2018..       | ADDED      | 1 ADDED 2018..
					second visit         | OCCURRENCE | holds 2018..                   | holds 2020..       | ADDED      | 2 ADDED 2020..
					undated visit        | OCCURRENCE | holds 2018..                   | holds              | REINFORCED |
					end of a visit       | OCCURRENCE | holds 2018..                   | end holds 2020     | ENDED      |
					retract a visit      | OCCURRENCE | holds 2018..; holds 2020..     | retract holds 2018..2019 | RETRACTED | 1 DROPPED 2018..
					constant             | CONSTANT   |                                | Paris              | ADDED      | 1 ADDED ..
					constant, other      | CONSTANT   | Paris                          | Rome               | CORRECTS   | 1 DROPPED .., 2 ADDED ..
					constant, weaker     | CONSTANT   | user Paris                     | Rome               | OUTRANKED  |
					constant, same       | CONSTANT   | Paris                          | Paris              | REINFORCED |
					constant, retracted  | CONSTANT   | Rome; Paris                    | retract Paris      | RETRACTED  | 1 ADDED .., 2 DROPPED ..
					""")
	void namesWhatAStatementDoesToOtherKindsOfSlots(String name, TimeKind time, @Nullable String known, String news,
			String outcome, @Nullable String changed) {
		assertOutcome(time, known, news, outcome, changed);
	}

	private static void assertOutcome(TimeKind time, @Nullable String known, String news, String outcome,
			@Nullable String changed) {
		List<Statement> before = Script.read((known != null) ? known : "", time, 0);
		var ids = Script.ids();
		Beliefs beliefs = Beliefs.none();
		for (int i = 0; i < before.size(); i++) {
			beliefs = Resolution.of(before.subList(0, i), beliefs, before.subList(i, i + 1), ids).beliefs();
		}
		Resolution resolution = Resolution.of(before, beliefs, Script.read(news, time, before.size()), ids);
		Result result = resolution.results().getFirst();
		assertThat(Script.name(result.outcome())).isEqualTo(outcome);
		assertThat(result.changed()
			.stream()
			.map((change) -> change.fact().value().getLeastSignificantBits() + " " + change.kind() + " "
					+ Script.time(change.from()) + ".." + Script.time(change.to()))
			.collect(Collectors.joining(", "))).isEqualTo((changed != null) ? changed : "");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			Paris 2020..2018                      | ends before it starts
			Paris 2020..2020                      | ends before it starts
			Paris 2018.. said 2050-01-01T00:05:00Z | observed 5 minutes or more ahead
			Paris 9999..                          | outside the years 0001 to 9998
			* 2018..                              | asserts nothing in particular
			Paris 2020.. holds 2010               | holds before its start
			Paris 2018..2020 holds 2021           | holds after its end
			end Paris 2020 holds 2019             | holdsAt goes only with what is asserted
			""")
	void refusesWhatCannotBe(String line, String reason) {
		assertThat(Script.accept(line, TimeKind.STATE, 0)).isEqualTo(new Acceptance.Refused(reason));
	}

	@Test
	void acceptsAClockThatIsALittleAhead() {
		assertThat(Script.accept("Paris said 2050-01-01T00:04:59Z", TimeKind.STATE, 0))
			.isInstanceOf(Acceptance.Accepted.class);
	}

	@Test
	void givesARunThatComesBackItsOldName() {
		var ids = Script.ids();
		List<Statement> said = Script.read("Paris 2018..; Berlin 2018..; retract Berlin");
		Resolution resolution = Resolution.of(List.of(), Beliefs.none(), said, ids);
		assertThat(resolution.beliefs().facts()).extracting((fact) -> fact.id().value().getLeastSignificantBits())
			.containsExactly(1L);
		assertThat(resolution.results().get(1).outcome()).isInstanceOf(Outcome.Corrects.class);
	}

}
