package dev.loci.resolve;

import java.util.List;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.Beliefs;
import dev.loci.LociIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@LociIT
class MergesIT {

	private static final String NOBODY = "0198c5f2-7d4e-7c1a-9b3e-2f6a8d4c1e70";

	private final Api api;

	private final Driver driver;

	private final Believing space;

	MergesIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
		this.space = new Believing(this.api, "demo");
	}

	@AfterEach
	void theGraphAgreesWithItself() {
		Beliefs.areSound(this.driver);
	}

	@Test
	void knowAgainWhatTheyHaveMoved() {
		String statements = """
				{"facts": [{"subject": {"name": "Bob"}, "predicate": "LIVES_IN", "object": {"name": "Rome"},
				  "observedAt": "2021-03-01T00:00:00Z"}, {"subject": {"name": "Ann"}, "predicate": "KNOWS",
				  "object": {"name": "Bob"}, "observedAt": "2021-03-01T00:00:00Z"}]}""";
		this.space.tell("Robert LIVES_IN Paris 2018", "Bob KNOWS Carol");
		List<String> told = sent(statements);
		Answer merged = this.space.merge("Robert", "Bob");
		List<String> facts = this.space.facts();

		assertThat(sent(statements)).isEqualTo(told);
		assertThat(this.space.facts()).isEqualTo(facts);
		this.space.undo(merged);
		facts = this.space.facts();
		assertThat(sent(statements)).isEqualTo(told);
		assertThat(this.space.facts()).isEqualTo(facts);
	}

	@Test
	void leaveWhomOneCouldAskForBefore() {
		this.space.tell("Robert LIVES_IN Paris 2018", "Bob KNOWS Carol");
		String then = "validAt=2025-01-01T00:00:00Z&knownAt=" + this.space.clock();
		List<String> paths = List.of("/entities/" + this.space.id("Bob") + "/timeline?" + then,
				"/entities/" + this.space.id("Bob") + "/context?" + then, "/spaces/demo/context?entity=Bob&" + then);
		List<String> before = paths.stream().map(this::answer).toList();

		this.space.merge("Robert", "Bob");
		this.space.tell("Bob KNOWS Dave");

		assertThat(paths.stream().map(this::answer).toList()).isEqualTo(before);
	}

	private String answer(String path) {
		Answer answer = this.api.get(path);
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
		return answer.json().toString();
	}

	@Test
	void takesFactsAndNamesAlong() {
		this.space.tell("Robert LIVES_IN Paris 2018", "Bob LIVES_IN Berlin 2020", "Bob KNOWS Carol",
				"Carol KNOWS Robert", "Dave REPORTS_TO Bob");

		Answer merged = this.space.merge("Robert", "Bob");

		assertThat(merged.status()).isEqualTo(200);
		assertThat(merged.at("/entity/id").asString()).isEqualTo(this.space.id("Robert"));
		assertThat(merged.at("/entity/aliases").valueStream().map((alias) -> alias.asString())).containsExactly("Bob",
				"Robert");
		assertThat(merged.at("/changed").findValuesAsString("change")).contains("CLOSED", "MOVED");
		assertThat(this.space.timeline("Robert")).containsExactly("KNOWS: Carol 2024-01-04..",
				"LIVES_IN: Paris 2018..2020, Berlin 2020..");
		assertThat(this.space.timeline("Bob")).isEqualTo(this.space.timeline("Robert"));
		assertThat(this.space.timeline("Dave")).containsExactly("REPORTS_TO: Robert 2024-01-06..");
		assertThat(this.api.get("/entities/" + this.space.id("Bob")).at("/mergedInto").asString())
			.isEqualTo(this.space.id("Robert"));
		assertThat(this.api.get("/spaces/demo/entities?name=Bob").at("/items/0/id").asString())
			.isEqualTo(this.space.id("Robert"));
	}

	@Test
	void believesOneFactWhereBothSaidTheSame() {
		List<String> before = ids(this.space.tell("Robert LIVES_IN Paris 2018", "Bob LIVES_IN Paris 2019"));

		this.space.merge("Robert", "Bob");

		assertThat(this.space.timeline("Robert")).containsExactly("LIVES_IN: Paris 2018..");
		assertThat(this.space.facts()).singleElement().asString().startsWith(before.getFirst());
		assertThat(this.api.get("/facts/" + before.getLast()).at("/mergedInto").asString())
			.isEqualTo(before.getFirst());
		assertThat(this.api.get("/facts/" + before.getFirst()).at("/evidence").size()).isEqualTo(2);
	}

	@Test
	void joinsStatesThatTurnOutToBeOne() {
		this.space.tell("Alice LIVES_IN Paris 2018", "Alice LIVES_IN Paname 2020");

		this.space.merge("Paris", "Paname");

		assertThat(this.space.timeline("Alice")).containsExactly("LIVES_IN: Paris 2018..");
	}

	@Test
	void leavesWhatWasKnownBefore() {
		this.space.tell("Robert LIVES_IN Paris 2018", "Bob LIVES_IN Berlin 2020", "Carol KNOWS Bob");
		String then = "knownAt=" + this.space.clock();
		List<String> facts = this.space.facts("&" + then);
		List<String> named = this.space.facts("&subject=Bob&" + then);
		List<String> timeline = this.space.timeline("Bob", "?" + then);

		Answer merged = this.space.merge("Robert", "Bob");
		String together = "knownAt=" + this.space.clock();
		List<String> later = this.space.facts("&" + together);
		this.space.undo(merged);

		assertThat(this.space.facts("&" + then)).isEqualTo(facts);
		assertThat(this.space.facts("&subject=Bob&" + then)).isEqualTo(named).hasSize(2);
		assertThat(this.space.timeline("Bob", "?" + then)).isEqualTo(timeline).hasSize(2);
		assertThat(this.space.facts("&" + together)).isEqualTo(later);
		assertThat(this.space.facts("&subject=Bob&" + together))
			.isEqualTo(this.space.facts("&subject=Robert&" + together))
			.hasSize(3);
		assertThat(this.space.timeline("Bob", "?" + together)).isEqualTo(this.space.timeline("Robert", "?" + together));
	}

	@Test
	void isUndoneWithNothingLost() {
		this.space.tell("Robert LIVES_IN Paris 2018", "Bob LIVES_IN Paris 2018", "Bob LIVES_IN Berlin 2020",
				"Robert LIVES_IN Rome 2020", "Bob KNOWS Carol", "Robert KNOWS Carol", "Robert MARRIED_TO Bob",
				"Dave REPORTS_TO Bob", "Dave REPORTS_TO Robert");
		List<String> before = this.space.facts();

		Answer merged = this.space.merge("Robert", "Bob");
		assertThat(this.space.facts()).isNotEqualTo(before);
		Answer undone = this.space.undo(merged);

		assertThat(undone.status()).isEqualTo(200);
		assertThat(undone.at("/entity/id").asString()).isEqualTo(this.space.id("Bob"));
		assertThat(undone.at("/entity/mergedInto").isNull()).isTrue();
		assertThat(undone.at("/entity/aliases").valueStream().map((alias) -> alias.asString())).containsExactly("Bob");
		assertThat(this.space.facts()).isEqualTo(before);
	}

	@Test
	void isUndoneAfterMoreWasSaid() {
		this.space.tell("Robert LIVES_IN Paris 2018", "Bob LIVES_IN Berlin 2020");
		Answer merged = this.space.merge("Robert", "Bob");
		this.space.tell("Bob LIVES_IN Rome 2022", "Robert KNOWS Carol", "Bob LIVES_IN Berlin 2019");

		this.space.undo(merged);

		assertThat(this.space.timeline("Robert")).containsExactly("KNOWS: Carol 2024-01-05..",
				"LIVES_IN: Paris 2018..");
		assertThat(this.space.timeline("Bob")).containsExactly("LIVES_IN: Berlin 2019..2022, Rome 2022..");
	}

	@Test
	void leavesWithEachWhatWasToldOfItMeanwhile() {
		this.space.api.post("/spaces/demo/facts", """
				{"facts": [{"subject": {"name": "Alice"}, "predicate": "MENTIONS", "object": {"name": "Globex"}},
				           {"subject": {"name": "Alice"}, "predicate": "MENTIONS", "object": {"name": "Initech"}}]}""");
		String globex = this.space.api.get("/spaces/demo/entities?name=Globex").at("/items/0/id").asString();
		String initech = this.space.api.get("/spaces/demo/entities?name=Initech").at("/items/0/id").asString();
		Answer merged = this.space.api.post("/entities/" + globex + "/merge", "{\"other\": \"" + initech + "\"}");

		Answer told = this.space.api.post("/spaces/demo/facts", """
				{"facts": [{"subject": {"name": "Alice"}, "predicate": "MENTIONS",
				            "object": {"name": "Initech", "type": "Organisation", "externalId": "crm-7"}}]}""");

		assertThat(told.at("/results/0/fact/object/id").asString()).as(told.response().body()).isEqualTo(globex);
		assertThat(told.at("/results/0/fact/object/type").asString()).isEqualTo("Organisation");
		assertThat(this.space.api.get("/entities/" + globex).at("/externalId").asString()).isEqualTo("crm-7");
		this.space.undo(merged);
		JsonNode kept = this.space.api.get("/entities/" + globex).json();
		assertThat(kept.at("/type").isNull()).isTrue();
		assertThat(kept.at("/externalId").isNull()).isTrue();
		JsonNode other = this.space.api.get("/entities/" + initech).json();
		assertThat(other.at("/type").asString()).isEqualTo("Organisation");
		assertThat(other.at("/externalId").asString()).isEqualTo("crm-7");
		Answer again = this.space.api.post("/spaces/demo/facts",
				"""
						{"facts": [{"subject": {"externalId": "crm-7"}, "predicate": "MENTIONS", "object": {"name": "Bob"}}]}""");
		assertThat(again.at("/results/0/fact/subject/id").asString()).as(again.response().body()).isEqualTo(initech);
	}

	@Test
	void isUndoneInWhateverOrder() {
		for (boolean firstFirst : new boolean[] { true, false }) {
			Believing there = new Believing(this.api, "space-" + firstFirst);
			there.tell("Cleo LIVES_IN Rome 2016", "Bob LIVES_IN Paris 2018", "Ann LIVES_IN Paris 2018",
					"Cleo LIVES_IN Paris 2018", "Ann KNOWS Dave", "Bob KNOWS Dave", "Cleo KNOWS Dave");
			List<String> before = there.facts();

			Answer first = there.merge("Bob", "Ann");
			Answer second = there.merge("Cleo", "Ann");
			assertThat(there.timeline("Ann")).containsExactly("KNOWS: Dave 2024-01-06..",
					"LIVES_IN: Rome 2016..2018, Paris 2018..");
			there.undo(firstFirst ? first : second);
			assertThat(there.timeline("Ann")).hasSize(2)
				.isEqualTo(firstFirst ? there.timeline("Ann") : there.timeline("Bob"));
			there.undo(firstFirst ? second : first);

			assertThat(there.facts()).isEqualTo(before);
		}
	}

	@Test
	void tellsInTheHistoryWhichDecisionMovedAFact() {
		String fact = ids(this.space.tell("Robert LIVES_IN Paris 2018", "Bob LIVES_IN Berlin 2020")).getLast();

		Answer merged = this.space.merge("Robert", "Bob");

		assertThat(this.api.get("/facts/" + fact + "/history").at("/versions/1/cause").asString())
			.isEqualTo(merged.at("/mergeId").asString());
	}

	@Test
	void refusesWhatMeansNothing() {
		this.space.tell("Robert LIVES_IN Paris 2018", "Bob LIVES_IN Berlin 2020");
		Believing elsewhere = new Believing(this.api, "elsewhere");
		elsewhere.tell("Bob LIVES_IN Oslo 2020");
		String bob = this.space.id("Bob");

		refused(merge(bob, bob), 422, "/problems/decision-refused");
		refused(merge(bob, elsewhere.id("Bob")), 422, "/problems/decision-refused");
		refused(merge(bob, NOBODY), 404, "/problems/not-found");
		refused(merge(NOBODY, bob), 404, "/problems/not-found");
		refused(merge(bob, "Bob"), 400, "/problems/invalid-input");
		refused(this.api.post("/entities/" + bob + "/merge", "{}"), 400, "/problems/invalid-input");
		refused(this.api.send("POST", "/merges/" + NOBODY + "/undo", null), 404, "/problems/not-found");
		Answer merged = this.space.merge("Robert", "Bob");
		refused(this.space.merge("Bob", "Robert"), 409, "/problems/already-decided");
		this.space.undo(merged);
		refused(this.space.undo(merged), 409, "/problems/already-decided");
	}

	@Test
	void knowsNothingOfAnotherTenantsEntities() {
		this.space.tell("Robert LIVES_IN Paris 2018", "Bob LIVES_IN Berlin 2020");
		this.driver.executableQuery("MATCH (e:Entity {name: 'Bob'}) SET e.tenant = 'other'").execute();

		refused(this.space.merge("Robert", "Bob"), 404, "/problems/not-found");
	}

	private List<String> sent(String statements) {
		Answer answer = this.api.post("/spaces/demo/facts", statements);
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
		return answer.at("/results").findValuesAsString("statementId");
	}

	private Answer merge(String id, String other) {
		return this.api.post("/entities/" + id + "/merge", "{\"other\": \"%s\"}".formatted(other));
	}

	static void refused(Answer answer, int status, String type) {
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
		assertThat(answer.at("/type").asString()).isEqualTo(type);
	}

	private static List<String> ids(List<JsonNode> results) {
		return results.stream().map((result) -> result.at("/fact/id").asString()).toList();
	}

}
