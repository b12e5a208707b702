package dev.loci.context;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.loci.memory.Block;
import dev.loci.memory.Entity;
import dev.loci.memory.Fence;
import dev.loci.memory.Precision;
import org.jspecify.annotations.Nullable;

/**
 * How memories are written in a context: dated, and with the ids to cite them by. What
 * callers have written cannot pass for a line of its own, nor for the end of it all.
 */
final class Wording {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm")
		.withZone(ZoneOffset.UTC);

	private Wording() {
	}

	static String block(Block block) {
		String purpose = (block.description() != null) ? " (" + name(block.description()) + ")" : "";
		return "## " + block.label() + purpose + " [block " + block.label() + ", version " + block.version() + "]"
				+ text("\n" + block.text()) + "\n";
	}

	static String entity(Entity entity) {
		String aliases = entity.aliases()
			.stream()
			.filter((alias) -> !alias.equals(entity.name()))
			.map(Wording::name)
			.collect(Collectors.joining(", "));
		return typed(entity.name(), entity.type()) + (aliases.isEmpty() ? "" : ", also " + aliases) + " [entity "
				+ entity.id() + "]\n";
	}

	/** Above the facts about it. */
	static String subject(Entity.Ref entity) {
		return "## " + typed(entity.name(), entity.type()) + " [entity " + entity.id() + "]\n";
	}

	private static String typed(String name, @Nullable String type) {
		return name(name) + ((type != null) ? " (" + name(type) + ")" : "");
	}

	static String fact(String text, String dates, Object id) {
		return "- " + text(text) + (dates.isEmpty() ? "" : " (" + dates + ")") + " [fact " + id + "]\n";
	}

	/** The same without a date: {@code since 2024-03, until 2025}. */
	static String dates(@Nullable Instant from, @Nullable Precision begun, @Nullable Instant to,
			@Nullable Precision ended) {
		return Stream
			.of((from != null) ? "since " + day(from, begun) : "", (to != null) ? "until " + day(to, ended) : "")
			.filter((each) -> !each.isEmpty())
			.collect(Collectors.joining(", "));
	}

	/** As exactly as it was told. */
	private static String day(Instant moment, @Nullable Precision precision) {
		String date = moment.atOffset(ZoneOffset.UTC).toLocalDate().toString();
		return switch (Objects.requireNonNullElse(precision, Precision.DAY)) {
			case YEAR -> date.substring(0, 4);
			case MONTH -> date.substring(0, 7);
			case DAY, INSTANT -> date;
		};
	}

	static String episode(Instant occurredAt, @Nullable String name, @Nullable String role, @Nullable String title,
			String text, Object id) {
		String who = Stream.of(name, (name != null && role != null) ? "(" + role + ")" : role, title)
			.filter(Objects::nonNull)
			.map((each) -> name(String.valueOf(each)))
			.collect(Collectors.joining(" "));
		return "- " + MINUTE.format(occurredAt) + (who.isEmpty() ? "" : " " + who) + ": " + text(text) + " [episode "
				+ id + "]\n";
	}

	/** On one line. */
	private static String name(String name) {
		return Fence.defuse(name).replaceAll("\\R", " ");
	}

	/** To the letter, but for marks and for lines that look like those of a context. */
	static String text(String text) {
		return Fence.defuse(text).replaceAll("(\\R)(?=[-#(])", "$1  ");
	}

}
