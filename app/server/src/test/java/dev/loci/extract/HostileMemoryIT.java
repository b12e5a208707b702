package dev.loci.extract;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.loci.Api;
import dev.loci.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static dev.loci.extract.AnswerFactJson.answer;
import static dev.loci.extract.AnswerFactJson.entity;
import static dev.loci.extract.AnswerFactJson.fact;
import static org.assertj.core.api.Assertions.assertThat;

/** Messages that want to be instructions, and a model that obeys them, over the API. */
class HostileMemoryIT {

	@RegisterExtension
	private static final LociWithModel loci = new LociWithModel();

	@Test
	void leavesOtherSpacesAndWhatWasSaidEarlierAsTheyAre() throws IOException {
		loci.model()
			.says(answer(List.of(entity(2, "Ana", "Person"), entity(3, "Oolong", null)),
					fact("LIKES", "The user likes oolong.").object(3), fact("KNOWS", "The user knows Ana.").object(2)));
		told(List.of("I like oolong, and I know Ana."));
		Map<String, JsonNode> earlier = facts("demo");
		Set<String> earlierEpisodes = ids("/spaces/demo/episodes");
		loci.api()
			.post("/spaces/admin/facts",
					"{\"facts\": [{\"subject\": {\"name\": \"Root\"}, \"predicate\": \"LIVES_IN\", "
							+ "\"object\": {\"name\": \"Oslo\"}}]}");
		String other = everythingOf("admin");
		assertThat(earlier).hasSize(2);
		assertThat(facts("admin")).hasSize(1);
		loci.model().alwaysAnswers(ModelStub.completion(HostileMessagesIT.OBEDIENT));

		JsonNode job = told(HostileMessagesIT.messages().toList());

		assertThat(job.at("/result/dropped")).isNotEmpty();
		assertThat(everythingOf("admin")).isEqualTo(other);
		Map<String, JsonNode> now = facts("demo");
		assertThat(now).containsAllEntriesOf(earlier);
		assertThat(now.size()).isGreaterThan(earlier.size());
		now.keySet().removeAll(earlier.keySet());
		for (JsonNode learned : now.values()) {
			assertThat(learned.at("/evidence").findValuesAsString("episodeId")).isNotEmpty()
				.doesNotContainAnyElementsOf(earlierEpisodes);
		}
		loci.api().delete("/spaces/admin");
	}

	private static JsonNode told(List<String> contents) {
		List<Map<String, String>> messages = contents.stream()
			.map((content) -> Map.of("role", "user", "content", content))
			.toList();
		Answer answer = loci.api()
			.post("/spaces/demo/episodes?wait=PT50S",
					JsonMapper.shared().writeValueAsString(Map.of("messages", messages)));
		assertThat(answer.status()).as(answer.response().body() + loci.process().output()).isEqualTo(200);
		assertThat(answer.at("/status").asString()).isEqualTo("DONE");
		return answer.json();
	}

	private static Map<String, JsonNode> facts(String space) {
		return loci.api()
			.get("/spaces/" + space + "/facts?limit=100")
			.at("/items")
			.valueStream()
			.collect(Collectors.toMap((fact) -> fact.at("/id").asString(), (fact) -> fact, (one, two) -> one,
					TreeMap::new));
	}

	private static Set<String> ids(String path) {
		return Set.copyOf(loci.api().get(path).at("/items").findValuesAsString("id"));
	}

	private static String everythingOf(String space) {
		return List.of("facts", "entities", "episodes", "suggestions")
			.stream()
			.map((listing) -> loci.api().get("/spaces/" + space + "/" + listing).at("/items").toString())
			.collect(Collectors.joining("\n"));
	}

}
