package dev.loci.extract;

import java.time.OffsetDateTime;
import java.util.List;

import dev.loci.memory.Told;
import dev.loci.resolve.Ontologies;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimingTests {

	private static final LocalExtractor EXTRACTOR = new LocalExtractor(ObservationRegistry.NOOP);

	/**
	 * Each was said at eight in the morning of a Monday in Sydney, where UTC still had
	 * Sunday.
	 */
	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			I moved to Berlin today.                | from 2024-05-19T22:00:00Z
			I moved to Berlin this morning.         | from 2024-05-19T22:00:00Z
			I moved to Berlin yesterday.            | from 2024-05-19
			I moved to Berlin this weekend.         | from 2024-05-18
			I moved to Berlin this Sunday.          | from 2024-05-19
			I've moved to Berlin this weekend.      | now
			I moved to Berlin in 2031.              | now
			I am moving to Berlin tomorrow.         | from 2024-05-21
			I am moving to Berlin this weekend.     | from 2024-05-25
			I visited Berlin this weekend.          | from 2024-05-18
			I visited Berlin today.                 | from 2024-05-19T22:00:00Z
			I left Acme today.                      | to 2024-05-19T22:00:00Z
			I left Acme in May.                     | to 2024-05
			I left Acme last week.                  | to 2024-05-19
			I left Acme last summer.                | to 2023-08-31
			I left Acme this week.                  |
			I quit Acme next Friday.                | to 2024-05-31
			I quit Acme on Friday.                  | to 2024-05-17
			I am leaving Acme in March.             | to 2025-03
			I'll stop working at Acme in March.     | to 2025-03
			I work at Acme starting next month.     | from 2024-06
			I lived in Paris in 2020.               | from 2020, through 2020
			I worked at Nokia last summer.          | from 2023-06, through 2023-08-31
			I worked at Nokia this year.            | from 2024, to 2024-05-19T22:00:00Z
			""")
	void datesNothingAheadThatHasHappened(String sentence, @Nullable String time) {
		Utterance said = Examples.said(sentence, true);
		OffsetDateTime saidAt = OffsetDateTime.parse("2024-05-20T08:00+10:00");
		Utterance there = new Utterance("user", said.speaker(), sentence, saidAt, true, said.source());
		assertThat(EXTRACTOR.extract(new Excerpt(Ontologies.standard(), List.of(there), List.of())).told())
			.singleElement()
			.satisfies((told) -> assertThat(time(told, saidAt)).isEqualTo((time != null) ? time : ""));
	}

	private static String time(Told told, OffsetDateTime saidAt) {
		String from = (told.from() != null) ? "from " + TimeWordsTests.show(told.from()) : "";
		String to = (told.to() != null) ? (told.through() ? "through " : "to ") + TimeWordsTests.show(told.to()) : "";
		String now = saidAt.toInstant().equals(told.holdsAt()) ? "now" : "";
		return String.join(", ", List.of(from, to, now).stream().filter((part) -> !part.isEmpty()).toList());
	}

}
