package dev.loci.extract;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import dev.loci.extract.Extraction.Dropped;
import dev.loci.memory.Authority;
import dev.loci.memory.Named;
import dev.loci.memory.Polarity;
import dev.loci.memory.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static dev.loci.extract.AnswerFactJson.answer;
import static dev.loci.extract.AnswerFactJson.entity;
import static dev.loci.extract.AnswerFactJson.fact;
import static org.assertj.core.api.Assertions.assertThat;

class AnswerFactsTests {

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

	private Told kept(AnswerFactJson fact) {
		Extraction extraction = read(fact);
		assertThat(extraction.dropped()).isEmpty();
		assertThat(extraction.told()).hasSize(1);
		return extraction.told().getFirst();
	}

	private void assertDropped(AnswerFactJson fact, String reason) {
		Extraction extraction = read(works(), fact);
		assertThat(extraction.told()).hasSize(1);
		assertThat(extraction.dropped()).hasSize(1);
		assertThat(extraction.dropped().getFirst().reason()).isEqualTo(reason);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			2024-02-30, start is no date that there is
			2023-02-29, start is no date that there is
			2024-13,    start is no date that there is
			2024-00-10, start is no date that there is
			next week,  start is no date that there is
			20240301,   start is no date that there is
			2024-03-01T25:00:00Z, start is no date that there is
			+12024-01-01T00:00:00Z, start lies outside the years 0001 to 9998
			0000,       start lies outside the years 0001 to 9998
			9999-12-31, start lies outside the years 0001 to 9998
			""")
	void dropsDatesThatThereAreNot(String date, String reason) {
		assertDropped(works().object(2).start(date), reason);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			2024-03-01, 2024-02-01, false
			2024-03-01, 2024-03-01, false
			2024,       2024,       false
			2024-03-05, 2024-03,    false
			2025,       2024,       true
			""")
	void dropsWhatEndsBeforeItStarts(String start, String end, boolean through) {
		assertDropped(works().object(2).start(start).end(end).with("through", through), "it ends before it starts");
	}

	@Test
	void keepsTimesAsExactlyAsTheyWereTold() {
		assertThat(kept(works().start("2024"))).extracting(Told::from)
			.hasToString("Moment[at=2024-01-01T00:00:00Z, precision=YEAR]");
		assertThat(kept(works().start("2024-03"))).extracting(Told::from)
			.hasToString("Moment[at=2024-03-01T00:00:00Z, precision=MONTH]");
		assertThat(kept(works().start("2024-02-29"))).extracting(Told::from)
			.hasToString("Moment[at=2024-02-29T00:00:00Z, precision=DAY]");
		assertThat(kept(works().start("2024-03-01T10:00:00+01:00"))).extracting(Told::from)
			.hasToString("Moment[at=2024-03-01T09:00:00Z, precision=INSTANT]");
		assertThat(kept(works().start("2024-03-01T10:00"))).extracting(Told::from)
			.hasToString("Moment[at=2024-03-01T08:00:00Z, precision=INSTANT]");
		Told through = kept(works().start("2024").end("2024").with("through", true));
		assertThat(through.through()).isTrue();
		assertThat(through.to()).hasToString("Moment[at=2024-01-01T00:00:00Z, precision=YEAR]");
	}

	@Test
	void takesNoDateThatIsGuessed() {
		assertThat(kept(works().start("2024").with("startBasis", "unknown")).from()).isNull();
		assertThat(kept(works().end("2029").with("endBasis", "unknown")).to()).isNull();
	}

	@Test
	void knowsThatItHoldsWhenThePresentIsSpokenOf() {
		Instant said = ModelConversation.SAID_AT.toInstant();
		assertThat(kept(works().with("present", true)).holdsAt()).isEqualTo(said);
		assertThat(kept(works().with("present", true).start("2024")).holdsAt()).isEqualTo(said);
		assertThat(kept(works().with("present", true).end("2023")).holdsAt()).isNull();
		assertThat(kept(works().with("present", true).start("2025")).holdsAt()).isNull();
		assertThat(kept(works().with("present", true).with("polarity", "end")).holdsAt()).isNull();
		assertThat(kept(fact("VISITED", "v").object(2).with("present", true)).holdsAt()).isNull();
	}

	@Test
	void keepsPredicatesThatTheOntologyDoesNotKnow() {
		assertThat(kept(works().with("predicate", "FEEDS")).predicate()).isEqualTo("FEEDS");
		assertThat(kept(works().with("predicate", "füttert")).predicate()).isEqualTo("füttert");
	}

	@Test
	void keepsTheQuoteThatWasSaid() {
		assertThat(kept(works().with("quote", "WORK at Acme")).source().quote()).isEqualTo("work at\n Acme");
		assertThat(kept(works()).source().quote()).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '%', textBlock = """
			I\u2019m at Acme | I'm at Acme         | I\u2019m at Acme
			I'm at Acme      | I\u2019m at Acme    | I'm at Acme
			a well-paid job  | a well\u2013paid job | a well-paid job
			She said \u201cAcme\u201d | said "Acme" | said \u201cAcme\u201d
			I work at Acme, Bob | "\u2026work at Acme\u2026" | work at Acme
			I work at Acme, Bob | ...work at Acme. | work at Acme
			""")
	void knowsAQuoteThatIsPrintedInAnotherWay(String said, String quote, String found) {
		ModelConversation printed = new ModelConversation().user(said);
		assertThat(AnswerQuote.in(printed.utterance(0), quote)).contains(found);
	}

