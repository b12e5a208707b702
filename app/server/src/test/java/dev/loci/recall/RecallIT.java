package dev.loci.recall;

import dev.loci.Api;
import dev.loci.LociIT;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@LociIT
class RecallIT {

	private final Api api;

	RecallIT(@LocalServerPort int port) {
		this.api = new Api(port);
	}

	@Test
	void findsAMessageByItsMeaning() {
		this.api.post("/spaces/demo/episodes", """
				{"messages": [{"role": "user", "content": "My cat is called Mimi."},
				              {"role": "user", "content": "I moved to Berlin in March."}]}""");

		Api.Answer answer = this.api.post("/spaces/demo/recall", """
				{"query": "In which town do I reside?", "limit": 1}""");

		assertThat(answer.at("/items/0/text").asString()).isEqualTo("I moved to Berlin in March.");
	}

}
