package dev.loci.extract;

import java.util.List;

import dev.loci.memory.Moment;
import dev.loci.memory.Told;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static dev.loci.extract.AnswerFactJson.answer;
import static dev.loci.extract.AnswerFactJson.entity;
import static dev.loci.extract.AnswerFactJson.fact;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of a model's dates and of the words for the time, read as they are in the
 * service.
 */
class AnswerTimesTests {

	private static final ModelWhen WORDS = new ModelTimeWords();

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			twenty-five years ago        | 1999       | -       | 1999       | -
			halfway through 2021         | 2021-07    | -       | 2021-07    | -
			two weeks before last Friday | 2024-04-26 | -       | 2024-04-26 | -
			the Friday after next week   | 2024-05-31 | -       | 2024-05-31 | -
			two or three weeks ago       | -          | -       | -          | -
			in 2019 or 2020              | -          | -       | -          | -
			before March 3, 2020         | -          | -       | -          | -
			just last Friday             | -          | -       | 2024-05-10 | -
			""")
	void leavesTheModelsDatesWhereItUnderstandsHalfOfTheWords(String when, @Nullable String start, @Nullable String end,
			@Nullable String from, @Nullable String to) {
		assertTimes("assert", when, start, end, from, to);
	}

	/** Each was said on Friday, 17 May 2024. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			end    | last Friday            | -          | 2024-05-10 | -       | 2024-05-10
			end    | last Friday            | -          | -          | -       | 2024-05-10
			end    | last Friday            | 2024-05-10 | -          | -       | 2024-05-10
			end    | last Friday            | -          | 2024-05-09 | -       | 2024-05-10
			end    | in March               | -          | 2024-03    | -       | 2024-03
			end    | in March               | -          | 2024-03-31 | -       | 2024-03
			end    | in July                | -          | 2024-07    | -       | 2024-07
			end    | in March               | -          | -          | -       | -
			end    | since April            | -          | -          | -       | 2024-04
			end    | last week              | -          | 2024-05-06 | -       | 2024-05-12
			end    | in 2019                | 2019       | 2022       | 2019    | 2022
			end    | until July             | -          | 2024-07    | -       | 2024-07
			assert | in March               | -          | 2024-03    | -       | 2024-03
			assert | last Friday            | -          | 2024-05-10 | -       | 2024-05-10
			assert | in 2019                | -          | 2022       | -       | 2022
			assert | in 2019                | 2019       | 2022       | 2019    | 2022
			assert | last Friday            | 2024-05-16 | -          | 2024-05-10 | -
			assert | last Friday            | 2024-01    | 2024-03    | 2024-01 | 2024-03
			assert | since April            | 2024-04-02 | -          | 2024-04 | -
			""")
	void takesTheWordsForWhatTheyTell(String polarity, String when, @Nullable String start, @Nullable String end,
			@Nullable String from, @Nullable String to) {
		assertTimes(polarity, when, start, end, from, to);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			in July                | 2024-07    | -       | 2024-07    | -
			in July                | 2023-07-14 | -       | 2023-07    | -
			in July                | 2024       | -       | 2024-07    | -
			in July                | 2022-07    | -       | 2022-07    | -
			in July                | -          | -       | -          | -
			on Monday              | 2024-05-20 | -       | 2024-05-20 | -
			on Monday              | 2024-05-13 | -       | 2024-05-13 | -
			on Monday              | 2024-05    | -       | 2024-05    | -
			this weekend           | 2024-05-11 | -       | 2024-05-11 | -
			this weekend           | 2024-05-18 | -       | 2024-05-18 | -
			this Sunday            | 2024-05-12 | -       | 2024-05-12 | -
			this December          | 2023-12    | -       | 2023-12    | -
			next month             | 2024-05    | -       | 2024-06    | -
			until July             | 2024-01    | 2024-07 | 2024-01    | 2024-07
			from July to September | 2024-07    | 2024-09 | 2024-07    | 2024-09
			from July to September | 2023-07    | 2023-09 | 2023-07    | 2023-09
			""")
	void leavesItToTheModelWhetherTheLastOrTheNextIsMeant(String when, @Nullable String start, @Nullable String end,
			@Nullable String from, @Nullable String to) {
		assertTimes("assert", when, start, end, from, to);
	}

	private static void assertTimes(String polarity, String when, @Nullable String start, @Nullable String end,
			@Nullable String from, @Nullable String to) {
		AnswerFactJson fact = fact("WORKS_AT", "t").object(3).with("polarity", polarity).with("when", when);
		if (start != null) {
			fact.start(start);
		}
		if (end != null) {
			fact.end(end);
		}
		Told told = read("This is about Acme and " + when + ".", fact);
		assertThat(told.from()).isEqualTo(moment(from));
		assertThat(told.to()).isEqualTo(moment(to));
	}

	private static Told read(String content, AnswerFactJson fact) {
		Excerpt excerpt = new ModelConversation().user(content).excerpt();
		JsonNode json = AnswerJson.read(answer(List.of(entity(3, "Acme", "Company")), fact));
		AnswerDrops drops = new AnswerDrops();
		AnswerEntities entities = new AnswerEntities(new PromptRoster(excerpt), json.path("entities"), drops);
		List<Told> told = new AnswerFacts(excerpt, WORDS, drops).statements(json.path("facts"), entities);
		assertThat(drops.all()).isEmpty();
		assertThat(told).hasSize(1);
		return told.getFirst();
	}

	private static @Nullable Moment moment(@Nullable String date) {
		return (date != null) ? AnswerDate.read("date", date, ModelConversation.SAID_AT.getOffset()) : null;
	}

}
