package dev.loci.resolve;

import dev.loci.Api;
import dev.loci.Beliefs;
import dev.loci.LociIT;
import dev.loci.Tell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Words that may end several things: a job, a membership, studies. */
@LociIT
class EndingsIT {

	private final Driver driver;

	private final Tell tell;

	EndingsIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.driver = driver;
		this.tell = new Tell(new Api(port), "demo");
	}

	@AfterEach
	void whatIsBelievedIsSound() {
		Beliefs.areSound(this.driver);
	}

	@Test
	void endWhatIsBelieved() {
		this.tell.facts("Alice WORKS_AT Acme 2018..; Bob MEMBER_OF Acme 2018..");

		assertThat(this.tell.outcomes("Alice left Acme ..2020; Bob left Acme ..2021")).containsExactly("ENDED",
				"ENDED");

		assertThat(this.tell.believed("Alice", "WORKS_AT")).isEqualTo("Acme 2018..2020");
		assertThat(this.tell.believed("Bob", "MEMBER_OF")).isEqualTo("Acme 2018..2021");
	}

	@Test
	void endWhatWasToldJustBefore() {
		this.tell.facts("Alice WORKS_AT Acme 2018..; Alice left Acme ..2020");

		assertThat(this.tell.believed("Alice", "WORKS_AT")).isEqualTo("Acme 2018..2020");
	}

	@Test
	void endWhatIsNotOverRatherThanWhatIs() {
		this.tell.facts("Alice STUDIES_AT Acme 2010..2014; Alice WORKS_AT Acme 2018..");

		this.tell.facts("Alice left Acme ..2020");

		assertThat(this.tell.believed("Alice", "WORKS_AT")).isEqualTo("Acme 2018..2020");
		assertThat(this.tell.believed("Alice", "STUDIES_AT")).isEqualTo("Acme 2010..2014");
	}

	@Test
	void areRefusedWhereNothingTellsWhatTheyEnd() {
		assertThat(this.tell.facts("Alice left Acme").at("/results/0/reason").asString())
			.contains("may end LIVES_IN or WORKS_AT or MEMBER_OF or STUDIES_AT");
		this.tell.facts("Alice WORKS_AT Acme 2018..; Alice MEMBER_OF Acme 2018..");

		assertThat(this.tell.outcomes("Alice left Acme")).containsExactly("REJECTED");
		assertThat(this.tell.believed("Alice", "WORKS_AT")).isEqualTo("Acme 2018..");
	}

}
