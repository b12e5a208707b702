package dev.loci.recall;

import java.util.List;

import dev.loci.Api;
import dev.loci.LociIT;
import dev.loci.Tell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What joins two is known of both, whichever of them was known first.
 */
@LociIT
class BothEndsIT {

	private final Api api;

	private final Tell tell;

	BothEndsIT(@LocalServerPort int port) {
		this.api = new Api(port);
		this.tell = new Tell(this.api, "demo");
	}

	@BeforeEach
	void zoeIsKnownFirst() {
		this.tell.facts("Zoe LIVES_IN Rome 2000..; Zoe REPORTS_TO Kim 2001..");
		this.tell.facts("Bea MARRIED_TO Zoe 2010..; Bea FRIEND_OF Zoe 2005..");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Zoe", "Bea" })
	void areListed(String one) {
		String other = one.equals("Zoe") ? "Bea" : "Zoe";
		for (String predicate : List.of("MARRIED_TO", "FRIEND_OF")) {
			List<JsonNode> facts = listed("subject=" + one + "&predicate=" + predicate);
			assertThat(facts).hasSize(1);
			assertThat(List.of(facts.getFirst().at("/subject/name").asString(),
					facts.getFirst().at("/object/name").asString()))
				.containsExactlyInAnyOrder(one, other);
		}
	}

	@Test
	void areListedPageByPage() {
		this.tell.facts("Bea LIVES_IN Oslo 2001..");
		List<String> all = listed("subject=Bea").stream().map((fact) -> fact.at("/id").asString()).toList();
		assertThat(all).hasSize(3).isSortedAccordingTo((one, other) -> other.compareTo(one));

		JsonNode page = this.api.get("/spaces/demo/facts?subject=Bea&limit=2").json();
		JsonNode rest = this.api.get("/spaces/demo/facts?subject=Bea&limit=2&cursor=" + page.at("/next").asString())
			.json();

		assertThat(List.of(page.at("/items/0/id").asString(), page.at("/items/1/id").asString(),
				rest.at("/items/0/id").asString()))
			.isEqualTo(all);
	}

	@Test
	void areNoSubjectOfWhatIsNotMutual() {
		assertThat(listed("subject=Kim")).isEmpty();
		assertThat(timeline("Kim", "")).isEmpty();
	}

	@Test
	void areListedWhenNoLongerBelieved() {
		this.tell.facts("retract Zoe MARRIED_TO Bea");

		assertThat(listed("subject=Bea&status=DROPPED")).singleElement()
			.satisfies((fact) -> assertThat(fact.at("/predicate").asString()).isEqualTo("MARRIED_TO"));
		assertThat(timeline("Bea", "?predicate=MARRIED_TO").getFirst().at("/facts/0/status").asString())
			.isEqualTo("DROPPED");
	}

	@Test
	void haveATimeline() {
		this.tell.facts("Bea MARRIED_TO Cid 2020..");

		JsonNode slot = timeline("Bea", "?predicate=MARRIED_TO").getFirst();

		assertThat(timeline("Bea", "?predicate=MARRIED_TO")).hasSize(1);
		assertThat(slot.at("/facts").valueStream().map((fact) -> fact.at("/validFrom").asString().substring(0, 4)))
			.containsExactly("2010", "2020");
		assertThat(timeline("Bea", "")).hasSize(2);
	}

	@Test
	void areKnownInAContext() {
		JsonNode context = this.api.get("/spaces/demo/context?entity=Bea").json();

		List<String> known = List.of(context.at("/profile").toString() + context.at("/facts"));
		assertThat(known.getFirst()).contains("MARRIED_TO", "FRIEND_OF");
		assertThat(this.api.get("/spaces/demo/context?entity=Kim").at("/facts")).isEmpty();
	}

	@Test
	void areToldOfWhatHasChanged() {
		this.tell.facts("retract Zoe FRIEND_OF Bea");

		assertThat(this.api.get("/spaces/demo/context?entity=Bea").at("/changes").toString()).contains("FRIEND_OF");
	}

	private List<JsonNode> listed(String query) {
		return this.api.get("/spaces/demo/facts?" + query).at("/items").valueStream().toList();
	}

	private List<JsonNode> timeline(String name, String query) {
		String id = this.api.get("/spaces/demo/entities?name=" + name).at("/items/0/id").asString();
		return this.api.get("/entities/" + id + "/timeline" + query).at("/slots").valueStream().toList();
	}

}
