package dev.loci.bench;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * What two people said to each other over months, and questions about it of which it is
 * known where the answers stand. The files of LoCoMo have this form (Maharana et al.,
 * 2024).
 */
record Conversation(String id, List<Session> sessions, List<Asked> questions) {

	private static final Pattern TURN = Pattern.compile("D\\d+:\\d+");

	private static final DateTimeFormatter WHEN = new DateTimeFormatterBuilder().parseCaseInsensitive()
		.appendPattern("h:mm a 'on' d MMMM, yyyy")
		.toFormatter(Locale.ENGLISH);

	static List<Conversation> all(JsonNode file) {
		return file.valueStream().map(Conversation::of).toList();
	}

	private static Conversation of(JsonNode one) {
		JsonNode said = one.at("/conversation");
		List<Session> sessions = new ArrayList<>();
		for (int i = 1; said.has("session_" + i + "_date_time"); i++) {
			if (said.has("session_" + i)) {
				sessions.add(new Session("session_" + i,
						LocalDateTime.parse(said.at("/session_" + i + "_date_time").asString(), WHEN),
						said.at("/session_" + i).valueStream().map(Turn::of).toList()));
			}
		}
		Set<String> known = sessions.stream()
			.flatMap((session) -> session.turns().stream())
			.map(Turn::id)
			.collect(Collectors.toSet());
		List<Asked> questions = one.at("/qa")
			.valueStream()
			.map((question) -> Asked.of(question, known))
			.filter((question) -> !question.evidence().isEmpty())
			.toList();
		return new Conversation(one.at("/sample_id").asString(), sessions, questions);
	}

	List<Turn> turns() {
		return this.sessions.stream().flatMap((session) -> session.turns().stream()).toList();
	}

	/**
	 * What was said on one occasion.
	 */
	record Session(String name, LocalDateTime at, List<Turn> turns) {
	}

	/**
	 * What one of them said; a picture is what it shows.
	 */
	record Turn(String id, String speaker, String text) {

		static Turn of(JsonNode turn) {
			String caption = turn.at("/blip_caption").asString("");
			String text = turn.at("/text").asString() + (caption.isEmpty() ? "" : " [shares a photo: " + caption + "]");
			return new Turn(turn.at("/dia_id").asString(), turn.at("/speaker").asString(),
					text.isBlank() ? "." : text.strip());
		}

	}

	/**
	 * A question.
	 *
	 * @param category 1 several pieces of evidence, 2 time, 3 inference, 4 one piece, 5
	 * about what was not said so
	 * @param evidence the turns in which the answer stands
	 */
	record Asked(String text, int category, Set<String> evidence) {

		static Asked of(JsonNode question, Set<String> known) {
			Set<String> evidence = question.at("/evidence")
				.valueStream()
				.flatMap((each) -> TURN.matcher(each.asString()).results())
				.map(MatchResult::group)
				.filter(known::contains)
				.collect(Collectors.toCollection(LinkedHashSet::new));
			return new Asked(question.at("/question").asString(), question.at("/category").asInt(), evidence);
		}

	}

}
