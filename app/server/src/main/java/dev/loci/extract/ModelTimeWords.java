package dev.loci.extract;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.loci.memory.Moment;

/**
 * Understands the words for a time that a model hands over, if they tell one time and no
 * more. Whether a bare "in March" is the last one or the next one, the sentence around it
 * tells, which the model has understood: its own date decides, or nothing does.
 */
final class ModelTimeWords implements ModelWhen {

	/** What may stand beside a time without changing it. */
	private static final Set<String> IDLE = Set.of("on", "in", "at", "the", "back", "just", "around", "only", "and",
			"then");

	private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Punct}]+");

	@Override
	public Optional<Meant> read(String words, OffsetDateTime saidAt, List<Moment> dates) {
		Optional<Meant> past = meant(words, saidAt, Tense.PAST);
		Optional<Meant> future = meant(words, saidAt, Tense.FUTURE);
		if (past.equals(future)) {
			return past;
		}
		List<Meant> agreed = Stream.of(past, future)
			.flatMap(Optional::stream)
			.filter((meant) -> dates.stream().anyMatch(meant::mayBe))
			.toList();
		return (agreed.size() == 1) ? Optional.of(agreed.getFirst()) : Optional.empty();
	}

	private static Optional<Meant> meant(String words, OffsetDateTime saidAt, Tense tense) {
		List<ToldTime> told = TimeWords.in(words, saidAt, tense);
		if (told.size() != 1 || !isAll(words, told.getFirst())) {
			return Optional.empty();
		}
		ToldTime time = told.getFirst();
		return switch (time.kind()) {
			case AT -> Optional.of(new Meant(time.from(), null, false, time.to()));
			case SINCE -> Optional.of(new Meant(time.from(), null, false, null));
			case UNTIL -> Optional.of(new Meant(null, time.to(), time.through(), null));
			case STRETCH -> Optional.of(new Meant(time.from(), time.to(), time.through(), null));
			case LASTING, BY, CLOCK -> Optional.empty();
		};
	}

	/** "Twenty-five years ago" is not five years ago. */
	private static boolean isAll(String words, ToldTime time) {
		return Stream.of(words.substring(0, time.begin()), words.substring(time.end()))
			.flatMap(BETWEEN::splitAsStream)
			.filter((word) -> !word.isEmpty())
			.allMatch((word) -> IDLE.contains(word.toLowerCase(Locale.ROOT)));
	}

}
