package dev.loci.ingest;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.Beliefs;
import dev.loci.LociIT;
import dev.loci.Tell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was believed is corrected, opened again and taken back.
 */
@LociIT
class FactCorrectionsIT {

	private final Api api;

	private final Driver driver;

	private final Tell tell;

	FactCorrectionsIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
		this.tell = new Tell(this.api, "demo");
	}

	@AfterEach
	void theGraphIsSound() {
		Beliefs.areSound(this.driver);
	}

	@Test
	void correctsAFactUnderItsOwnName() {
		String fact = this.tell.facts("Alice LIVES_IN Paris 2018..").at("/results/0/fact/id").asString();

		Answer corrected = this.api.send("PATCH", "/facts/" + fact,
				"{\"validFrom\": \"2019\", \"text\": \"Alice lives in Paris, France.\", \"confidence\": 0.5}",
				"If-Match", "\"1\"");

		assertThat(corrected.status()).isEqualTo(200);
		assertThat(corrected.at("/fact/id").asString()).isEqualTo(fact);
		assertThat(corrected.at("/fact/confidence").asDouble()).isEqualTo(0.5);
		assertThat(this.tell.believed("Alice", "LIVES_IN")).isEqualTo("Paris 2019..");
		assertThat(this.api.send("PATCH", "/facts/" + fact, "{\"text\": \"x\"}", "If-Match", "\"1\"").status())
			.isEqualTo(412);
		assertThat(this.api.get("/facts/" + fact + "/history").at("/versions").size()).isEqualTo(2);
	}

	@Test
	void saysNothingOfTimesWhereItNamesNone() {
		this.tell.facts("""
				Alice LIVES_IN Paris ..2010; end Alice LIVES_IN Paris ..2130;
				Bob LIVES_IN Oslo said 2020-05-01; end Bob LIVES_IN Oslo ..2021;
				Carol LIVES_IN Rome 2018..; Carol LIVES_IN Turin 2020..2021; Carol LIVES_IN Ghent 2023..""");
		List<String> told = List.of("Alice", "Bob", "Carol");
		Map<String, String> before = believed(told);
		List<String> bases = bases();

		this.api.get("/spaces/demo/facts")
			.at("/items")
			.valueStream()
			.map((fact) -> "/facts/" + fact.at("/id").asString())
			.forEach((fact) -> assertThat(this.api.send("PATCH", fact, "{\"text\": \"In other words.\"}").status())
				.isEqualTo(200));

		assertThat(believed(told)).isEqualTo(before);
		assertThat(bases()).isEqualTo(bases);
		assertThat(this.api.get("/spaces/demo/facts").at("/items").findValuesAsString("text"))
			.containsOnly("In other words.");
	}

	private Map<String, String> believed(List<String> names) {
		return names.stream()
			.collect(Collectors.toMap(Function.identity(), (name) -> this.tell.believed(name, "LIVES_IN")));
	}

	private List<String> bases() {
		return this.api.get("/spaces/demo/facts").at("/items").findValuesAsString("validFromBasis");
	}

	@Test
	void opensAFactAgain() {
		String fact = this.tell.facts("Alice WORKS_AT Acme 2018..2020").at("/results/0/fact/id").asString();

		this.api.send("PATCH", "/facts/" + fact, "{\"validTo\": null}");

		assertThat(this.tell.believed("Alice", "WORKS_AT")).isEqualTo("Acme 2018..");
		assertThat(this.api.get("/facts/" + fact).at("/status").asString()).isEqualTo("CURRENT");
	}

	@Test
	void correctsAValueUnderTheSameName() {
		String fact = this.tell.facts("Alice HAS_EMAIL =a@x.org 2018..").at("/results/0/fact/id").asString();

		Answer corrected = this.api.send("PATCH", "/facts/" + fact, "{\"value\": \"alice@x.org\"}");

		assertThat(corrected.at("/fact/id").asString()).isEqualTo(fact);
		assertThat(this.tell.believed("Alice", "HAS_EMAIL")).isEqualTo("alice@x.org 2018..");
	}

	@Test
	void takesBackOneRunAndNotTheOthers() {
		this.tell.facts("Alice LIVES_IN Paris 2010..2012; Alice LIVES_IN Paris 2015..2018");
		String later = this.api.get("/spaces/demo/facts").at("/items/0/id").asString();

		this.api.post("/facts/" + later + "/retract", "{}");

		assertThat(this.tell.believed("Alice", "LIVES_IN")).isEqualTo("Paris 2010..2012");
		assertThat(this.api.get("/facts/" + later).at("/status").asString()).isEqualTo("DROPPED");
		assertThat(this.api.post("/facts/" + later + "/retract", "{}").status()).isEqualTo(404);
	}

	/** Its end was found within the month in which the next one began. */
	@Test
	void takesBackWhatEndedWithinItsPeriod() {
		String paris = this.tell.facts("Alice LIVES_IN Paris said 2024-03-20T10:00:00Z")
			.at("/results/0/fact/id")
			.asString();
		this.tell.facts("Alice LIVES_IN Berlin 2024-03.. said 2024-04-02T00:00:00Z");

		assertThat(this.api.send("PATCH", "/facts/" + paris, "{\"text\": \"Alice is in Paris.\"}").status())
			.isEqualTo(200);
		assertThat(this.api.get("/facts/" + paris).at("/text").asString()).isEqualTo("Alice is in Paris.");
		assertThat(this.api.post("/facts/" + paris + "/retract", "{}").status()).isEqualTo(200);

		assertThat(this.tell.believed("Alice", "LIVES_IN")).isEqualTo("Berlin 2024-03-01..");
	}

	@Test
	void leavesNothingOfWhatEndedOnTheDayOnWhichItWasHeardOf() {
		String acme = this.tell.facts("Alice WORKS_AT Acme 2020..").at("/results/0/fact/id").asString();
		this.tell.facts("Alice WORKS_AT Acme said 2024-05-20T09:00:00Z; "
				+ "end Alice WORKS_AT Acme ..2024-05-20 said 2024-05-20T15:00:00Z");

		this.api.send("PATCH", "/facts/" + acme, "{\"text\": \"Alice is with Acme.\"}");
		assertThat(this.api.get("/spaces/demo/facts").at("/items").findValuesAsString("text"))
			.containsExactly("Alice is with Acme.");
		this.api.post("/facts/" + acme + "/retract", "{}");

		assertThat(this.tell.believed("Alice", "WORKS_AT")).isEmpty();
	}

	@Test
	void takesBackWhatEndedWithinItsPeriodThoughNobodyPutItRight() {
		String paris = this.tell.facts("Alice LIVES_IN Paris said 2024-03-20T10:00:00Z")
			.at("/results/0/fact/id")
			.asString();
		this.tell.facts("Alice LIVES_IN Berlin 2024-03.. said 2024-04-02T00:00:00Z");

		assertThat(this.api.post("/facts/" + paris + "/retract", "{}").status()).isEqualTo(200);

		assertThat(this.tell.believed("Alice", "LIVES_IN")).isEqualTo("Berlin 2024-03-01..");
	}

	@Test
	void leavesNothingOfWhatEndedOnTheDayThoughNobodyPutItRight() {
		String acme = this.tell.facts("Alice WORKS_AT Acme 2020..").at("/results/0/fact/id").asString();
		this.tell.facts("Alice WORKS_AT Acme said 2024-05-20T09:00:00Z; "
				+ "end Alice WORKS_AT Acme ..2024-05-20 said 2024-05-20T15:00:00Z");

		this.api.post("/facts/" + acme + "/retract", "{}");

		assertThat(this.tell.believed("Alice", "WORKS_AT")).isEmpty();
	}

	@Test
	void believesWhoCorrectsEvenIfThatIsNotCertain() {
		String fact = this.tell.facts("Alice HAS_EMAIL =alice@x.com 2018..").at("/results/0/fact/id").asString();

		Answer corrected = this.api.send("PATCH", "/facts/" + fact,
				"{\"value\": \"alice@x.org\", \"confidence\": 0.2}");

		assertThat(corrected.at("/fact/confidence").asDouble()).as(corrected.response().body()).isEqualTo(0.2);
		assertThat(this.tell.believed("Alice", "HAS_EMAIL")).isEqualTo("alice@x.org 2018..");
	}

	@Test
	void answersARequestThatIsSentAgainAsTheFirstTime() {
		String body = "{\"facts\": [{\"subject\": {\"name\": \"Alice\"}, \"predicate\": \"AGE_IS\", \"value\": 42}]}";
		Answer first = this.api.post("/spaces/demo/facts", body, "Idempotency-Key", "k-1");

		assertThat(this.api.post("/spaces/demo/facts", body, "Idempotency-Key", "k-1").json()).isEqualTo(first.json());
		assertThat(this.api.post("/spaces/demo/facts", body.replace("42", "43"), "Idempotency-Key", "k-1").status())
			.isEqualTo(409);
		assertThat(count("MATCH (s:Statement) RETURN count(s) AS n")).isOne();
	}

	private long count(String query) {
		return this.driver.executableQuery(query).execute().records().getFirst().get("n").asLong();
	}

}
