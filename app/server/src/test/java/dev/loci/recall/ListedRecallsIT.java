package dev.loci.recall;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociIT;
import dev.loci.Tell;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Recalls are found from either end, by those whom they concern.
 */
@LociIT
class ListedRecallsIT {

	private static final String NOBODYS = "0198c5f2-7d4e-7c1a-9b3e-2f6a8d4c1e70";

	private final Api api;

	private final Driver driver;

	private final Tell tell;

	ListedRecallsIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
		this.tell = new Tell(this.api, "demo");
	}

	@Test
	void findsRecallsByResponseAndByWhatTheyGave() {
		String alice = this.tell.facts("Alice LIVES_IN Paris 2018..").at("/results/0/fact/id").asString();
		String episode = this.api.post("/spaces/other/episodes", "{\"text\": \"Whales sing.\"}")
			.at("/episodeIds/0")
			.asString();
		String first = id(recall("Alice", "a-1"));
		String second = id(recall("Alice", "a-2"));
		String third = id(this.api.post("/spaces/other/recall", "{\"query\": \"whale\", \"responseId\": \"a-1\"}"));

		assertThat(ids(list("responseId=a-1"))).containsExactly(third, first);
		assertThat(ids(list("responseId=a-1&space=demo"))).containsExactly(first);
		assertThat(ids(list("factId=" + alice))).containsExactly(second, first);
		assertThat(ids(list("factId=" + alice + "&responseId=a-2"))).containsExactly(second);
		assertThat(ids(list("factId=" + alice + "&episodeId=" + episode))).isEmpty();
		assertThat(ids(list("episodeId=" + episode))).containsExactly(third);
		assertThat(ids(list("space=demo"))).containsExactly(second, first);
		assertThat(ids(list(""))).containsExactly(third, second, first);
		assertThat(ids(list("responseId=none"))).isEmpty();
		assertThat(list("").at("/items/0/items").isNull()).isTrue();
	}

	@Test
	void listsPageByPage() {
		List<String> asked = IntStream.range(0, 5).mapToObj((i) -> id(recall("nothing", "a"))).toList().reversed();

		for (String filter : List.of("", "&space=demo", "&responseId=a")) {
			Answer first = list("limit=3" + filter);
			Answer second = list("limit=3" + filter + "&cursor=" + first.at("/next").asString());
			assertThat(Stream.concat(ids(first).stream(), ids(second).stream())).isEqualTo(asked);
			assertThat(second.at("/next").isNull()).isTrue();
		}
	}

	@Test
	void listsWhatAnAgentHasAskedForThatAgentAlone() {
		String fact = this.tell.facts("Alice LIVES_IN Paris 2018..").at("/results/0/fact/id").asString();
		String anybodys = id(recall("Alice", "a-1"));
		String scouts = id(this.api.post("/spaces/demo/recall",
				"{\"query\": \"Alice\", \"responseId\": \"a-1\", \"filters\": {\"agentId\": \"scout\"}}"));

		for (String query : List.of("", "responseId=a-1", "space=demo", "factId=" + fact)) {
			assertThat(ids(list(query))).as(query).containsExactly(anybodys);
			assertThat(ids(list(query + "&agentId=other"))).as(query).containsExactly(anybodys);
		}
		assertThat(ids(list("space=demo&agentId=scout"))).containsExactly(scouts, anybodys);
	}

	@Test
	void knowsNoRecallOfAnotherTenant() {
		String fact = this.tell.facts("Alice LIVES_IN Paris 2018..").at("/results/0/fact/id").asString();
		String recall = id(recall("Alice", "a-1"));
		this.api.get("/recalls/" + recall);
		this.driver.executableQuery("""
				MATCH (n) WHERE n.tenant = 'default' SET n.tenant = 'another'""").execute();

		assertThat(this.api.get("/recalls/" + recall).status()).isEqualTo(404);
		assertThat(feedback(recall, fact, true).status()).isEqualTo(404);
		for (String query : List.of("", "responseId=a-1", "space=demo", "factId=" + fact)) {
			assertThat(list(query).at("/items")).as(query).isEmpty();
		}
		assertThat(this.api.get("/recalls/" + NOBODYS).status()).isEqualTo(404);
		assertThat(this.api.get("/recalls/nonsense").status()).isEqualTo(400);
		assertThat(this.api.get("/recalls?factId=nonsense").status()).isEqualTo(400);
	}

	private Answer recall(String query, String responseId) {
		return this.api.post("/spaces/demo/recall",
				"{\"query\": \"%s\", \"responseId\": \"%s\"}".formatted(query, responseId));
	}

	private Answer list(String query) {
		Answer answer = this.api.get("/recalls?" + query);
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
		return answer;
	}

	private Answer feedback(String recall, String memory, boolean helpful) {
		return this.api.post("/recalls/" + recall + "/feedback",
				"{\"memoryId\": \"%s\", \"helpful\": %s}".formatted(memory, helpful));
	}

	private static String id(Answer recall) {
		return recall.at("/recallId").asString();
	}

	private static List<String> ids(Answer list) {
		return list.at("/items").findValuesAsString("recallId");
	}

}
