package dev.loci.extract;

import java.util.List;

import dev.loci.extract.Extraction.Dropped;
import dev.loci.memory.Named;
import dev.loci.memory.Told;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static dev.loci.extract.AnswerFactJson.answer;
import static dev.loci.extract.AnswerFactJson.entity;
import static dev.loci.extract.AnswerFactJson.fact;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a model makes up, mixes up or repeats is dropped, and said to be.
 */
class AnswerDropsTests {

	private static final String ACME = entity(3, "Acme", "Company");

	/** Number 1 is the user, number 2 is Berlin. */
	private final ModelConversation conversation = new ModelConversation().knows("Berlin", "City")
		.user("I moved to Berlin in March and work at\n Acme.")
		.assistant("You live in Berlin!");

	private Extraction read(AnswerFactJson... facts) {
		return read(answer(List.of(ACME), facts));
	}

	private Extraction read(String json) {
		Excerpt excerpt = this.conversation.excerpt();
		JsonNode answer = AnswerJson.read(json);
		AnswerDrops drops = new AnswerDrops();
		AnswerEntities entities = new AnswerEntities(new PromptRoster(excerpt), answer.path("entities"), drops);
		return new Extraction(
				new AnswerFacts(excerpt, ModelWhen.NOTHING, drops).statements(answer.path("facts"), entities),
				drops.all(), Extraction.Usage.NONE);
	}

	private static AnswerFactJson works() {
		return fact("WORKS_AT", "The user works at Acme.").object(3);
	}

	private void assertDropped(AnswerFactJson fact, String reason) {
		Extraction extraction = read(works(), fact);
		assertThat(extraction.told()).hasSize(1);
		assertThat(extraction.dropped()).hasSize(1);
		assertThat(extraction.dropped().getFirst().reason()).isEqualTo(reason);
	}

	@Test
	void dropsWhatNamesNobody() {
		assertDropped(works().with("subject", 9), "subject 9 is the number of no entity");
		assertDropped(works().with("subject", 0), "subject 0 is the number of no entity");
		assertDropped(works().object(-1), "object -1 is the number of no entity");
		assertDropped(works().with("subject", "1"), "subject is no whole number");
		assertDropped(works().with("subject", 1.5), "subject is no whole number");
		assertDropped(works().with("object", 99_999_999_999L), "object is no whole number");
		assertDropped(works().with("object", null), "object and value are missing");
		assertDropped(works().with("subject", 3), "subject and object are one");
	}

	@Test
	void dropsEvidenceThatIsNone() {
		assertDropped(works().in(3), "message 3 was not sent");
		assertDropped(works().in(0), "message 0 was not sent");
		assertDropped(works().in(2), "message 2 may not make statements");
		assertDropped(works().with("message", null), "message is missing");
		assertDropped(works().object(2).with("quote", "I hate Acme"), "the message has no such words as its quote");
		assertDropped(works().object(2).with("quote", "\u2026"), "the message has no such words as its quote");
		assertDropped(works().object(2).with("quote", "You live in Berlin!"),
				"the message has no such words as its quote");
	}

	@ParameterizedTest
	@ValueSource(strings = { "WORKS_AT`; MATCH (n) DETACH DELETE n //", "A}]->(b)", "<b>LIKES</b>", "a.b", "\u0000X",
			"\ud800", "🐈", "___", "1234", "LIVES\u2028IN'" })
	void dropsOddPredicates(String predicate) {
		Extraction extraction = read(works(), works().with("predicate", predicate));
		assertThat(extraction.told()).hasSize(1);
		assertThat(extraction.dropped()).hasSize(1);
		assertThat(extraction.dropped().getFirst().reason()).startsWith("predicate ");
	}

