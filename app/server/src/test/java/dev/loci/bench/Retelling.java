package dev.loci.bench;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.loci.Api;
import dev.loci.bench.Conversation.Session;
import dev.loci.bench.Conversation.Turn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tells the service a conversation as those would who had it, and asks about it.
 */
final class Retelling {

	private static final int SECONDS_BETWEEN = 20;

	private static final int MOST = 20;

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Api api;

	private final String space;

	/** Which turn an episode is. */
	private final Map<String, String> turns = new LinkedHashMap<>();

	Retelling(Api api, Conversation conversation) {
		this.api = api;
		this.space = "/spaces/" + conversation.id();
		conversation.sessions().forEach(this::tell);
		String cursor = "";
		while (cursor != null) {
			Api.Answer page = api.get(this.space + "/episodes?limit=200" + cursor);
			page.at("/items")
				.forEach(
						(episode) -> this.turns.put(episode.at("/id").asString(), episode.at("/messageId").asString()));
			cursor = page.at("/next").isNull() ? null : "&cursor=" + page.at("/next").asString();
		}
		assertThat(this.turns.values())
			.containsExactlyInAnyOrderElementsOf(conversation.turns().stream().map(Turn::id).toList());
	}

	private void tell(Session session) {
		List<Map<String, String>> messages = new ArrayList<>();
		for (Turn turn : session.turns()) {
			messages.add(Map.of("id", turn.id(), "role", "user", "name", turn.speaker(), "content", turn.text(),
					"occurredAt",
					session.at()
						.plusSeconds((long) SECONDS_BETWEEN * messages.size())
						.atOffset(ZoneOffset.UTC)
						.format(DateTimeFormatter.ISO_INSTANT)));
		}
		Api.Answer job = this.api.post(this.space + "/episodes?wait=PT30S",
				JSON.writeValueAsString(Map.of("messages", messages, "sessionId", session.name())));
		while (List.of("ACCEPTED", "RUNNING", "RETRYING").contains(job.at("/status").asString())) {
			job = this.api.get("/jobs/" + job.at("/id").asString());
		}
		assertThat(job.at("/status").asString()).as(job.response().body()).isEqualTo("DONE");
	}

	/** The turns that an answer leads to, when only memories of a kind are asked for. */
	List<String> answer(String question, String kind) {
		Api.Answer answer = this.api.post(this.space + "/recall",
				JSON.writeValueAsString(Map.of("query", question, "limit", MOST, "include", List.of(kind))));
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
		Set<String> turns = new LinkedHashSet<>();
		answer.at("/items")
			.valueStream()
			.flatMap(Retelling::episodes)
			.filter(this.turns::containsKey)
			.forEach((episode) -> turns.add(this.turns.get(episode)));
		return List.copyOf(turns);
	}

	/** A passage is one, and a fact comes from some. */
	private static Stream<String> episodes(JsonNode item) {
		return Stream
			.concat(Stream
				.of(item.at("/kind").asString().equals("episode") ? item.at("/id") : item.at("/said/episodeId")),
					item.at("/evidence").valueStream().map((evidence) -> evidence.at("/episodeId")))
			.map((id) -> id.asString(""));
	}

}
