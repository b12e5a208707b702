package dev.loci.extract;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long an endpoint asks to be left alone: a number of seconds, or a date.
 */
final class EndpointRetryAfter {

	/** Whoever asks for more is asked again all the same. */
	private static final Duration LONGEST = Duration.ofHours(1);

	private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

	private EndpointRetryAfter() {
	}

	static Optional<Duration> of(List<String> values, Clock clock) {
		return values.stream().findFirst().map(String::strip).flatMap((value) -> read(value, clock));
	}

	private static Optional<Duration> read(String value, Clock clock) {
		if (SECONDS.matcher(value).matches()) {
			return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(value))));
		}
		try {
			ZonedDateTime date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
			return Optional.of(bounded(Duration.between(clock.instant(), date.toInstant())));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static Duration bounded(Duration asked) {
		if (asked.isNegative()) {
			return Duration.ZERO;
		}
		return (asked.compareTo(LONGEST) > 0) ? LONGEST : asked;
	}

}