	@Test
	void dropsPredicatesThatAreTooLong() {
		assertDropped(works().with("predicate", "X".repeat(101)), "predicate is longer than 100 characters");
		assertDropped(works().with("predicate", " "), "predicate is missing");
		assertDropped(works().with("predicate", 5), "predicate is no text");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			-0.1, confidence is not between 0 and 1
			1.01, confidence is not between 0 and 1
			1e99, confidence is not between 0 and 1
			""")
	void dropsImpossibleConfidence(double confidence, String reason) {
		assertDropped(works().with("confidence", confidence), reason);
	}

	@Test
	void dropsWhatIsNotOfTheSchema() {
		assertDropped(works().with("confidence", "high"), "confidence is no number");
		assertDropped(works().with("confidence", null), "confidence is no number");
		assertDropped(works().with("text", "  "), "text is missing");
		assertDropped(works().with("text", "a\u0000b"), "text contains a NUL character at position 1");
		assertDropped(works().with("text", "x".repeat(2_001)), "text is longer than 2000 characters");
		assertDropped(works().with("polarity", "maybe"), "polarity is none of assert, end and retract");
		assertDropped(works().with("present", "yes"), "present is neither true nor false");
		assertDropped(works().with("object", null).with("value", List.of("a")),
				"value is neither text nor number nor true or false");
		Extraction extraction = read("{\"entities\":[7],\"facts\":[null,\"x\",[],{}]}");
		assertThat(extraction.told()).isEmpty();
		assertThat(extraction.dropped()).hasSize(5);
	}

	@Test
	void dropsHalfCharactersWhereverTheyAre() {
		String half = "\\ud800";
		Extraction extraction = read(
				"{\"entities\":[{\"number\":3,\"name\":\"A" + half + "\",\"type\":null}],\"facts\":["
						+ works().with("text", "HALF").toString().replace("HALF", half) + "]}");
		assertThat(extraction.told()).isEmpty();
		assertThat(extraction.dropped()).hasSize(2);
		assertThat(extraction.dropped()).extracting(Dropped::text).noneMatch((text) -> text.contains("\ud800"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1e400", "-1e999999999" })
	void dropsNumbersThatCannotBeKept(String number) {
		Extraction extraction = read(
				answer(List.of(), fact("HAS_PHONE", "t").value("NUMBER")).replace("\"NUMBER\"", number));
		assertThat(extraction.dropped()).extracting(Dropped::reason)
			.containsExactly("value is beyond all numbers that can be kept");
	}

	/** The model has given the number of one whom it knows to one whom it adds. */
	@ParameterizedTest
	@CsvSource({ "2, Paris, City, 0", "2, Berlin, City, 1", "2, BERLIN , , 1", "2, East Berlin, City, 1",
			"1, Paris, City, 0", "1, Alice, Person, 1" })
	void dropsWhatIsSaidOfOneOfTwo(int number, String name, @Nullable String type, int kept) {
		Extraction extraction = read(answer(List.of(entity(number, name, type)), works().object(2)));

		assertThat(extraction.told()).hasSize(kept);
		if (kept == 0) {
			assertThat(extraction.dropped()).extracting(Dropped::reason)
				.containsExactly("entity: number " + number + " belongs to somebody else",
						((number == 1) ? "subject " : "object ") + number + " is the number of two entities");
		}
	}

	@Test
	void dropsEntitiesWithoutNamesOrWithTwo() {
		Extraction extraction = read(answer(
				List.of(entity(3, " ", "City"), entity(4, "Rome", "City"), entity(4, "Oslo", "City"),
						entity(2, "berlin", "City"), entity(1, "Mallory", "Person"), entity(5, "Lima", "City\" <b>"),
						entity(6, "x".repeat(501), null)),
				works(), works().object(4), works().object(2), works().object(5)));
		assertThat(extraction.told()).extracting(Told::object)
			.containsExactly(Named.of(this.conversation.known(0).id()), Named.of("Lima", null));
		assertThat(extraction.dropped()).extracting(Dropped::reason)
			.containsExactly("entity: name is missing", "entity: number 4 is given to two",
					"entity: number 1 belongs to somebody else", "type of an entity: type is not a few words",
					"entity: name is longer than 500 characters", "object 3 is the number of no entity",
					"object 4 is the number of two entities");
	}

}
