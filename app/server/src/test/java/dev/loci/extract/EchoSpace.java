package dev.loci.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.loci.Api.Answer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A space to which its own words are sent back. */
record EchoSpace(LociWithModel loci) {

	static final String GIVEN_OUT = "given out by Loci itself";

	void read(String extract) {
		assertThat(this.loci.api().send("PATCH", LociWithModel.SPACE, "{\"extract\": \"" + extract + "\"}").status())
			.isEqualTo(200);
	}

	List<String> believed() {
		return this.loci.api().get("/spaces/demo/facts").at("/items").findValuesAsString("text");
	}

	int evidence(String predicate) {
		return this.loci.api().get("/spaces/demo/facts?predicate=" + predicate).at("/items/0/evidence").size();
	}

	int evidence(String predicate, String subject) {
		return this.loci.api()
			.get("/spaces/demo/facts?predicate=" + predicate + "&subject=" + subject)
			.at("/items/0/evidence")
			.size();
	}

	/** Asks, and waits until it is written down what was given. */
	void recall(String query) {
		String recall = "/recalls/" + this.loci.api()
			.post("/spaces/demo/recall", "{\"query\": \"" + query + "\"}")
			.at("/recallId")
			.asString();
		this.loci.process().await("record of the recall", () -> this.loci.api().get(recall).status() == 200);
	}

	JsonNode say(String role, @Nullable String name, String content) {
		Map<String, @Nullable String> message = new HashMap<>();
		message.put("role", role);
		message.put("name", name);
		message.put("content", content);
		return sent(Map.of("messages", List.of(message)));
	}

	JsonNode sent(Map<String, ?> body) {
		Answer answer = this.loci.api()
			.post("/spaces/demo/episodes?wait=PT50S", JsonMapper.shared().writeValueAsString(body));
		assertThat(answer.status()).as(answer.response().body() + this.loci.process().output()).isEqualTo(200);
		return answer.json();
	}

}
