package dev.loci.extract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

import dev.loci.memory.Moment;
import dev.loci.memory.Moments;
import dev.loci.memory.Precision;

/**
 * A date as a model writes it, as exactly as it writes it.
 */
final class AnswerDate {

	private static final Pattern YEAR = Pattern.compile("\\d{4}");

	private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

	private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

	private static final Pattern ZONE = Pattern.compile(".*T.*(Z|[+-]\\d{2}:?\\d{2})");

	private AnswerDate() {
	}

	/**
	 * Reads a date.
	 * @param zone for a time of day without one
	 */
	static Moment read(String field, String text, ZoneOffset zone) {
		try {
			Moment moment = moment(text, zone);
			if (Moments.isTellable(moment.at())) {
				return moment;
			}
		}
		catch (DateTimeException ex) {
			throw new AnswerRefused(field + " is no date that there is");
		}
		throw new AnswerRefused(field + " lies outside the years 0001 to 9998");
	}

	private static Moment moment(String text, ZoneOffset zone) {
		if (YEAR.matcher(text).matches()) {
			return new Moment(first(text + "-01-01"), Precision.YEAR);
		}
		if (MONTH.matcher(text).matches()) {
			return new Moment(first(text + "-01"), Precision.MONTH);
		}
		if (DAY.matcher(text).matches()) {
			return new Moment(first(text), Precision.DAY);
		}
		return Moment.of(ZONE.matcher(text).matches() ? OffsetDateTime.parse(text).toInstant()
				: LocalDateTime.parse(text).toInstant(zone));
	}

	private static Instant first(String day) {
		return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
	}

}
