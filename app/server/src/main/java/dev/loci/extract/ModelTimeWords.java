package dev.loci.extract;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Understands the words for a time that a model hands over, if they tell one time and no
 * more: a bare "on Friday" is the last one, since most of what is told has happened.
 */
final class ModelTimeWords implements ModelWhen {

	@Override
	public Optional<Meant> read(String words, OffsetDateTime saidAt) {
		List<ToldTime> told = TimeWords.in(words, saidAt, Tense.PAST);
		if (told.size() != 1) {
			return Optional.empty();
		}
		ToldTime time = told.getFirst();
		return switch (time.kind()) {
			case AT, SINCE -> Optional.of(new Meant(time.from(), null, false));
			case UNTIL -> Optional.of(new Meant(null, time.to(), time.through()));
			case STRETCH -> Optional.of(new Meant(time.from(), time.to(), time.through()));
			case LASTING, BY, CLOCK -> Optional.empty();
		};
	}

}
