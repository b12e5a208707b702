package dev.loci.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.Beliefs;
import dev.loci.LociIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@LociIT
class SplitsIT {

	private static final String NOBODY = "0198c5f2-7d4e-7c1a-9b3e-2f6a8d4c1e70";

	private final Api api;

	private final Driver driver;

	private final Believing space;

	SplitsIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
		this.space = new Believing(this.api, "demo");
	}

	@AfterEach
	void theGraphAgreesWithItself() {
		Beliefs.areSound(this.driver);
	}

	@Test
	void moveStatementsToSomebodyNew() {
		List<JsonNode> told = this.space.tell("Will LIVES_IN Paris 2018", "Will LIVES_IN Rome 2020", "Ann KNOWS Will",
				"Bob REPORTS_TO Will");

		Answer split = split("statementIds", "Bill", told.get(1).at("/statementId"), told.get(3).at("/statementId"));

		assertThat(split.status()).as(split.response().body()).isEqualTo(200);
		assertThat(split.at("/entity/name").asString()).isEqualTo("Bill");
		assertThat(split.at("/entity/type").asString()).isEqualTo("Person");
		assertThat(this.space.timeline("Will")).contains("LIVES_IN: Paris 2018..");
		this.space.tell("Bill KNOWS Carol");
		assertThat(this.space.timeline("Bill")).containsExactly("KNOWS: Carol 2024-01-06..", "LIVES_IN: Rome 2020..");
		assertThat(this.space.timeline("Bob")).containsExactly("REPORTS_TO: Bill 2024-01-05..");
		assertThat(this.api.get("/facts/" + told.get(1).at("/fact/id").asString()).at("/subject/name").asString())
			.isEqualTo("Bill");
	}

	@Test
	void moveWhatAFactRestsOn() {
		List<JsonNode> told = this.space.tell("Will LIVES_IN Paris 2018", "Will LIVES_IN Paris 2019",
				"Will LIVES_IN Rome 2020");

		split("factIds", "Bill", told.getFirst().at("/fact/id"));

		assertThat(this.space.beliefs()).hasSize(2)
			.anyMatch((fact) -> fact.startsWith("Bill LIVES_IN Paris 2018.. "))
			.anyMatch((fact) -> fact.startsWith("Will LIVES_IN Rome 2020.. "));
	}

	@Test
	void moveWhatAnEpisodeSaid() {
		List<JsonNode> told = this.space.tell("Will LIVES_IN Paris 2018", "Will LIVES_IN Rome 2020");

		split("episodeIds", "Bill", told.get(1).at("/fact/evidence/0/episodeId"));

		assertThat(this.space.beliefs()).anyMatch((fact) -> fact.startsWith("Will LIVES_IN Paris 2018.. "))
			.anyMatch((fact) -> fact.startsWith("Bill LIVES_IN Rome 2020.. "));
	}

	@Test
	void areUndone() {
		List<JsonNode> told = this.space.tell("Will LIVES_IN Paris 2018", "Will LIVES_IN Rome 2020", "Ann KNOWS Will");
		List<String> before = this.space.facts();
		Answer split = split("factIds", "Bill", told.get(1).at("/fact/id"));
		assertThat(this.space.facts()).isNotEqualTo(before);

		Answer undone = this.space.undo(split);

		assertThat(undone.status()).isEqualTo(200);
		assertThat(undone.at("/entity/id").asString()).isEqualTo(this.space.id("Will"));
		assertThat(this.space.facts()).isEqualTo(before);
		MergesIT.refused(this.space.undo(split), 409, "/problems/already-decided");
	}

	@ParameterizedTest
	@ValueSource(strings = { "merge first split second split", "second split first split merge",
			"second split merge first split" })
	void giveBackWhatTheyTookOfSomebodyWhoHadBeenMerged(String order) {
		List<JsonNode> told = this.space.tell("Will LIVES_IN Paris 2018", "Bob REPORTS_TO Eve", "Ann KNOWS Bob");
		List<String> before = this.space.facts();
		Map<String, Answer> decisions = new HashMap<>();
		decisions.put("merge", this.space.merge("Will", "Bob"));
		decisions.put("first split", split("statementIds", "Bill", told.get(1).at("/statementId")));
		String bill = decisions.get("first split").at("/entity/id").asString();
		decisions.put("second split", this.api.post("/entities/" + bill + "/split",
				"{\"statementIds\": [%s], \"name\": \"Phil\"}".formatted(told.get(1).at("/statementId"))));

		Matcher next = Pattern.compile("merge|(first|second) split").matcher(order);
		while (next.find()) {
			Answer undone = this.space.undo(Objects.requireNonNull(decisions.get(next.group())));
			assertThat(undone.status()).as(undone.response().body()).isEqualTo(200);
		}

		assertThat(this.space.facts()).isEqualTo(before);
	}

	@Test
	void leaveWhatWasKnownBefore() {
		List<JsonNode> told = this.space.tell("Will LIVES_IN Paris 2018", "Will LIVES_IN Rome 2020");
		String then = "knownAt=" + this.space.clock();
		List<String> timeline = this.space.timeline("Will", "?" + then);

		split("factIds", "Bill", told.get(1).at("/fact/id"));

		assertThat(this.space.timeline("Will", "?" + then)).isEqualTo(timeline)
			.containsExactly("LIVES_IN: Paris 2018..2020, Rome 2020..");
	}

	@Test
	void leaveWhatIsSentAgainWhereItBelongsByNow() {
		String statement = """
				{"facts": [{"subject": {"name": "Will"}, "predicate": "LIVES_IN", "object": {"name": "Rome"},
				  "observedAt": "2021-03-01T00:00:00Z"}]}""";
		this.space.tell("Will KNOWS Ann");
		JsonNode told = this.api.post("/spaces/demo/facts", statement).at("/results/0");
		split("factIds", "Bill", told.at("/fact/id"));
		List<String> facts = this.space.facts();

		Answer again = this.api.post("/spaces/demo/facts", statement);

		assertThat(again.status()).as(again.response().body()).isEqualTo(200);
		assertThat(again.at("/results/0/outcome").asString()).isEqualTo("REINFORCED");
		assertThat(again.at("/results/0/statementId")).isEqualTo(told.at("/statementId"));
		assertThat(again.at("/results/0/fact/subject/name").asString()).isEqualTo("Bill");
		assertThat(this.space.facts()).isEqualTo(facts);
	}

	@Test
	void refuseWhatMeansNothing() {
		List<JsonNode> told = this.space.tell("Will LIVES_IN Paris 2018", "Ann KNOWS Bob");
		JsonNode others = told.get(1);

		MergesIT.refused(split("statementIds", "Bill", others.at("/statementId")), 422, "/problems/decision-refused");
		MergesIT.refused(split("factIds", "Bill", others.at("/fact/id")), 422, "/problems/decision-refused");
		MergesIT.refused(split("episodeIds", "Bill", others.at("/fact/evidence/0/episodeId")), 422,
				"/problems/decision-refused");
		for (String list : List.of("statementIds", "factIds", "episodeIds")) {
			MergesIT.refused(send("{\"%s\": [\"%s\"], \"name\": \"Bill\"}".formatted(list, NOBODY)), 404,
					"/problems/not-found");
			MergesIT.refused(send("{\"%s\": [], \"name\": \"Bill\"}".formatted(list)), 400, "/problems/invalid-input");
		}
		MergesIT.refused(send("{\"name\": \"Bill\"}"), 400, "/problems/invalid-input");
		MergesIT.refused(split("statementIds", "", told.getFirst().at("/statementId")), 400, "/problems/invalid-input");
		assertThat(this.space.timeline("Will")).containsExactly("LIVES_IN: Paris 2018..");
	}

	private Answer split(String list, String name, JsonNode... ids) {
		return send("{\"%s\": %s, \"name\": \"%s\"}".formatted(list, List.of(ids), name));
	}

	private Answer send(String body) {
		return this.api.post("/entities/" + this.space.id("Will") + "/split", body);
	}

}
