package dev.loci.ingest;

import java.time.Duration;
import java.time.Instant;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.Beliefs;
import dev.loci.LociIT;
import dev.loci.Tell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@LociIT
class CorrectionsIT {

	private final Api api;

	private final Driver driver;

	private final Tell tell;

	CorrectionsIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
		this.tell = new Tell(this.api, "demo");
	}

	@AfterEach
	void whatIsBelievedIsSound() {
		Beliefs.areSound(this.driver);
	}

	@Test
	void takeBackOneVisitAndNoOther() {
		String first = fact("Alice VISITED Rome 2010..; Alice VISITED Rome 2012..; Alice VISITED Rome 2014-05..");

		Answer retracted = this.api.post("/facts/" + first + "/retract", "{}");

		assertThat(retracted.at("/changed")).hasSize(1);
		assertThat(this.tell.believed("Alice", "VISITED")).isEqualTo("Rome 2012.. | Rome 2014-05-01..");
	}

	@Test
	void takeBackAVisitForAllWhoSpeakOfIt() {
		String dated = fact("Alice VISITED Rome 2010-05-10.. said 2010-06-01; Alice VISITED Rome said 2011-01-01");
		String undated = fact("Alice VISITED Oslo said 2011-01-01; Alice VISITED Oslo said 2011-02-01");
		this.tell.facts("Alice VISITED Rome 2012.. said 2012-06-01");

		this.api.post("/facts/" + dated + "/retract", "{}");
		this.api.post("/facts/" + undated + "/retract", "{}");

		assertThat(this.tell.believed("Alice", "VISITED")).isEqualTo("Rome 2012..");
	}

	@Test
	void countMoreThanWhatWasObservedByAClockThatIsAhead() {
		String ahead = " said " + Instant.now().plus(Duration.ofMinutes(4));
		String home = fact("Alice LIVES_IN Paris 2018.." + ahead);
		String job = fact("Alice WORKS_AT Acme 2018..2020" + ahead);

		this.api.post("/facts/" + home + "/retract", "{}");
		patch(job, "{\"validTo\": null}");

		assertThat(this.tell.believed("Alice", "LIVES_IN")).isEmpty();
		assertThat(this.tell.believed("Alice", "WORKS_AT")).isEqualTo("Acme 2018..");
	}

	@Test
	void moveAVisitToAnotherTime() {
		String visit = fact("Alice VISITED Rome 2010-05-10..; Alice VISITED Rome 2012..");

		patch(visit, "{\"validFrom\": \"2010-05-08\"}");
		assertThat(this.tell.believed("Alice", "VISITED")).isEqualTo("Rome 2010-05-08.. | Rome 2012..");

		patch(visit, "{\"validFrom\": \"2010-06\"}");
		assertThat(this.tell.believed("Alice", "VISITED")).isEqualTo("Rome 2010-06-01.. | Rome 2012..");
	}

	@Test
	void openAgainWhatTheyHaveEnded() {
		String home = fact("Alice LIVES_IN Paris 2018..");

		patch(home, "{\"validTo\": \"2020\"}");
		assertThat(this.tell.believed("Alice", "LIVES_IN")).isEqualTo("Paris 2018..2020");
		patch(home, "{\"validTo\": null}");
		assertThat(this.tell.believed("Alice", "LIVES_IN")).isEqualTo("Paris 2018..");
		patch(home, "{\"validTo\": \"2016\", \"validFrom\": \"2015\"}");
		patch(home, "{\"validFrom\": \"2010\", \"validTo\": null}");

		assertThat(this.tell.believed("Alice", "LIVES_IN")).isEqualTo("Paris 2010..");
	}

	@Test
	void openAgainWhatBeganAtAnUnknownTime() {
		String home = fact("Alice LIVES_IN Rome ..2020");

		patch(home, "{\"validTo\": null}");

		assertThat(this.tell.believed("Alice", "LIVES_IN")).isEqualTo("Rome ..");
	}

	@Test
	void openAgainWhatTheyHaveEndedEarlierThanItsUnknownBeginning() {
		String home = fact("Alice LIVES_IN Rome ..2020");

		patch(home, "{\"validTo\": \"2018\"}");
		assertThat(this.tell.believed("Alice", "LIVES_IN")).isEqualTo("Rome ..2018");
		patch(home, "{\"validTo\": null}");

		assertThat(this.tell.believed("Alice", "LIVES_IN")).isEqualTo("Rome ..");
	}

	@Test
	void endLaterWhatBeganAtAnUnknownTime() {
		String home = fact("Alice LIVES_IN Rome ..2020");

		patch(home, "{\"validTo\": \"2030\"}");

		assertThat(this.tell.believed("Alice", "LIVES_IN")).isEqualTo("Rome ..2030");
	}

	@Test
	void takeBackWhatWasToldCoarselyAndFinely() {
		String home = fact("Alice LIVES_IN Paris 2024-05..; Alice LIVES_IN Paris 2024-05-10..");
		String visit = fact("Alice VISITED Rome 2010-05..; Alice VISITED Rome 2010-05-10..");

		this.api.post("/facts/" + home + "/retract", "{}");
		patch(visit, "{\"validFrom\": \"2010-06\"}");

		assertThat(this.tell.believed("Alice", "LIVES_IN")).isEmpty();
		assertThat(this.tell.believed("Alice", "VISITED")).isEqualTo("Rome 2010-06-01..");
	}

	@Test
	void knowNoMoreOfAStartThanBefore() {
		String home = fact("Alice LIVES_IN Berlin said 2024-03-20");
		String visit = fact("Alice VISITED Oslo said 2011-01-01");

		patch(home, "{\"confidence\": 0.9}");
		patch(visit, "{\"text\": \"Alice went to Oslo.\"}");

		assertThat(this.api.get("/facts/" + home).at("/validFromBasis").asString()).isEqualTo("OBSERVED");
		this.tell
			.facts("Alice LIVES_IN Berlin 2024-03.. said 2024-04-02; Alice VISITED Oslo 2010-05-10.. said 2011-06-01");
		assertThat(this.tell.believed("Alice", "LIVES_IN")).isEqualTo("Berlin 2024-03-01..");
		assertThat(this.tell.believed("Alice", "VISITED")).isEqualTo("Oslo 2010-05-10..");
	}

	@Test
	void leaveWhatWasSoBeforeThePeriodInWhichItWasSoAgain() {
		this.tell.facts("Alice LIVES_IN Paris 2018.. said 2019-01-01; Alice LIVES_IN Berlin said 2020-03-10");
		JsonNode again = this.tell.facts("Alice LIVES_IN Paris 2020-03.. said 2020-04-02");

		this.api.post("/facts/" + again.at("/results/0/fact/id").asString() + "/retract", "{}");

		assertThat(this.tell.believed("Alice", "LIVES_IN")).isEqualTo("Paris 2018..2020-03-10 | Berlin 2020-03-10..");
	}

	@Test
	void knowANumberAgainThatCannotBeKeptExactly() {
		String told = "{\"facts\": [{\"subject\": {\"name\": \"Tea\"}, \"predicate\": \"COSTS\", \"value\": %s}]}";
		String price = this.api.post("/spaces/demo/facts", told.formatted("0.10000000000000001"))
			.at("/results/0/fact/id")
			.asString();

		assertThat(this.api.post("/spaces/demo/facts", told.formatted("0.1")).at("/results/0/outcome").asString())
			.isEqualTo("REINFORCED");
		patch(price, "{\"text\": \"A tenth.\"}");
		this.api.post("/facts/" + price + "/retract", "{}");

		assertThat(this.tell.believed("Tea", "COSTS")).isEmpty();
	}

	@Test
	void giveNoTimeToWhatHoldsAlways() {
		String birth = fact("Alice BORN_IN Rome");

		Answer answer = this.api.send("PATCH", "/facts/" + birth, "{\"validFrom\": \"1990\"}");

		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.at("/detail").asString()).contains("BORN_IN holds always");
	}

	@Test
	void takeBackWhatHadEndedWithoutItsComingBack() {
		String job = fact("Alice WORKS_AT Acme 2017..; end Alice WORKS_AT Acme ..2019");

		patch(job, "{\"validFrom\": \"2020\", \"validTo\": \"2021\"}");
		assertThat(this.tell.believed("Alice", "WORKS_AT")).isEqualTo("Acme 2020..2021");

		this.tell.facts("Bob WORKS_AT Acme 2017..; end Bob WORKS_AT Acme ..2019; retract Bob WORKS_AT Acme 2015..2022");
		assertThat(this.tell.believed("Bob", "WORKS_AT")).isEmpty();
	}

	@Test
	void endAsExactlyAsTheyWereTold() {
		String home = fact("Alice LIVES_IN Paris 2018..");

		patch(home, "{\"validTo\": \"2020\"}");

		assertThat(this.api.get("/facts/" + home).at("/validToPrecision").asString()).isEqualTo("YEAR");
	}

	@Test
	void refuseToTakeBackWhatHasChangedSinceItWasRead() {
		String home = fact("Alice LIVES_IN Paris 2018..");
		patch(home, "{\"validFrom\": \"2017\"}");

		Answer answer = this.api.post("/facts/" + home + "/retract", "{}", "If-Match", "\"1\"");

		assertThat(answer.status()).isEqualTo(412);
		assertThat(this.tell.believed("Alice", "LIVES_IN")).isEqualTo("Paris 2017..");
	}

	@Test
	void giveAMarriageItsTimeBackWhenAnotherIsTakenBackWithoutAName() {
		this.tell.facts("B MARRIED_TO C 2010..2012; C MARRIED_TO D 2011..");
		assertThat(this.tell.joined("MARRIED_TO")).containsExactly("B and C 2010..2011", "C and D 2011..");

		this.tell.facts("retract D MARRIED_TO *");

		assertThat(this.tell.joined("MARRIED_TO")).containsExactly("B and C 2010..2012");
	}

	@Test
	void areShownInTheHistoryFromWhenTheyWereKnown() {
		JsonNode told = this.tell.facts("Alice LIVES_IN Paris 2018..2020");
		String paris = told.at("/results/0/fact/id").asString();
		String history = "/facts/" + paris + "/history?knownAt=" + told.at("/results/0/fact/recordedFrom").asString();
		String before = this.api.get(history).json().toString();

		this.tell.facts("Alice LIVES_IN Berlin 2020..");

		assertThat(this.api.get(history).json().toString()).isEqualTo(before);
		assertThat(this.api.get("/facts/" + paris + "/history").json().toString()).isNotEqualTo(before);
	}

	@Test
	void areToldByAHistoryThatCannotTellAll() {
		StringBuilder often = new StringBuilder("Alice LIVES_IN Paris 2018..");
		for (int i = 0; i < 999; i++) {
			often.append("; Alice LIVES_IN Paris 2018..");
		}
		String paris = fact(often.toString());
		this.tell.facts("Alice LIVES_IN Paris 2018..; end Alice LIVES_IN Paris ..2020");

		JsonNode history = this.api.get("/facts/" + paris + "/history").json();

		assertThat(history.at("/more").asBoolean()).isTrue();
		assertThat(history.at("/statements")).hasSize(1_000);
		assertThat(history.at("/statements/999/role").asString()).isEqualTo("ENDS");
	}

	private String fact(String statements) {
		return this.tell.facts(statements).at("/results/0/fact/id").asString();
	}

	private void patch(String fact, String change) {
		Answer answer = this.api.send("PATCH", "/facts/" + fact, change);
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
		assertThat(answer.at("/fact/id").asString()).isEqualTo(fact);
	}

}
