package dev.loci.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.loci.memory.Entity;
import dev.loci.memory.EntityId;
import dev.loci.memory.NameKey;
import dev.loci.memory.Named;
import org.jspecify.annotations.Nullable;

/**
 * Who has a number in a prompt: those who speak, and those who are known.
 * <p>
 * The model sees numbers and names, never an id, so there is none that it could make up.
 */
final class PromptRoster {

	private final List<Entry> entries = new ArrayList<>();

	private final Map<Named, Integer> numbers = new LinkedHashMap<>();

	PromptRoster(Excerpt excerpt) {
		Map<EntityId, Entity> known = new LinkedHashMap<>();
		excerpt.known().forEach((entity) -> known.put(entity.id(), entity));
		excerpt.utterances()
			.stream()
			.map(Utterance::speaker)
			.filter(Objects::nonNull)
			.forEach((speaker) -> add(speaker, speaker.id() != null ? known.remove(speaker.id()) : null, true));
		known.values().forEach((entity) -> add(Named.of(entity.id()), entity, false));
	}

	private void add(Named named, @Nullable Entity entity, boolean speaks) {
		if (this.numbers.putIfAbsent(named, this.entries.size() + 1) == null) {
			this.entries.add(new Entry(named, entity, speaks));
		}
	}

	/** Whom a number means. */
	Optional<Named> named(int number) {
		return (number >= 1 && number <= this.entries.size()) ? Optional.of(this.entries.get(number - 1).named())
				: Optional.empty();
	}

	/** What somebody is called who has a number. */
	Optional<String> name(int number) {
		return (number >= 1 && number <= this.entries.size()) ? Optional.ofNullable(this.entries.get(number - 1).name())
				: Optional.empty();
	}

	/**
	 * Whether somebody who has a number may be called so: by a name of theirs, or a part
	 * of one.
	 */
	boolean isCalled(int number, String name) {
		return this.entries.get(number - 1).isCalled(words(name));
	}

	/** Whether nobody has told how somebody is called who has a number. */
	boolean isNameless(int number) {
		Entry entry = this.entries.get(number - 1);
		return entry.name() == null || Named.SELF.equals(entry.named());
	}

	private static Set<String> words(String name) {
		return Set.copyOf(List.of(NameKey.of(name).toString().split(" ", -1)));
	}

	Optional<Integer> number(@Nullable Named named) {
		return Optional.ofNullable(named).map(this.numbers::get);
	}

	int size() {
		return this.entries.size();
	}

	/** A line for each. */
	String lines() {
		StringBuilder lines = new StringBuilder();
		for (int i = 0; i < this.entries.size(); i++) {
			lines.append(i + 1).append(' ').append(this.entries.get(i).line()).append('\n');
		}
		return lines.toString();
	}

	private record Entry(Named named, @Nullable Entity entity, boolean speaks) {

		/** More would say little and cost much. */
		private static final int MOST_ALIASES = 3;

		@Nullable String name() {
			return (this.named.name() != null) ? this.named.name() : (this.entity != null) ? this.entity.name() : null;
		}

		private Stream<String> names() {
			Stream<String> aliases = (this.entity != null) ? this.entity.aliases().stream() : Stream.empty();
			return Stream.concat(Stream.ofNullable(name()), aliases);
		}

		boolean isCalled(Set<String> words) {
			return names().map(PromptRoster::words)
				.anyMatch((called) -> called.containsAll(words) || words.containsAll(called));
		}

		String line() {
			String name = name();
			StringBuilder line = new StringBuilder(
					(name != null) ? PromptWord.quoted(name) : "somebody without a name");
			String type = (this.entity != null) ? this.entity.type() : this.named.type();
			if (type != null) {
				line.append(' ').append(PromptWord.quoted(type));
			}
			if (this.entity != null) {
				this.entity.aliases()
					.stream()
					.filter((alias) -> !alias.equals(name))
					.limit(MOST_ALIASES)
					.forEach((alias) -> line.append(" also ").append(PromptWord.quoted(alias)));
			}
			return (this.speaks ? line.append(" (speaks)") : line).toString();
		}

	}

}
