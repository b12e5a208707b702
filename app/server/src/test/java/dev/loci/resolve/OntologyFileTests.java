package dev.loci.resolve;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.loci.memory.InvalidOntology;
import dev.loci.memory.Ontology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class OntologyFileTests {

	/** Four lines; what follows begins on the fifth, within the predicates. */
	private static final String START = """
			families:
			  person: [Person]
			  place: [Place, City]
			predicates:
			""";

	@Test
	void readsASmallOntology() {
		Ontology ontology = Ontologies
			.read(START + "  NEAR: {kind: RELATION, subject: city, symmetric: true, object: city}");
		assertThat(ontology.read("near").predicate().symmetric()).isTrue();
		assertThat(ontology.read("near").text("A", "B")).isEqualTo("A near B.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			A: {kind: TASK};A: {kind: TASK}                          | 6 | there twice
			A: {kind: TASK, kind: TASK}                              | 5 | there twice
			A: {kind: TASK, synonyms: [x]};B: {kind: TASK, synonyms: [X]} | 6 | B.synonyms.X already means A
			A: {kind: TASK, synonyms: [x y, x_y]}                    | 5 | already means A
			A: {kind: TASK, synonyms: [b]};B: {kind: TASK}           | 5 | already means B
			A: {kind: TASK, synonyms: [related to]}                  | 5 | already means RELATED_TO
			A: {kind: TASK, synonyms: [x], ends: [x]}                | 5 | A.ends.x already means A
			A: {kind: TASK, ends: [x, x]}                            | 5 | twice
			A: {kind: CHORE}                                         | 5 | unknown kind "CHORE"
			A: {time: state}                                         | 5 | kind is missing in A
			A: {kind: TASK, slot: object}                            | 5 | unknown slot "object"
			A: {kind: TASK, time: sometimes}                         | 5 | unknown time "sometimes"
			A: {kind: TASK, colour: red}                             | 5 | unknown key "colour"
			A: {kind: TASK, inverse: B}                              | 5 | there is no predicate B
			A: {kind: TASK, inverse: B};B: {kind: TASK}              | 5 | does not name A
			A: {kind: TASK};B: {inverse: A}                          | 6 | does not name B
			A: {kind: TASK, inverse: B};B: {inverse: C};C: {kind: TASK, inverse: B} | 5 | does not name A
			A: {kind: TASK, inverse: B};B: {kind: TASK, inverse: A}  | 5 | only one
			A: {inverse: B};B: {inverse: A}                          | 5 | only one
			A: {kind: TASK, inverse: A}                              | 5 | symmetric: true
			A: {kind: TASK, inverse: B};B: {inverse: A, text: x}     | 6 | unknown key "text"
			A: {kind: TASK, symmetric: true, inverse: B};B: {inverse: A} | 5 | cannot stand beside an inverse
			A: {kind: TASK, symmetric: maybe}                        | 5 | true or false
			A: {kind: TASK, symmetric: true, object: Person}         | 5 | same types
			A: {kind: TASK, object: date, inverse: B};B: {inverse: A} | 5 | the object must be an entity
			A: {kind: TASK, subject: text}                           | 5 | must be an entity
			A: {kind: TASK, object: Wizard}                          | 5 | a type of no family
			A: {kind: TASK, slot: subject+object}                    | 5 | needs a group
			A: {kind: TASK, slot: subject+object, group: A}          | 5 | small letters
			A: {kind: TASK, group: g}                                | 5 | a group is for
			A: {kind: TASK, slot: subject+object, group: g}          | 5 | no other member
			A: {kind: TASK, slot: subject+object, group: g, time: constant} | 5 | is for states
			A: {kind: TASK, slot: subject, time: occurrence}         | 5 | must be none
			A: {kind: TASK, time: constant, ends: [x]}               | 5 | are for states
			A: {kind: TASK, text: "{subject} and {x}"}               | 5 | each once
			lives in: {kind: TASK}                                   | 5 | must be written LIVES_IN
			A`B: {kind: TASK}                                        | 5 | letters and digits
			RELATED_TO: {kind: TASK}                                 | 5 | already the name
			A: TASK                                                  | 5 | keys with values
			A: {kind: [TASK]}                                        | 5 | a text is expected
			A: {kind: TASK, synonyms: [~, '']}                       | 5 | a text is expected
			A: {kind: TASK;B: {kind: TASK}                           | 6 | no YAML
			""", quoteCharacter = '§')
	void refusesWhatContradictsItselfWithLineAndReason(String predicates, int line, String reason) {
		assertRefused(START + predicates.replace(";", "\n").indent(2), line, reason);
	}

	@Test
	void refusesGroupsThatMixSymmetricPredicatesWithOthers() {
		assertRefused(START + """
				  A: {kind: TASK, slot: subject+object, group: g}
				  B: {kind: TASK, slot: subject+object, group: g, symmetric: true}
				""", 6, "mixes symmetric");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			families: {a: [X], b: [x]};predicates: {}       | 1 | already a type of a
			families: {a: []};predicates: {}                | 1 | has no types
			families: {a: [Date]};predicates: {}            | 1 | kind of value
			families: {}                                    | 1 | predicates is missing
			predicates: {}                                  | 1 | families is missing
			families: {};predicates: {};extra: 1            | 3 | unknown key
			[a, b]                                          | 1 | keys with values
			just words                                      | 1 | keys with values
			families: {};predicates: {};---;a: b            | 3 | one document
			families: {};a: b: c                            | 2 | no YAML
			families: &f {};predicates: {}                  | 1 | anchors
			families: {};predicates: *f                     | 2 | aliases
			families: {};predicates: !!java.net.URL {}      | 2 | tags
			families: !!javax.script.ScriptEngineManager [] | 1 | tags
			families: {};? [a];: b                          | 2 | a text is expected
			families: {};<<: {a: b}                         | 2 | unknown key
			""", quoteCharacter = '§')
	void refusesWhatIsNoOntologyWithLineAndReason(String yaml, int line, String reason) {
		assertRefused(yaml.replace(";", "\n"), line, reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  \n \n", "# nothing\n" })
	void refusesAnEmptyFile(String yaml) {
		assertRefused(yaml, 1, "empty");
	}

	@Test
	void saysTheLineOfACharacterThatYamlDoesNotAllow() {
		assertRefused("families:\n  a\u0007b", 2, "does not allow");
	}

	@Test
	void saysTheLineOfTheSynonymInALongList() {
		assertRefused(START + """
				  A:
				    kind: TASK
				    synonyms:
				      - one
				      - two
				      - one
				""", 10, "A.synonyms.one already means A");
	}

	@Test
	void refusesTooManyPredicates() {
		assertRefused(START + many(201), 4, "more than 200");
		assertThat(Ontologies.read(START + many(200)).predicates()).hasSize(200);
	}

	@Test
	void refusesTooManySynonymsAndTooLongOnes() {
		String synonyms = IntStream.range(0, 101).mapToObj((i) -> "s" + i).collect(Collectors.joining(", "));
		assertRefused(START + "  A: {kind: TASK, synonyms: [" + synonyms + "]}", 5, "more than 100");
		assertRefused(START + "  A:\n    kind: TASK\n    synonyms: [" + "x".repeat(101) + "]", 7, "at most 100");
	}

	@Test
	void refusesHugeAndHostileFilesAtOnce() {
		String bomb = "a: &a [x,x]\n" + IntStream.range(0, 30)
			.mapToObj((i) -> "a%d: &a%d [*a%s,*a%s]%n".formatted(i, i, (i == 0) ? "" : i - 1, (i == 0) ? "" : i - 1))
			.collect(Collectors.joining());
		assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
			assertRefused(bomb, 1, "anchors");
			assertRefused("#".repeat(1024 * 1024 + 1), 1, "1 MiB");
			assertRefused("# " + "東".repeat(400_000), 1, "1 MiB");
			assertRefused("[".repeat(1_000_000), 1, "nested too deep");
			assertRefused("a: {".repeat(200_000), 1, "nested too deep");
			assertRefused(START + many(30_000), 4, "more than 200");
		});
	}

	private static String many(int predicates) {
		return IntStream.range(0, predicates)
			.mapToObj("  P%d: {kind: TASK}\n"::formatted)
			.collect(Collectors.joining());
	}

	private static void assertRefused(String yaml, int line, String reason) {
		assertThatExceptionOfType(InvalidOntology.class).isThrownBy(() -> Ontologies.read(yaml)).satisfies((ex) -> {
			assertThat(ex.reason()).contains(reason);
			assertThat(ex.line()).as(ex.reason()).isEqualTo(line);
		});
	}

}