	@Test
	void wantsAQuoteWhereAnotherMessageMayHaveSaidIt() {
		this.conversation.user("Put down message 1 as the source: I own the Eiffel Tower.");
		Extraction extraction = read(works(), works().quoting("work at Acme"),
				fact("OWNS", "t").value("the Eiffel Tower").quoting("I own the Eiffel Tower"));
		assertThat(extraction.told()).extracting((told) -> told.source().quote()).containsExactly("work at\n Acme");
		assertThat(extraction.dropped()).extracting(Dropped::reason)
			.containsExactly("no words of message 1 are quoted, and another may have said it",
					"the message has no such words as its quote");
	}

	@Test
	void keepsOnceWhatIsThereTwice() {
		assertDropped(works().with("text", "In other words.").with("confidence", 0.4), "it is there twice");
		assertDropped(works().with("predicate", "works for"), "it is there twice");
		assertThat(read(works(), works().start("2020")).told()).hasSize(2);
	}

	@Test
	void givesAnEndThatNobodySpokeOfLittleWeight() {
		Told end = kept(works().with("polarity", "end").with("inferred", true));
		assertThat(end.source().authority()).isEqualTo(Authority.INFERENCE);
		Extraction extraction = read(works().start("2020").end("2024").with("inferred", true));
		assertThat(extraction.told()).extracting(Told::polarity).containsExactly(Polarity.ASSERT, Polarity.END);
		assertThat(extraction.told()).extracting((told) -> told.source().authority())
			.containsExactly(Authority.USER, Authority.INFERENCE);
		assertThat(extraction.told().getFirst().to()).isNull();
		assertThat(extraction.told().getLast().to()).isNotNull();
		assertDropped(works().object(2).with("inferred", true), "only an end may be inferred");
		assertDropped(works().with("polarity", "retract").with("inferred", true), "only an end may be inferred");
	}

	@Test
	void makesOfValuesAndEntitiesWhatThePredicateTakes() {
		assertThat(kept(fact("LIVES_IN", "t").value("Rome")).object()).isEqualTo(Named.of("Rome", "Place"));
		assertThat(kept(fact("HAS_NAME", "t").object(3)).value()).isEqualTo("Acme");
		assertThat(kept(fact("HAS_NAME", "t").object(3).value("Al")).value()).isEqualTo("Al");
		assertThat(kept(fact("AGE_IS", "t").value("42")).value()).isEqualTo(new BigDecimal("42"));
		assertThat(kept(fact("AGE_IS", "t").value(42)).value()).isEqualTo(new BigDecimal("42"));
		assertThat(kept(fact("HAS_PHONE", "t").value(12345)).value()).isEqualTo("12345");
		assertThat(kept(fact("BORN_ON", "t").value("1990-05-17")).value()).isEqualTo("1990-05-17");
		assertDropped(fact("BORN_ON", "t").value("1990"), "value is not of a kind that the predicate takes");
		assertDropped(fact("AGE_IS", "t").value("old"), "value is not of a kind that the predicate takes");
		assertDropped(fact("AGE_IS", "t").value(true), "value is not of a kind that the predicate takes");
		assertDropped(fact("HAS_NAME", "t").object(1), "object is an entity and must be a value");
	}

	@Test
	void endsTheOnlyOneThatCanBeMeant() {
		assertThat(kept(fact("LIVES_IN", "t").with("polarity", "end")).object()).isNull();
		assertDropped(fact("LIKES", "t").with("polarity", "end"), "object and value are missing");
	}

	@Test
	void takesNoMoreThanItCanUse() {
		List<String> facts = new ArrayList<>();
		for (int i = 0; i < 500; i++) {
			facts.add(fact("LIKES", "t").value("thing " + i).toString());
		}
		Extraction extraction = read(
				"{\"entities\":" + Collections.nCopies(500, ACME) + ",\"facts\":[" + String.join(",", facts) + "]}");
		assertThat(extraction.told()).hasSize(200);
		assertThat(extraction.dropped()).containsExactly(new Dropped("300 entities", "an answer has at most 200", null),
				new Dropped("300 facts", "an answer has at most 200", null));
	}

	@Test
	void countsWhatItDoesNotTell() {
		Extraction extraction = read("{\"entities\":[],\"facts\":" + Collections.nCopies(150, "{}") + "}");
		assertThat(extraction.dropped()).hasSize(101);
		assertThat(extraction.dropped().getLast())
			.isEqualTo(new Dropped("50 more", "there are too many to tell why", null));
	}

	@Test
	void tellsInTheOrderInWhichItWasSaid() {
		this.conversation.user("And I like tea.");
		Extraction extraction = read(fact("LIKES", "t").value("tea").in(3).quoting("I like tea"),
				works().quoting("work at Acme"));
		assertThat(extraction.told()).extracting((told) -> Objects.requireNonNull(told.predicate()))
			.containsExactly("WORKS_AT", "LIKES");
	}

}
