package dev.loci.extract;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.loci.extract.Extraction.Usage;
import dev.loci.memory.Authority;
import dev.loci.memory.Moment;
import dev.loci.memory.Named;
import dev.loci.memory.Polarity;
import dev.loci.memory.Precision;
import dev.loci.memory.Told;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.loci.extract.AnswerFactJson.answer;
import static dev.loci.extract.AnswerFactJson.entity;
import static dev.loci.extract.AnswerFactJson.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ModelExtractorIT {

	private static final String NOTHING = "{\"entities\":[],\"facts\":[]}";

	private final ModelStub stub = ModelStub.start();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final ObservationRegistry observations = observations(this.meters);

	private final ModelSettings settings = ModelSettingsFor.stub(this.stub, "attempts", "1", "batch-characters",
			"2000");

	private final ModelEndpoint endpoint = new ModelEndpoint(this.settings, this.meters);

	private final ModelExtractor extractor = new ModelExtractor(this.endpoint, this.settings, ModelWhen.NOTHING,
			this.observations);

	private static ObservationRegistry observations(SimpleMeterRegistry meters) {
		ObservationRegistry observations = ObservationRegistry.create();
		observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
		return observations;
	}

	@AfterEach
	void stop() {
		this.endpoint.close();
		this.stub.close();
	}

	@Test
	void readsFiveEntitiesAndEightFactsInOneCallOfFewTokens() {
		ModelConversation conversation = new ModelConversation().knows("Acme", "Company", "ACME Corp.")
			.knows("Berlin", "City")
			.user("Hi! I moved from Paris to Berlin on 1 March and left Acme for Globex, where I report to Dana Reyes.")
			.assistant("Congratulations! How do you like Berlin?")
			.user("A lot. I have liked it since my visit in 2019. Dana has a dog, Rex, he is 4. My email is al@example.org")
			.user("By the way, I never worked at Initech, that was my brother.");
		this.stub
			.says(answer(List.of(entity(4, "Paris", "City"), entity(5, "Globex", "Company"),
					entity(6, "Dana Reyes", "Person"), entity(7, "Rex", "Dog"), entity(8, "Initech", "Company")),
					fact("LIVES_IN", "The user no longer lives in Paris.").object(4)
						.with("polarity", "end")
						.end("2024-03-01")
						.with("quote", "moved from Paris"),
					fact("LIVES_IN", "The user lives in Berlin.").object(3)
						.start("2024-03-01")
						.with("present", true)
						.with("quote", "to Berlin on 1 March"),
					fact("WORKS_AT", "The user left Acme.").object(2).with("polarity", "end").quoting("left Acme"),
					fact("WORKS_AT", "The user works at Globex.").object(5).with("present", true).quoting("for Globex"),
					fact("REPORTS_TO", "The user reports to Dana Reyes.").object(6)
						.with("present", true)
						.quoting("report to Dana Reyes"),
					fact("VISITED", "The user visited Berlin in 2019.").in(3)
						.object(3)
						.start("2019")
						.quoting("my visit in 2019"),
					fact("AGE_IS", "Rex is 4 years old.").in(3)
						.with("subject", 7)
						.value(4)
						.with("present", true)
						.quoting("he is 4"),
					fact("WORKS_AT", "The user never worked at Initech.").in(4)
						.object(8)
						.with("polarity", "retract")
						.quoting("never worked at Initech")))
			.says("{\"verdicts\":[]}");
		Extraction extraction = this.extractor.extract(conversation.excerpt());
		assertThat(extraction.dropped()).isEmpty();
		assertThat(extraction.told()).hasSize(8);
		assertThat(extraction.usage()).isEqualTo(new Usage(1, ModelStub.PROMPT_TOKENS, ModelStub.COMPLETION_TOKENS));
		Told left = extraction.told().get(0);
		assertThat(left.subject()).isEqualTo(ModelConversation.SELF);
		assertThat(left.object()).isEqualTo(Named.of("Paris", "City"));
		assertThat(left.polarity()).isEqualTo(Polarity.END);
		assertThat(left.source().quote()).isEqualTo("moved from Paris");
		Told moved = extraction.told().get(1);
		assertThat(moved.object()).isEqualTo(Named.of(conversation.known(1).id()));
		assertThat(moved.from())
			.isEqualTo(new Moment(OffsetDateTime.parse("2024-03-01T00:00Z").toInstant(), Precision.DAY));
		assertThat(moved.holdsAt()).isEqualTo(ModelConversation.SAID_AT.toInstant());
		assertThat(moved.wording().text()).isEqualTo("The user lives in Berlin.");
		assertThat(moved.wording().confidence()).isEqualTo(0.9);
		assertThat(moved.source().episode()).isEqualTo(conversation.utterance(0).source().episode());
		assertThat(extraction.told().get(7).polarity()).isEqualTo(Polarity.RETRACT);
		new Judge(this.endpoint, this.observations).judge(
				List.of(new JudgePair(JudgePair.Kind.ENTITIES, "Dana Reyes, Person", "Dana, Person: has the dog Rex"),
						new JudgePair(JudgePair.Kind.FACTS, "The user lives in Paris.", "The user lives in Berlin.")));
		assertThat(this.stub.calls()).isEqualTo(2);
		System.out.println("prompt tokens for five entities and eight facts: " + this.stub.promptTokens());
		assertThat(this.stub.promptTokens()).isLessThan(3_000);
	}

	@Test
	void tellsTheModelWhoSpeaksWhenAndWhoIsKnown() {
		ModelConversation conversation = new ModelConversation().knows("Dana \"D\" Reyes", "Person", "Dee")
			.add("user", Named.of("Will", "Person"), "I like tea.", true, Authority.USER)
			.add(null, null, "A report.", true, Authority.AGENT);
		this.stub.says(NOTHING);
		this.extractor.extract(conversation.excerpt());
		assertThat(this.stub.told("user")).contains("new ones get numbers from 3:\n")
			.contains("\n1 \"Will\" \"Person\" (speaks)\n2 \"Dana \\\"D\\\" Reyes\" \"Person\" also \"Dee\"\n")
			.contains(" message 1, user, speaker 1, said Friday 2024-05-17T10:30+02:00, claims yes\nI like tea.\n")
			.contains(" message 2, text, said Friday 2024-05-17T10:31+02:00, claims yes\nA report.\n");
		assertThat(this.stub.told("system")).contains("\nLIVES_IN Person|Animal > Place 1\n")
			.contains("\nMET Person > Person once\n")
			.contains("\nHAS_NAME any > text 1\n");
	}

	@Test
	void tellsAnEmptyAnswerFromAFailure() {
		this.stub.says(NOTHING).says("Sorry, there is nothing here.").says("{\"facts\":");
		Excerpt excerpt = new ModelConversation().user("Nice weather!").excerpt();
		assertThat(this.extractor.extract(excerpt).told()).isEmpty();
		assertThatExceptionOfType(ExtractionFailed.class).isThrownBy(() -> this.extractor.extract(excerpt))
			.withMessage("the model's answer is no JSON, or breaks off, when asked once more, too")
			.satisfies((ex) -> assertThat(ex.usage().calls()).isEqualTo(2))
			.satisfies((ex) -> assertThat(ex.usage().promptTokens()).isEqualTo(2 * ModelStub.PROMPT_TOKENS));
		assertThat(count("nothing")).isEqualTo(1);
		assertThat(count("failed")).isEqualTo(1);
	}

	private long count(String outcome) {
		return this.meters.get("loci.extract").tag("mode", "model").tag("outcome", outcome).timer().count();
	}

	@Test
	void asksNobodyWhereNobodyMayClaimAnything() {
		Extraction extraction = this.extractor
			.extract(new ModelConversation().assistant("You live in Rome.").excerpt());
		assertThat(extraction).isEqualTo(new Extraction(List.of(), List.of(), Usage.NONE));
		assertThat(this.stub.calls()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "I found nothing.", "{\"entities\":[],\"facts\":[", "{\"entities\":[]}", "[]", "\"facts\"",
			"{\"entities\":[],\"facts\":[]} and that is all", "Example: {\"entities\":[],\"facts\":[]}",
			"{\"facts\":[],\"facts\":[],\"entities\":[]}", "null" })
	void asksOnceMoreWithTheErrorWhereTheAnswerCannotBeRead(String unreadable) {
		this.stub.says(unreadable).says(NOTHING);
		Extraction extraction = this.extractor.extract(new ModelConversation().user("Nice weather!").excerpt());
		assertThat(extraction.usage()).isEqualTo(new Usage(2, 1_800, 140));
		assertThat(this.stub.told("user")).contains("Your last answer was of no use: it ")
			.doesNotContain("I found nothing");
	}

	@Test
	void tellsTheModelThatItRefusedOrSaidTooMuch() {
		this.stub.answers(ModelStub.refusal()).says(NOTHING).answers(ModelStub.cutOff("{\"en")).says(NOTHING);
		this.extractor.extract(new ModelConversation().user("Nice weather!").excerpt());
		assertThat(this.stub.told("user")).contains("it was a refusal");
		this.extractor.extract(new ModelConversation().user("Nice weather!").excerpt());
		assertThat(this.stub.told("user")).contains("it was cut off for its length");
	}

	@ParameterizedTest
	@ValueSource(strings = { "```json\n" + NOTHING + "\n```", "```\n" + NOTHING + "\n```  ",
			"<think>The user says {\"facts\": 1}</think>\n" + NOTHING, "\n " + NOTHING + "\n" })
	void readsAnswersWithTheHabitsOfModels(String answer) {
		this.stub.says(answer);
		assertThat(this.extractor.extract(new ModelConversation().user("Nice weather!").excerpt()).usage().calls())
			.isEqualTo(1);
	}

	@Test
	void readsALongTextInSeveralCalls() {
		this.stub.says(answer(List.of(), fact("LIKES", "One.").value("tea").with("quote", "w1 w2")))
			.says(answer(List.of(), fact("LIKES", "Two.").value("rum")))
			.says(NOTHING);
		String text = IntStream.rangeClosed(1, 900).mapToObj((i) -> "w" + i).collect(Collectors.joining(" "));
		Extraction extraction = this.extractor.extract(new ModelConversation().user(text).user("Bye!").excerpt());
		assertThat(extraction.told()).extracting((told) -> told.wording().text()).containsExactly("One.", "Two.");
		assertThat(extraction.told().getFirst().source().quote()).isEqualTo("w1 w2");
		assertThat(extraction.usage().calls()).isEqualTo(3);
	}

	@Test
	void countsWhatAFailureCost() {
		this.stub.says(NOTHING).says("?").says("!");
		ModelConversation conversation = new ModelConversation().user("a".repeat(1_999)).user("b".repeat(1_999));
		assertThatExceptionOfType(ExtractionFailed.class)
			.isThrownBy(() -> this.extractor.extract(conversation.excerpt()))
			.satisfies((ex) -> assertThat(ex.usage().calls()).isEqualTo(3));
	}

	@Test
	void countsWhatItPaidBeforeTheModelWentAway() {
		this.stub.says(NOTHING)
			.says("?")
			.answers(ModelStub.error(503, "overloaded"))
			.answers(ModelStub.error(503, "overloaded"));
		ModelConversation conversation = new ModelConversation().user("a".repeat(1_999)).user("b".repeat(1_999));
		assertThatExceptionOfType(ModelUnavailable.class)
			.isThrownBy(() -> this.extractor.extract(conversation.excerpt()))
			.satisfies((ex) -> assertThat(ex.usage()).as("with an easy one")
				.isEqualTo(new Usage(4, 2 * ModelStub.PROMPT_TOKENS, 2 * ModelStub.COMPLETION_TOKENS)));
	}

	@Test
	void saysThatNobodyReadsNow() {
		this.stub.answers(ModelStub.error(503, "overloaded")).answers(ModelStub.error(503, "overloaded"));
		Excerpt excerpt = new ModelConversation().user("I live in Rome.").excerpt();
		assertThatExceptionOfType(ModelUnavailable.class).isThrownBy(() -> this.extractor.extract(excerpt));
		assertThat(count("unavailable")).isEqualTo(1);
	}

	@Test
	void takesTheWordsOfTheMessageForTheTimeWhereTheyAreUnderstood() {
		Moment friday = new Moment(OffsetDateTime.of(2024, 5, 10, 0, 0, 0, 0, ZoneOffset.UTC).toInstant(),
				Precision.DAY);
		ModelExtractor counting = new ModelExtractor(this.endpoint, this.settings,
				(words, saidAt, dates) -> words.equals("last Friday")
						? Optional.of(new ModelWhen.Meant(friday, null, false, null)) : Optional.empty(),
				this.observations);
		this.stub.says(answer(List.of(entity(2, "Rome", "City")),
				fact("VISITED", "The user visited Rome.").object(2).start("2024-05-16").with("when", "last Friday"),
				fact("COMPLETED", "The user finished.").value("it").start("2024-05-16").with("when", "next Friday")));
		Extraction extraction = counting.extract(new ModelConversation().user("I was in Rome last Friday.").excerpt());
		assertThat(extraction.told().getFirst().from()).isEqualTo(friday);
		assertThat(extraction.told().getLast().from()).isEqualTo(
				new Moment(OffsetDateTime.of(2024, 5, 16, 0, 0, 0, 0, ZoneOffset.UTC).toInstant(), Precision.DAY));
	}

}
