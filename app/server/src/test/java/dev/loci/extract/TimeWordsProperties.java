package dev.loci.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import static org.assertj.core.api.Assertions.assertThat;

class TimeWordsProperties {

	private static final List<String> PIECES = List.of("since", "until", "from", "to", "in", "on", "the", "end", "of",
			"last", "next", "this", "March", "may", "Friday", "2019", "2019-13", "31/02/2023", "30.2.2023", "year",
			"week", "summer", "half", "a", "99", "999", "decades", "ago", "for", "by", "at", "5", ":", "30pm", "-",
			"between", "and", "winter", "0000-00-00", "٣", "tomorrow", "february", "29th", ",", "🎉");

	@Property(tries = 3_000, seed = "2026")
	void readsAnyWords(@ForAll("sentences") String sentence, @ForAll Tense tense) {
		for (ToldTime time : TimeWords.in(sentence, OffsetDateTime.parse("2024-02-29T23:30-08:00"), tense)) {
			assertThat(time.begin()).isLessThan(time.end());
			assertThat(time.end()).isLessThanOrEqualTo(sentence.length());
		}
	}

	@Property(tries = 1_000, seed = "2026")
	void readsAnyText(@ForAll String text, @ForAll Tense tense) {
		assertThat(TimeWords.in(text, OffsetDateTime.parse("2024-02-29T23:30-08:00"), tense)).isNotNull();
	}

	@Property(tries = 1_000, seed = "2026")
	void countsDaysBackInTheZoneOfTheSpeaker(@ForAll @IntRange(min = 1, max = 999) int days,
			@ForAll @LongRange(min = 0, max = 4_000_000_000L) long second,
			@ForAll @IntRange(min = -18, max = 18) int hours) {
		OffsetDateTime saidAt = Instant.ofEpochSecond(second).atOffset(ZoneOffset.ofHours(hours));
		LocalDate day = saidAt.toLocalDate().minusDays(days);
		assertThat(TimeWords.in("I moved " + days + " days ago.", saidAt, Tense.PAST)).singleElement()
			.satisfies((time) -> assertThat(TimeWordsTests.show(time.from())).isEqualTo(day.toString()));
	}

	@Provide
	Arbitrary<String> sentences() {
		return Arbitraries.of(PIECES).list().ofMaxSize(12).map((pieces) -> String.join(" ", pieces));
	}

}
