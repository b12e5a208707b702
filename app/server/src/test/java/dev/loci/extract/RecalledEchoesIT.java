package dev.loci.extract;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a recall gave out and somebody sends back is no news, as long as it is not said in
 * their own words.
 */
class RecalledEchoesIT {

	@RegisterExtension
	private static final LociWithModel loci = new LociWithModel("loci.extract.roles=user,assistant");

	private final EchoSpace space = new EchoSpace(loci);

	@BeforeEach
	void readByGrammar() {
		this.space.read("local");
	}

	@Test
	void learnsNothingFromAListOfWhatWasRecalled() {
		this.space.say("user", "Alice", "I live in Berlin.");
		this.space.recall("Where does Alice live?");

		JsonNode job = this.space.say("user", "Alice",
				"You told me:\n- Alice lives in Berlin.\n1) Alice lives in Berlin\nI like tea.");

		assertThat(this.space.believed()).containsExactlyInAnyOrder("Alice lives in Berlin.", "Alice likes tea.");
		assertThat(job.at("/result/dropped").findValuesAsString("reason")).containsExactly(EchoSpace.GIVEN_OUT,
				EchoSpace.GIVEN_OUT);
		assertThat(this.space.evidence("LIVES_IN")).isOne();
	}

	@Test
	void tellsWhatWasRecalledFromWhatPeopleSayThemselves() {
		this.space.say("user", "Alice", "I live in Berlin.");
		this.space.say("user", null, "I live in Oslo.");
		this.space.recall("Who lives where?");

		assertThat(this.space.say("user", "Alice", "Alice lives in Berlin.").at("/result/dropped/0/reason").asString())
			.as("of herself as of somebody else")
			.isEqualTo(EchoSpace.GIVEN_OUT);
		assertThat(this.space.say("user", null, "User lives in Oslo.").at("/result/dropped/0/reason").asString())
			.isEqualTo(EchoSpace.GIVEN_OUT);
		assertThat(this.space.say("user", "Alice", "Yes, I live in Berlin.").at("/result/facts/0/outcome").asString())
			.isEqualTo("REINFORCED");
		assertThat(this.space.say("user", "Bob", "Alice lives in Berlin.").at("/result/facts/0/outcome").asString())
			.isEqualTo("REINFORCED");
		assertThat(this.space.evidence("LIVES_IN", "Alice")).isEqualTo(3);
		assertThat(this.space.evidence("LIVES_IN", "User")).isOne();
	}

	@Test
	void keepsAListThatWasRecalledOnlyAfterItWasSaid() {
		this.space.say("user", "Alice", "- Alice lives in Berlin.\n- Alice likes tea.");
		assertThat(this.space.believed()).containsExactlyInAnyOrder("Alice lives in Berlin.", "Alice likes tea.");
		this.space.recall("Where does Alice live, and what does she like?");

		String job = "/jobs/"
				+ loci.api().post("/spaces/demo/rebuild", "{\"from\": \"episodes\"}").at("/id").asString();
		loci.process()
			.await("end of the job", () -> loci.api().get(job).at("/status").asString().matches("DONE|FAILED"));

		assertThat(loci.api().get(job).at("/result/statements").asInt()).isEqualTo(2);
		assertThat(this.space.believed()).containsExactlyInAnyOrder("Alice lives in Berlin.", "Alice likes tea.");
	}

	/** A recall is written down a moment later, and a message may be quicker. */
	@Test
	void knowsWhatItGaveOutAMomentAgo() {
		this.space.say("user", "Alice", "I live in Berlin.");
		loci.api().post("/spaces/demo/recall", "{\"query\": \"Where does Alice live?\"}");

		JsonNode job = this.space.say("user", "Alice", "You told me:\n- Alice lives in Berlin.\nI like tea.");

		assertThat(job.at("/result/dropped").findValuesAsString("reason")).containsExactly(EchoSpace.GIVEN_OUT);
		assertThat(this.space.evidence("LIVES_IN")).isOne();
		assertThat(this.space.believed()).containsExactlyInAnyOrder("Alice lives in Berlin.", "Alice likes tea.");
	}

}
