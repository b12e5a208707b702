package dev.loci.resolve;

import java.util.List;
import java.util.stream.Stream;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.Beliefs;
import dev.loci.LociIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was put right stays with those of whom it was said, whoever is taken for whom.
 */
@LociIT
class CorrectedEntitiesIT {

	private final Api api;

	private final Driver driver;

	private final Believing space;

	CorrectedEntitiesIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
		this.space = new Believing(this.api, "demo");
	}

	@AfterEach
	void theGraphAgreesWithItself() {
		Beliefs.areSound(this.driver);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', nullValues = "",
			textBlock = """
					Ann LIVES_IN Paris 2018; Annie REPORTS_TO Bob 2019  | retract             | Ann LIVES_IN Paris 2018..
					Ann LIVES_IN Paris 2018; Annie REPORTS_TO Bob 2019  | {"validTo": "2022"} | Ann LIVES_IN Paris 2018..; Annie REPORTS_TO Bob 2019..2022
					Ann LIVES_IN Paris 2018; Annie REPORTS_TO Bob 2019  | {"validFrom": "2021"} | Ann LIVES_IN Paris 2018..; Annie REPORTS_TO Bob 2021..
					Annie LIVES_IN Paris 2018; Ann REPORTS_TO Bob 2019  | {"validTo": "2022"} | Ann REPORTS_TO Bob 2019..2022; Annie LIVES_IN Paris 2018..
					Ann LIVES_IN Paris 2018; Tom REPORTS_TO Annie 2019  | retract             | Ann LIVES_IN Paris 2018..
					Ann LIVES_IN Paris 2018; Tom REPORTS_TO Annie 2019  | {"validTo": "2022"} | Ann LIVES_IN Paris 2018..; Tom REPORTS_TO Annie 2019..2022
					Ann LIVES_IN Paris 2018; Annie FRIEND_OF Tom 2019   | {"validTo": "2022"} | Ann LIVES_IN Paris 2018..; Annie FRIEND_OF Tom 2019..2022
					Ann LIVES_IN Paris 2018; Annie MARRIED_TO Tom 2019  | {"validTo": "2022"} | Ann LIVES_IN Paris 2018..; Annie MARRIED_TO Tom 2019..2022
					Ann LIVES_IN Paris 2018; Annie LIVES_IN Paris 2019  | retract             |
					Ann LIVES_IN Paris 2018; Annie LIVES_IN Paris 2019  | {"validTo": "2022"} | Ann LIVES_IN Paris 2018..2022; Annie LIVES_IN Paris 2019..2022
					Ann LIVES_IN Paris 2018; Annie LIVES_IN Paris 2019  | {"validTo": "2018-06-01"} | Ann LIVES_IN Paris 2018..2018-06-01
					""")
	void keepTheirCorrectionsWhenTheyAreToldApartAgain(String statements, String correction, String believed) {
		List<JsonNode> told = this.space.tell(statements.split("; "));
		Answer merge = this.space.merge("Ann", "Annie");
		String fact = told.get(1).at("/fact/id").asString();
		String living = this.api.get("/facts/" + fact).at("/mergedInto").asString("");
		correct(living.isEmpty() ? fact : living, correction);

		assertThat(this.space.undo(merge).status()).isEqualTo(200);

		assertThat(believed()).isEqualTo((believed != null) ? believed : "");
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', nullValues = "",
			textBlock = """
					Will LIVES_IN Paris 2015; Will REPORTS_TO Bob 2019  | retract             | Will LIVES_IN Paris 2015..
					Will LIVES_IN Paris 2015; Will REPORTS_TO Bob 2019  | {"validTo": "2022"} | Bill REPORTS_TO Bob 2019..2022; Will LIVES_IN Paris 2015..
					Will LIVES_IN Paris 2015; Will REPORTS_TO Bob 2019  | {"validTo": "2022"}; {"validTo": "2023"} | Bill REPORTS_TO Bob 2019..2023; Will LIVES_IN Paris 2015..
					Will LIVES_IN Paris 2015; Will REPORTS_TO Bob 2019  | {"validFrom": "2020", "validTo": "2022"}; retract | Will LIVES_IN Paris 2015..
					Bob LIVES_IN Paris 2015; Bob REPORTS_TO Will 2019   | {"validTo": "2022"} | Bob LIVES_IN Paris 2015..; Bob REPORTS_TO Bill 2019..2022
					Will LIVES_IN Paris 2015; Will LIVES_IN Rome 2019   | retract             | Will LIVES_IN Paris 2015..
					Will LIVES_IN Paris 2015; Will LIVES_IN Paris 2019  | {"validTo": "2022"} | Bill LIVES_IN Paris 2019..; Will LIVES_IN Paris 2015..2022
					""")
	void takeTheirCorrectionsAlongWhenTheyAreSplitOff(String statements, String corrections, String believed) {
		List<JsonNode> told = this.space.tell(statements.split("; "));
		JsonNode said = told.get(1);
		Stream.of(corrections.split("; ")).forEach((each) -> correct(said.at("/fact/id").asString(), each));

		Answer split = this.api.post("/entities/" + this.space.id("Will") + "/split",
				"{\"statementIds\": [\"%s\"], \"name\": \"Bill\"}".formatted(said.at("/statementId").asString()));

		assertThat(split.status()).as(split.response().body()).isEqualTo(200);
		assertThat(believed()).isEqualTo(believed);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"validTo": "2022"}   | 2019..2022
			{"validFrom": "2021"} | 2021..
			""")
	void areAsTheyWereWhenTheSplitIsUndone(String correction, String times) {
		List<JsonNode> told = this.space.tell("Will LIVES_IN Paris 2015", "Will REPORTS_TO Bob 2019");
		String job = told.get(1).at("/fact/id").asString();
		correct(job, correction);
		List<String> before = this.space.facts();

		Answer split = this.api.post("/entities/" + this.space.id("Will") + "/split",
				"{\"factIds\": [\"%s\"], \"name\": \"Bill\"}".formatted(job));

		assertThat(believed()).isEqualTo("Bill REPORTS_TO Bob " + times + "; Will LIVES_IN Paris 2015..");
		assertThat(this.space.undo(split).status()).isEqualTo(200);
		assertThat(this.space.facts()).isEqualTo(before);
	}

	private void correct(String fact, String correction) {
		Answer answer = correction.equals("retract") ? this.api.post("/facts/" + fact + "/retract", "{}")
				: this.api.send("PATCH", "/facts/" + fact, correction);
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
	}

	/** Whichever of two friends is stored as the subject. */
	private String believed() {
		return String.join("; ", this.space.beliefs()
			.stream()
			.map((fact) -> fact.replaceAll(" by .*", "").replaceAll("Tom (FRIEND_OF|MARRIED_TO) Annie", "Annie $1 Tom"))
			.sorted()
			.toList());
	}

}
