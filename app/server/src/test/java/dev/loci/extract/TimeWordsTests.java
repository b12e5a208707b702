package dev.loci.extract;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.stream.Collectors;

import dev.loci.memory.Moment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimeWordsTests {

	/** Each was said on a Wednesday in the middle of July. */
	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			I met Bob today                               | PAST    | at 2026-07-15
			I met Bob yesterday                           | PAST    | at 2026-07-14
			I met Bob yesterday morning                   | PAST    | at 2026-07-14
			I fly tomorrow                                | FUTURE  | at 2026-07-16
			It was the day before yesterday               | PAST    | at 2026-07-13
			It is the day after tomorrow                  | FUTURE  | at 2026-07-17
			I saw her this morning                        | PAST    | at 2026-07-15
			I see her tonight                             | FUTURE  | at 2026-07-15
			I saw her last night                          | PAST    | at 2026-07-14
			I started last Friday                         | PAST    | at 2026-07-10
			I started last Wednesday                      | PAST    | at 2026-07-08
			I start this Friday                           | FUTURE  | at 2026-07-17
			I start next Friday                           | FUTURE  | at 2026-07-24
			I started this Friday                         | PAST    | at 2026-07-10
			I started this Wednesday                      | PAST    | at 2026-07-15
			I started this Monday                         | PAST    | at 2026-07-13
			I met her on Friday                           | PAST    | at 2026-07-10
			I meet her on Friday                          | FUTURE  | at 2026-07-17
			I met her on Wednesday                        | PAST    | at 2026-07-08
			I meet her on Friday evening                  | FUTURE  | at 2026-07-17
			I play every Friday                           | PRESENT |
			I play on Fridays                             | PRESENT |
			On Friday, July 10th, I met her               | PAST    | at 2026-07-10
			I moved last week                             | PAST    | at 2026-07-06
			I move next week                              | FUTURE  | at 2026-07-20
			I moved last weekend                          | PAST    | at 2026-07-11
			I move this weekend                           | FUTURE  | at 2026-07-18
			I moved this weekend                          | PAST    | at 2026-07-11
			I moved this December                         | PAST    | at 2025-12
			I move this December                          | FUTURE  | at 2026-12
			I moved this autumn                           | PAST    | at 2025-09
			I moved last month                            | PAST    | at 2026-06
			I moved this month                            | PAST    | at 2026-07
			I move next month                             | FUTURE  | at 2026-08
			I moved last year                             | PAST    | at 2025
			I moved this year                             | PAST    | at 2026
			I move next year                              | FUTURE  | at 2027
			I moved last summer                           | PAST    | at 2025-06
			I moved this spring                           | PAST    | at 2026-03
			I moved last winter                           | PAST    | at 2025-12
			I move next autumn                            | FUTURE  | at 2026-09
			I moved last fall                             | PAST    | at 2025-09
			I moved in March                              | PAST    | at 2026-03
			I moved in July                               | PAST    | at 2026-07
			I moved in December                           | PAST    | at 2025-12
			I move in December                            | FUTURE  | at 2026-12
			I move in March                               | FUTURE  | at 2027-03
			I move in July                                | FUTURE  |
			I moved last March                            | PAST    | at 2026-03
			I moved in March 2023                         | PAST    | at 2023-03
			I moved in March of 2023                      | PAST    | at 2023-03
			I moved on March 5th                          | PAST    | at 2026-03-05
			I move on March 5th                           | FUTURE  | at 2027-03-05
			I moved on March 5, 2023.                     | PAST    | at 2023-03-05
			I moved on 5 March 2023                       | PAST    | at 2023-03-05
			I moved on the 5th of March                   | PAST    | at 2026-03-05
			I moved on Sept. 3, 2021                      | PAST    | at 2021-09-03
			I moved on 2023-03-05                         | PAST    | at 2023-03-05
			I moved on 3/5/2023                           | PAST    |
			I moved on 25/3/2023                          | PAST    | at 2023-03-25
			I moved on 3/25/2023                          | PAST    | at 2023-03-25
			I moved on 5/5/2023                           | PAST    | at 2023-05-05
			I moved on 05.03.2023                         | PAST    | at 2023-03-05
			I moved on February 30, 2023                  | PAST    |
			I moved on February 29                        | PAST    | at 2024-02-29
			I moved in 2019                               | PAST    | at 2019
			I walked in 2000 steps                        | PAST    |
			I moved in the year 2019                      | PAST    | at 2019
			I was a child in the nineties                 | PAST    |
			I was a child in the 1990s                    | PAST    |
			I moved in the summer of 2021                 | PAST    | at 2021-06
			I moved in winter 2021                        | PAST    | at 2021-12
			I moved at the beginning of 2020              | PAST    | at 2020
			I moved at the end of 2020                    | PAST    | at 2020-12
			I moved at the end of March                   | PAST    | at 2026-03-31
			I moved in early 2020                         | PAST    | at 2020
			I have lived here since 2019                  | PRESENT | since 2019
			I have lived here since March                 | PRESENT | since 2026-03
			I have lived here since last summer           | PRESENT | since 2025-06
			I have lived here since Monday                | PRESENT | since 2026-07-13
			I have been ill since yesterday               | PRESENT | since 2026-07-14
			I have lived here ever since 2019             | PRESENT | since 2019
			I have lived here since I was a child         | PRESENT |
			I have lived here for three years             | PRESENT | lasting 2023
			I have lived here for 18 months               | PRESENT | lasting 2025-01
			I have lived here for two weeks now           | PRESENT | lasting 2026-07-01
			I have lived here for a year and a half       | PRESENT | lasting 2025-01
			I have lived here for the last three years    | PRESENT | lasting 2023
			I have lived here for ages                    | PRESENT |
			I moved three weeks ago                       | PAST    | at 2026-06-24
			I moved 10 days ago                           | PAST    | at 2026-07-05
			I moved a couple of months ago                | PAST    | at 2026-05
			I moved half a year ago                       | PAST    | at 2026-01
			I moved about two years ago                   | PAST    | at 2024
			I moved a year ago                            | PAST    | at 2025
			I moved a few years ago                       | PAST    |
			I met him an hour ago                         | PAST    | at 2026-07-15T07:00:00Z
			I met him half an hour ago                    | PAST    | at 2026-07-15T07:30:00Z
			I moved two days later                        | PAST    |
			I move in two weeks                           | FUTURE  | at 2026-07-29
			I did it in two weeks                         | PAST    |
			I move three months from now                  | FUTURE  | at 2026-10
			I stay until next summer                      | PRESENT | until 2027-06
			I stay until Friday                           | PRESENT | until 2026-07-17
			I stayed until Friday                         | PAST    | until 2026-07-10
			I stay till 2030                              | PRESENT | until 2030
			I stay until the end of 2030                  | PRESENT | until through 2030
			I stay until the end of the month             | PRESENT | until through 2026-07
			I stayed through 2020                         | PAST    | until through 2020
			I stay until now                              | PRESENT |
			I finish by the end of the year               | FUTURE  | by through 2026
			I finish by Friday                            | FUTURE  | by through 2026-07-17
			I lived there from 2015 to 2018               | PAST    | stretch 2015 to through 2018
			I lived there from 2015 until 2018            | PAST    | stretch 2015 to 2018
			I lived there between 2015 and 2018           | PAST    | stretch 2015 to through 2018
			I lived there 2015-2018                       | PAST    | stretch 2015 to through 2018
			I lived there from March to May 2020          | PAST    | stretch 2020-03 to through 2020-05
			I lived there from November to May 2020       | PAST    | stretch 2019-11 to through 2020-05
			I lived there from 2018 to 2015               | PAST    |
			I work from Monday to Friday                  | PRESENT |
			I work from home                              | PRESENT |
			I will be there from tomorrow                 | FUTURE  | since 2026-07-16
			I will be there from 2027 on                  | FUTURE  | since 2027
			I leave at 5 pm                               | FUTURE  | clock
			I met Bob yesterday at 5:30pm                 | PAST    | at 2026-07-14; clock
			I may march on                                | PRESENT |
			May I fall or spring?                         | PRESENT |
			The last name this time                       | PRESENT |
			I lived there from 2015 to 2018 and moved last year | PAST | stretch 2015 to through 2018; at 2025
			""")
	void tellsWhen(String sentence, Tense tense, @Nullable String times) {
		assertThat(times(sentence, "2026-07-15T10:00+02:00", tense)).isEqualTo((times != null) ? times : "");
	}

	@ParameterizedTest(name = "{0} at {1}")
	@CsvSource(delimiter = '|', textBlock = """
			today           | 2026-07-15T00:30+09:00 | at 2026-07-15
			yesterday       | 2026-07-14T23:30-08:00 | at 2026-07-13
			tomorrow        | 2026-12-31T23:59-05:00 | at 2027-01-01
			yesterday       | 2027-01-01T00:10+05:30 | at 2026-12-31
			yesterday       | 2024-03-01T12:00Z      | at 2024-02-29
			last month      | 2026-01-31T12:00Z      | at 2025-12
			a month ago     | 2026-03-31T12:00Z      | at 2026-02
			next month      | 2026-12-31T23:30-08:00 | at 2027-01
			last week       | 2027-01-01T12:00Z      | at 2026-12-21
			a year ago      | 2024-02-29T12:00Z      | at 2023
			last Sunday     | 2026-07-13T00:30+10:00 | at 2026-07-12
			next Monday     | 2026-07-19T23:00+02:00 | at 2026-07-20
			last weekend    | 2026-07-19T12:00+02:00 | at 2026-07-11
			last summer     | 2026-09-01T00:00+02:00 | at 2026-06
			this winter     | 2026-01-15T00:00+02:00 | at 2025-12
			last winter     | 2026-01-15T00:00+02:00 | at 2024-12
			next summer     | 2026-06-01T00:00+02:00 | at 2027-06
			""")
	void countsFromTheDayOfTheSpeaker(String sentence, String saidAt, String times) {
		assertThat(times(sentence, saidAt, Tense.PAST)).isEqualTo(times);
	}

	private static String times(String sentence, String saidAt, Tense tense) {
		return TimeWords.in(sentence, OffsetDateTime.parse(saidAt), tense)
			.stream()
			.map(TimeWordsTests::show)
			.collect(Collectors.joining("; "));
	}

	private static String show(ToldTime time) {
		String through = time.through() ? "through " : "";
		return switch (time.kind()) {
			case AT -> "at " + show(time.from());
			case SINCE -> "since " + show(time.from());
			case LASTING -> "lasting " + show(time.from());
			case UNTIL -> "until " + through + show(time.to());
			case BY -> "by " + through + show(time.to());
			case STRETCH -> "stretch " + show(time.from()) + " to " + through + show(time.to());
			case CLOCK -> "clock";
		};
	}

	static String show(@Nullable Moment moment) {
		if (moment == null) {
			return "";
		}
		Instant at = moment.at();
		return switch (moment.precision()) {
			case YEAR -> at.toString().substring(0, 4);
			case MONTH -> at.toString().substring(0, 7);
			case DAY -> at.toString().substring(0, 10);
			case INSTANT -> at.toString();
		};
	}

}
