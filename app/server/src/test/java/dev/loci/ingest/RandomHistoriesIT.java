package dev.loci.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.loci.Api;
import dev.loci.Beliefs;
import dev.loci.LociIT;
import dev.loci.Tell;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What must be true of any history, through the whole service. The same numbers come each
 * time.
 */
@LociIT
class RandomHistoriesIT {

	private static final int HISTORIES = 150;

	private final Api api;

	private final Driver driver;

	RandomHistoriesIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
	}

	@RepeatedTest(HISTORIES)
	void comeToTheSameInAnyOrderAndNeverChangeWhatWasBelievedBefore(RepetitionInfo repetition) {
		Random random = new Random(2026L + repetition.getCurrentRepetition());
		List<String> history = IntStream.range(0, 4 + random.nextInt(6))
			.mapToObj((day) -> statement(random, day))
			.toList();
		Tell inOrder = new Tell(this.api, "in-order");
		inOrder.facts(String.join(";", history));
		List<String> shuffled = new ArrayList<>(history);
		Collections.shuffle(shuffled, random);
		Tell cut = new Tell(this.api, "cut");
		Map<String, String> answers = new LinkedHashMap<>();

		for (int from = 0; from < shuffled.size();) {
			int to = Math.min(shuffled.size(), from + 1 + random.nextInt(3));
			cut.facts(String.join(";", shuffled.subList(from, to)));
			String knownAt = this.api.get("/spaces/cut/facts").at("/knownAt").asString();
			answers.put(knownAt, seen(knownAt));
			from = to;
		}

		assertThat(beliefs(cut)).as(String.join("; ", shuffled)).isEqualTo(beliefs(inOrder));
		answers.forEach((knownAt, answer) -> assertThat(seen(knownAt)).isEqualTo(answer));
		Beliefs.areSound(this.driver);

		if (repetition.getCurrentRepetition() % 5 == 0) {
			rebuild("cut");
			assertThat(beliefs(cut)).as(String.join("; ", shuffled)).isEqualTo(beliefs(inOrder));
			answers.forEach((knownAt, answer) -> assertThat(seen(knownAt)).isEqualTo(answer));
			Beliefs.areSound(this.driver);
		}
	}

	private static List<String> beliefs(Tell space) {
		return Stream.of("LIVES_IN", "WORKS_AT", "LIKES", "DISLIKES")
			.flatMap((predicate) -> Stream.of(space.believed("Alice", predicate),
					space.believed("Alice", predicate, "agentId=spy")))
			.toList();
	}

	private void rebuild(String space) {
		String job = this.api.post("/spaces/" + space + "/rebuild", "{\"from\": \"statements\"}").at("/id").asString();
		Api.Answer rebuilt = this.api.get("/jobs/" + job);
		while (!rebuilt.at("/status").asString().equals("DONE")) {
			assertThat(rebuilt.at("/status").asString()).isNotEqualTo("FAILED");
			rebuilt = this.api.get("/jobs/" + job);
		}
	}

	@RepeatedTest(HISTORIES / 2)
	void joinTheSamePeopleInAnyOrder(RepetitionInfo repetition) {
		Random random = new Random(1926L + repetition.getCurrentRepetition());
		List<String> history = IntStream.range(0, 5 + random.nextInt(5))
			.mapToObj((day) -> marriage(random, day))
			.toList();
		Tell inOrder = new Tell(this.api, "in-order");
		inOrder.facts(String.join(";", history));
		List<String> shuffled = new ArrayList<>(history);
		Collections.shuffle(shuffled, random);
		Tell cut = new Tell(this.api, "cut");
		shuffled.forEach(cut::facts);

		assertThat(cut.joined("MARRIED_TO")).as(String.join("; ", shuffled)).isEqualTo(inOrder.joined("MARRIED_TO"));
		Beliefs.areSound(this.driver);
	}

	/** Of so many people that few of them are ever joined with all others. */
	private static String marriage(Random random, int day) {
		List<String> people = new ArrayList<>(List.of("Anna", "Bert", "Cora", "Dora", "Emil", "Finn"));
		Collections.shuffle(people, random);
		String said = " said 2020-%02d-01".formatted(1 + day);
		int from = 2000 + random.nextInt(12);
		return switch (random.nextInt(6)) {
			case 0 -> "end " + people.get(0) + " MARRIED_TO * .." + from + said;
			case 1 -> "end " + people.get(0) + " MARRIED_TO " + people.get(1) + " .." + from + said;
			case 2 -> people.get(0) + " MARRIED_TO " + people.get(1) + " " + from + ".." + (from + 3) + said;
			default -> people.get(0) + " MARRIED_TO " + people.get(1) + " " + from + ".." + said;
		};
	}

	private String seen(String knownAt) {
		return this.api.get("/spaces/cut/facts?limit=200&validAt=2024-01-01T00:00:00Z&knownAt=" + knownAt)
			.json()
			.toString();
	}

	/**
	 * No two are observed on the same day, so their rank does not depend on the order in
	 * which they are sent.
	 */
	private static String statement(Random random, int day) {
		String said = " said 2020-%02d-%02d".formatted(1 + day, 1 + random.nextInt(28));
		int year = 2000 + random.nextInt(12);
		String from = year + ((random.nextInt(3) == 0) ? "-0" + (1 + random.nextInt(9)) : "");
		String stretch = switch (random.nextInt(6)) {
			case 0 -> " " + from + ".." + (year + 1 + random.nextInt(5));
			case 1 -> " .." + (year + 1);
			case 2 -> " holds " + year + "-06-15";
			case 3 -> "";
			default -> " " + from + "..";
		};
		String what = switch (random.nextInt(6)) {
			case 0, 1, 2 -> "LIVES_IN " + List.of("Paris", "Berlin", "Rome").get(random.nextInt(3));
			case 3, 4 -> "WORKS_AT " + List.of("Acme", "Globex").get(random.nextInt(2));
			default -> List.of("LIKES", "DISLIKES").get(random.nextInt(2)) + " tea";
		};
		String whose = (random.nextInt(8) == 0) ? " only spy" : "";
		return switch (random.nextInt(6)) {
			case 0 -> "end Alice " + what + " .." + from + said + whose;
			case 1 -> "retract Alice " + what + (random.nextBoolean() ? " " + from + ".." : "") + said + whose;
			default -> "Alice " + what + stretch + said + whose;
		};
	}

}
