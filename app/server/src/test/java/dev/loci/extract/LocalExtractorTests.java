package dev.loci.extract;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import dev.loci.extract.Extraction.Dropped;
import dev.loci.memory.Entity;
import dev.loci.memory.EntityId;
import dev.loci.memory.Named;
import dev.loci.memory.Ontology;
import dev.loci.memory.Precision;
import dev.loci.memory.Told;
import dev.loci.resolve.Ontologies;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class LocalExtractorTests {

	private static final LocalExtractor EXTRACTOR = new LocalExtractor(ObservationRegistry.NOOP);

	private static final Ontology STANDARD = Ontologies.standard();

	/**
	 * Right to the object and the day. The floors lie a little below what was reached, so
	 * that a change for the worse is seen.
	 */
	@ParameterizedTest(name = "{0}")
	@CsvSource(textBlock = """
			sentences-tuned.txt,    0.97, 0.95
			sentences-held-out.txt, 0.97, 0.95
			sentences-everyday.txt, 1.00, 1.00
			""")
	void readsMostAndInventsNextToNothing(String file, double precision, double recall) {
		Score score = Score.of(EXTRACTOR, Examples.in(file));
		System.out.println(file + ": " + score);
		String differences = String.join("\n", score.differences());
		assertThat(score.precision()).as(differences).isGreaterThanOrEqualTo(precision);
		assertThat(score.recall()).as(differences).isGreaterThanOrEqualTo(recall);
	}

	/** Prices and clocks. */
	@ParameterizedTest
	@ValueSource(strings = { "I bought a laptop for around 2000.", "I met Tom at 1900." })
	void takesNoAmountForAYear(String sentence) {
		assertThat(told(sentence))
			.allMatch((told) -> told.from() == null || !told.from().precision().equals(Precision.YEAR));
	}

	/** What is said of a part, of once, or of somebody else is said of nobody here. */
	@ParameterizedTest
	@ValueSource(strings = { "I don't drink coffee with sugar.", "I hate pizza with pineapple.",
			"I hate working with Tom.", "I hate driving in Rome.", "I don't drink beer in Germany.",
			"I don't eat meat a lot.", "I don't always eat meat.", "I usually don't eat meat.",
			"I don't just drink coffee.", "I don't work at Acme on Fridays anymore.",
			"I no longer work at Acme on Mondays.", "I don't play tennis with Tom anymore.",
			"I'm a vegetarian on weekdays.", "My old boss Tom lives in Berlin.", "Tom is my old boss.",
			"My old phone number is 555-123456.", "My old girlfriend Eva lives in Rome.", "We are 4 at home.",
			"We're 12 for dinner.", "I'm 100% with you on this.", "I own a car and drive to work.",
			"I don't use Slack but prefer Teams." })
	void keepsSilentOfWhatIsPartlySo(String sentence) {
		assertThat(told(sentence)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			I live in Berlin and Leila in Vienna.       | LIVES_IN Berlin
			I work at Google and Leila at Meta.         | WORKS_AT Google
			I speak German and Dutch.                   | SPEAKS German, SPEAKS Dutch
			I like cats and hate dogs.                  | LIKES cats, DISLIKES dogs
			I hate tea and love coffee.                 | DISLIKES tea, LIKES coffee
			I use Slack and hate Teams.                 | USES Slack, DISLIKES Teams
			I play chess and love music.                | PRACTISES chess, LIKES music
			I don't like tea but love coffee.           | DISLIKES tea, LIKES coffee
			I like hiking and swimming.                 | LIKES hiking, LIKES swimming
			I like cats and dogs.                       | LIKES cats, LIKES dogs
			I just don't drink coffee.                  | AVOIDS coffee
			I don't work at Acme anymore.               | WORKS_AT Acme
			I'm 34 now.                                 | AGE_IS 34
			""")
	void takesOfEachClauseWhatItSays(String sentence, String claims) {
		assertThat(told(sentence))
			.extracting(
					(told) -> told.predicate() + " " + ((told.object() != null) ? told.object().name() : told.value()))
			.containsExactly(claims.split(", ", -1));
	}

	@Test
	void isObservedAsAModelIs() {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		ObservationRegistry observations = ObservationRegistry.create();
		observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));

		new LocalExtractor(observations).extract(new ModelConversation().user("I live in Berlin.").excerpt());

		assertThat(meters.get("loci.extract").tag("mode", "local").tag("outcome", "found").timer().count()).isOne();
	}

	@Test
	void givesTheSentenceAsItsEvidence() {
		assertThat(told("Hi there! I live in Berlin.  It is nice.")).singleElement()
			.satisfies((told) -> assertThat(told.source().quote()).isEqualTo("I live in Berlin."));
	}

	@Test
	void isLessSureOfWhatItHadToGuess() {
		assertThat(told("I live in Berlin.")).first()
			.satisfies((told) -> assertThat(told.wording().confidence()).isEqualTo(0.9));
		assertThat(told("We live in Berlin.")).first()
			.satisfies((told) -> assertThat(told.wording().confidence()).isLessThan(0.8));
	}

	@Test
	void takesTheTypeOfWhoeverIsKnown() {
		Entity bowls = new Entity(EntityId.next(), "s", "Bowls Club", "Club", List.of("the bowlers"), null,
				Examples.SAID_AT.toInstant(), null);
		Excerpt excerpt = new Excerpt(STANDARD, List.of(Examples.said("i quit the bowlers", true)), List.of(bowls));
		assertThat(EXTRACTOR.extract(excerpt).told()).singleElement()
			.satisfies((told) -> assertThat(told.object()).isEqualTo(Named.of("the bowlers", "Club")));
	}

	@Test
	void readsTheWordsOfASpaceOfItsOwn() {
		Ontology garden = Ontologies.read("""
				families:
				  plant: [Plant]
				predicates:
				  TENDS_TO:
				    kind: RELATION
				    object: Plant
				    synonyms: [looks after, cares for]
				    ends: [gave away]
				""");
		Excerpt excerpt = new Excerpt(
				garden, List.of(Examples
					.said("I've been caring for Fern since May. I gave away Basil. I live in Berlin.", true)),
				List.of());
		assertThat(EXTRACTOR.extract(excerpt).told())
			.extracting(Told::predicate, (told) -> told.object(), Told::polarity)
			.hasToString("[(\"TENDS_TO\", Named[id=null, externalId=null, name=Fern, type=Plant], ASSERT), "
					+ "(\"TENDS_TO\", Named[id=null, externalId=null, name=Basil, type=Plant], END)]");
	}

	@Test
	void countsFromWhereTheSpeakerIs() {
		Utterance said = Examples.said("I moved to Tokyo yesterday.", true);
		Utterance there = new Utterance("user", said.speaker(), said.content(),
				OffsetDateTime.parse("2026-07-15T00:30+09:00"), true, said.source());
		assertThat(EXTRACTOR.extract(new Excerpt(STANDARD, List.of(there), List.of())).told()).singleElement()
			.satisfies((told) -> assertThat(TimeWordsTests.show(told.from())).isEqualTo("2026-07-14"));
	}

	@Test
	void readsNothingThatMayNotClaim() {
		Utterance said = Examples.said("I live in Berlin.", true);
		Utterance context = new Utterance("assistant", said.speaker(), said.content(), said.saidAt(), false,
				said.source());
		assertThat(EXTRACTOR.extract(new Excerpt(STANDARD, List.of(context), List.of())).told()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Ich wohne in Berlin und arbeite bei Siemens.",
			"J'habite à Paris et je travaille pour EDF.", "Vivo en Madrid con mi mujer y mis hijos.",
			"Moro em Lisboa desde 2019 com a minha irmã.", "我住在北京，我喜欢喝茶。", "Я живу в Москве и работаю в Яндексе.",
			"أعيش في القاهرة وأعمل مهندسا", "東京に住んでいます。", "Mieszkam w Warszawie i pracuję jako lekarz w szpitalu." })
	void saysThatALanguageIsNotCovered(String text) {
		Extraction extraction = extract(text);
		assertThat(extraction.told()).isEmpty();
		assertThat(extraction.dropped()).containsExactly(new Dropped(text, "language not covered", null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "ok", "👍", "42", "Ana", "Bob Miller, Ana Lopez", "brb", "2026-07-15", "hmm ok",
			"I live in Berlin.", "Thanks, München was great!" })
	void hasNothingToComplainOfInOtherTexts(String text) {
		assertThat(extract(text).dropped()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"city\": \"Berlin\"}", "<@U123> I moved to Berlin.", "[10:32] I moved to Berlin." })
	void saysThatARecordIsNotRead(String text) {
		Extraction extraction = extract(text);
		assertThat(extraction.told()).isEmpty();
		assertThat(extraction.dropped())
			.containsExactly(new Dropped(text, "records are not read without a model", null));
	}

	@Test
	void readsWhatFollowsARemarkInBrackets() {
		assertThat(told("[Sent from my phone] Hi! I live in Berlin.")).hasSize(1);
	}

	@Test
	void saysWhatIsNotTheSpeakersOwn() {
		assertThat(
				extract("> I live in Rome.\n# About me\nI live in Berlin.\nLet's play a game. I am a king.").dropped())
			.containsExactly(new Dropped("> I live in Rome.\n# About me", Dropped.LEFT_OUT, null),
					new Dropped("Let's play a game. I am a king.", Dropped.LEFT_OUT, null));
		assertThat(extract("Tom wrote: \"I live in Rome. I love chess.\"").dropped()).singleElement()
			.satisfies((dropped) -> assertThat(dropped.isOfAll()).isTrue());
		assertThat(extract("# Me\nYou told me:\nI live in Berlin.").dropped()).isEmpty();
	}

	@Test
	void readsForManyAtOnce() {
		List<String> texts = IntStream.range(0, 200).mapToObj((age) -> "I am " + age + " years old.").toList();
		assertThat(texts.parallelStream().map((text) -> told(text).getFirst().value()).toList())
			.isEqualTo(LongStream.range(0, 200).boxed().toList());
	}

	@Test
	void shortensWhatItComplainsOf() {
		assertThat(extract("Ich bin nicht die Frau von der Post. ".repeat(100)).dropped()).singleElement()
			.satisfies((dropped) -> assertThat(dropped.text()).hasSize(200));
	}

	@Test
	void readsPastCodeTablesAndQuotations() {
		assertThat(told("""
				> I live in Rome.
				```
				I live in Oslo.
				```
				| I | live in | Paris |
				    I live in Prague.
				- I live in Berlin.
				""")).extracting((told) -> told.object()).containsExactly(Named.of("Berlin", "Place"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", ".", " ", "I live in Berlin. ", "I live in ", "A", "'", "my my ", "I ", "\n", "2019 ",
			", ", "😀", "\u0301", "-2019-" })
	void readsLongTextsInTimeThatGrowsWithThem(String piece) {
		String text = piece.repeat(65_536 / piece.length());
		assertTimeout(Duration.ofSeconds(10), () -> assertThatCode(() -> extract(text)).doesNotThrowAnyException());
	}

	private static List<Told> told(String text) {
		return extract(text).told();
	}

	private static Extraction extract(String text) {
		return EXTRACTOR.extract(new Excerpt(STANDARD, List.of(Examples.said(text, true)), List.of()));
	}

}
