package dev.loci.recall;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociIT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whom a question names in writing that does not part its words.
 */
@LociIT
class UnpartedNamesIT {

	private final Api api;

	UnpartedNamesIT(@LocalServerPort int port) {
		this.api = new Api(port);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			東京, 東京で何をした
			田中 太郎, 田中はどこに住んでいますか
			王小明, 请问王小明昨天去了哪里？
			Katharina, Katharina去了哪里
			マリー・キュリー, マリー・キュリーは何を発見した
			""")
	void areLinked(String name, String question) {
		this.api.post("/spaces/demo/facts",
				"{\"facts\": [{\"subject\": {\"name\": \"%s\"}, \"predicate\": \"LIKES\", \"object\": {\"name\": \"Tea\"}}]}"
					.formatted(name));

		assertThat(recall(question, "facts").at("/items/0/why/entity/rank").asInt()).isEqualTo(1);
	}

	@Test
	void areLinkedAtTheEndOfALongQuestion() {
		this.api.post("/spaces/demo/facts", """
				{"facts": [{"subject": {"name": "東京"}, "predicate": "LIKES", "object": {"name": "Tea"}}]}""");

		assertThat(recall("それから、".repeat(80) + "東京は？", "facts").at("/items/0/why/entity/rank").asInt()).isEqualTo(1);
	}

	@Test
	void tellWhoSaidIt() {
		this.api.post("/spaces/demo/episodes?wait=PT20S", """
				{"messages": [{"role": "user", "name": "田中", "content": "お茶が好きです。"},
				              {"role": "user", "name": "鈴木", "content": "お茶が好きです。"}]}""");

		Answer given = recall("田中さんは何が好きと言った", "episodes");

		assertThat(given.at("/items").valueStream().filter((item) -> !item.at("/why/speaker").isMissingNode()))
			.singleElement()
			.satisfies((item) -> assertThat(item.at("/name").asString()).isEqualTo("田中"));
	}

	private Answer recall(String question, String include) {
		Answer answer = this.api.post("/spaces/demo/recall",
				"{\"query\": \"%s\", \"explain\": true, \"include\": [\"%s\"]}".formatted(question, include));
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
		return answer;
	}

}
