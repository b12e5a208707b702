package dev.loci.forget;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociIT;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@LociIT
class ErasureIT {

	private static final String CONVERSATION = """
			{"messages": [{"id": "1", "role": "user", "content": "The first bird."},
			              {"id": "2", "role": "user", "content": "The second bird."},
			              {"id": "3", "role": "user", "content": "The third bird."}], "sessionId": "s-1"}""";

	private final Api api;

	private final Driver driver;

	ErasureIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
	}

	@Test
	void erasesAnEpisodeFromEveryIndexAndClosesTheGapInItsSession() {
		Answer kept = this.api.post("/spaces/demo/episodes", CONVERSATION);
		String second = kept.at("/episodeIds/1").asString();

		Answer erased = this.api.delete("/episodes/" + second);

		assertThat(erased.json().toString()).isEqualTo(
				"{\"episodes\":1,\"passages\":1,\"sessions\":0,\"jobs\":0,\"statements\":0,\"facts\":0,\"blocks\":0}");
		assertThat(this.api.get("/episodes/" + second).status()).isEqualTo(404);
		assertThat(this.api.delete("/episodes/" + second).status()).isEqualTo(404);
		assertThat(this.api.post("/spaces/demo/recall", "{\"query\": \"second bird\"}").response().body())
			.contains("first", "third")
			.doesNotContain("second");
		assertThat(count("""
				MATCH (:Session {id: 's-1'})-[:LAST]->(:Episode {messageId: '3'})<-[:NEXT]-(:Episode {messageId: '1'})
				RETURN count(*) AS n""")).isOne();
	}

	@Test
	void leavesTheRestToBeFoundAtOnceHoweverOftenItIsDone() {
		for (int i = 0; i < 6; i++) {
			String space = "/spaces/space-" + i % 3;
			Answer kept = this.api.post(space + "/episodes?wait=PT30S",
					"{\"messages\": [{\"role\": \"user\", \"content\": \"One unicorn, the %1$d.\"},".formatted(i)
							+ "{\"role\": \"user\", \"content\": \"Another unicorn, the %1$d.\"}]}".formatted(i));
			assertThat(kept.status()).isEqualTo(200);
			String newest = this.api.get(space + "/episodes").at("/items/0/id").asString();
			assertThat(this.api.delete("/episodes/" + newest).status()).isEqualTo(200);

			Answer found = this.api.post(space + "/recall", "{\"query\": \"unicorn\", \"explain\": true}");

			assertThat(found.status()).as(found.response().body()).isEqualTo(200);
			assertThat(found.at("/items")).hasSize(i / 3 + 1)
				.allMatch((item) -> !item.at("/why/vector").isMissingNode());
		}
	}

	@Test
	void neverTellsAReaderOfWhatIsGoneOrFailsHim() throws Exception {
		try (ExecutorService readers = Executors.newFixedThreadPool(4)) {
			List<Future<Integer>> worst = IntStream.range(0, 4)
				.mapToObj((i) -> readers.submit(() -> eraseAndAsk(i)))
				.toList();
			for (Future<Integer> each : worst) {
				assertThat(each.get()).isEqualTo(200);
			}
		}
		assertThat(this.api.get("/spaces/demo/entities").at("/items")).isEmpty();
	}

	/** Returns the worst status. */
	private int eraseAndAsk(int caller) {
		int worst = 0;
		for (int i = 0; i < 8; i++) {
			String word = "plum" + caller + "x" + i;
			String episode = this.api
				.post("/spaces/demo/episodes?wait=PT30S", "{\"text\": \"The tree bears the %s.\"}".formatted(word))
				.status() == 200 ? newest(word) : "";
			this.api.post("/spaces/demo/facts",
					"""
							{"facts": [{"subject": {"name": "Tree %1$s"}, "predicate": "BEARS", "object": {"name": "Fruit %1$s"},
							  "episodeId": "%2$s"}]}"""
						.formatted(word, episode));
			worst = Math.max(worst, this.api.delete("/episodes/" + episode).status());
			Answer found = this.api.post("/spaces/demo/recall",
					"{\"query\": \"tree %s\", \"limit\": 200, \"history\": true}".formatted(word));
			worst = Math.max(worst, found.status());
			assertThat(found.at("/items").findValuesAsString("text")).noneMatch((text) -> text.contains(word));
		}
		return worst;
	}

	private String newest(String word) {
		return this.api.post("/spaces/demo/recall", "{\"query\": \"%s\", \"include\": [\"episodes\"]}".formatted(word))
			.at("/items")
			.valueStream()
			.filter((item) -> item.at("/text").asString().contains(word))
			.findFirst()
			.orElseThrow()
			.at("/id")
			.asString();
	}

	@Test
	void movesTheEndOfASessionBackWhenItsLastEpisodeGoes() {
		Answer kept = this.api.post("/spaces/demo/episodes", CONVERSATION);

		this.api.delete("/episodes/" + kept.at("/episodeIds/2").asString());
		this.api.post("/spaces/demo/episodes", """
				{"messages": [{"id": "4", "role": "user", "content": "The fourth bird."}], "sessionId": "s-1"}""");

		assertThat(count("""
				MATCH (:Session {id: 's-1'})-[:LAST]->(:Episode {messageId: '4'})<-[:NEXT]-(:Episode {messageId: '2'})
				RETURN count(*) AS n""")).isOne();
		assertThat(count("MATCH (:Session)-[last:LAST]->() RETURN count(last) AS n")).isOne();
	}

	@Test
	void erasesJobAndSessionWithTheirLastEpisode() {
		Answer kept = this.api.post("/spaces/demo/episodes?wait=PT30S", CONVERSATION);
		assertThat(kept.status()).isEqualTo(200);

		for (Object id : this.api.get("/spaces/demo/episodes").json().findValuesAsString("id")) {
			this.api.delete("/episodes/" + id);
		}

		assertThat(count("MATCH (n) WHERE n:Episode OR n:Passage OR n:Session OR n:Job RETURN count(n) AS n")).isZero();
		assertThat(this.api.get("/jobs/" + kept.at("/id").asString()).status()).isEqualTo(404);
	}

	@Test
	void erasesASpaceAndNothingElse() {
		this.api.post("/spaces/demo/episodes", CONVERSATION, "Idempotency-Key", "k-1");
		this.api.post("/spaces/other/episodes", CONVERSATION);

		Answer erased = this.api.delete("/spaces/demo");

		assertThat(erased.at("/episodes").asInt()).isEqualTo(3);
		assertThat(erased.at("/passages").asInt()).isEqualTo(3);
		assertThat(this.api.post("/spaces/demo/recall", "{\"query\": \"bird\"}").at("/items")).isEmpty();
		assertThat(this.api.post("/spaces/other/recall", "{\"query\": \"bird\"}").at("/items")).hasSize(3);
		assertThat(count("MATCH (n) WHERE n:ErasedSpace OR n:IdempotencyKey RETURN count(n) AS n")).isZero();
		assertThat(count("MATCH (n:Generation) RETURN count(n) AS n")).isOne();
		assertThat(this.api.delete("/spaces/demo").status()).isEqualTo(404);
	}

	@Test
	void leavesNothingInAnIndex() {
		this.api.post("/spaces/demo/episodes", CONVERSATION);

		this.api.delete("/spaces/demo");

		assertThat(
				count("CALL db.index.fulltext.queryNodes('passage_words', 'bird') YIELD node RETURN count(node) AS n"))
			.isZero();
		assertThat(count("""
				CYPHER 25 MATCH (p:Passage)
				SEARCH p IN (VECTOR INDEX passage_meaning FOR [i IN range(1, 384) | 0.1] LIMIT 10)
				RETURN count(p) AS n""")).isZero();
	}

	@Test
	void startsAnewUnderTheNameOfAnErasedSpace() {
		this.api.post("/spaces/demo/episodes", CONVERSATION, "Idempotency-Key", "k-1");
		this.api.delete("/spaces/demo");

		Answer kept = this.api.post("/spaces/demo/episodes", CONVERSATION, "Idempotency-Key", "k-1");

		assertThat(kept.json().findValuesAsString("duplicate")).containsOnly("false");
		assertThat(this.api.get("/spaces/demo/episodes").at("/items")).hasSize(3);
	}

	private int count(String query) {
		return this.driver.executableQuery(query).execute().records().getFirst().get("n").asInt();
	}

}
