package dev.loci.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.Beliefs;
import dev.loci.LociIT;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@LociIT
class MergeHistoriesIT {

	private static final List<String> PEOPLE = List.of("Ann", "Bob", "Cleo", "Dave");

	private static final List<String> PLACES = List.of("Paris", "Rome", "Oslo");

	private static final List<String> CORRECTIONS = List.of("retract", "{\"validTo\": \"2011\"}",
			"{\"validFrom\": \"2004\"}", "{\"validFrom\": \"2006\", \"validTo\": null}", "{\"text\": \"So it is.\"}");

	private final Api api;

	private final Driver driver;

	MergeHistoriesIT(@LocalServerPort int port, @Autowired Driver driver) {
		this.api = new Api(port);
		this.driver = driver;
	}

	@Test
	void endAsIfNothingHadEverBeenDecidedOnceAllIsUndone() {
		for (int seed = 1; seed <= 16; seed++) {
			Random random = new Random(seed);
			Believing merged = new Believing(this.api, "merged-" + seed);
			Believing never = new Believing(this.api, "never-" + seed);
			everybody(merged);
			everybody(never);
			List<Answer> decisions = new ArrayList<>();
			for (int step = 0; step < 12; step++) {
				switch (random.nextInt(7)) {
					case 0, 1 -> {
						String statement = statement(random);
						merged.tell(statement);
						never.tell(statement);
					}
					case 2, 3 -> {
						List<String> pair = new ArrayList<>(random.nextBoolean() ? PEOPLE : PLACES);
						Collections.shuffle(pair, random);
						Answer merge = merged.merge(pair.get(0), pair.get(1));
						assertThat(merge.status()).isIn(200, 409);
						if (merge.status() == 200) {
							decisions.add(merge);
						}
					}
					case 4 -> decisions.add(split(merged, random, step));
					case 5 -> {
						String whose = PEOPLE.get(random.nextInt(PEOPLE.size()));
						String change = CORRECTIONS.get(random.nextInt(CORRECTIONS.size()));
						correct(merged, whose, change);
						correct(never, whose, change);
					}
					default -> {
						if (!decisions.isEmpty()) {
							undo(merged, decisions.remove(random.nextInt(decisions.size())));
						}
					}
				}
			}
			while (!decisions.isEmpty()) {
				undo(merged, decisions.remove(random.nextInt(decisions.size())));
			}
			assertThat(plain(merged)).as("seed " + seed).isEqualTo(plain(never));
			Beliefs.areSound(this.driver);
		}
	}

	/** Takes something that is believed of somebody for what is so of somebody new. */
	private Answer split(Believing space, Random random, int step) {
		List<String> facts = space.facts();
		String fact = facts.get(random.nextInt(facts.size())).substring(0, 36);
		String subject = this.api.get("/facts/" + fact).at("/subject/id").asString();
		Answer split = this.api.post("/entities/" + subject + "/split",
				"{\"factIds\": [\"%s\"], \"name\": \"New %c\"}".formatted(fact, 'a' + step));
		assertThat(split.status()).as(split.response().body()).isEqualTo(200);
		return split;
	}

	@Test
	void loseNothingThatIsSaidMeanwhile() throws Exception {
		Believing space = new Believing(this.api, "demo");
		space.tell("Ann LIVES_IN Paris 2001", "Bob LIVES_IN Rome 2002");
		List<Callable<Boolean>> writers = new ArrayList<>();
		for (int writer = 0; writer < 8; writer++) {
			int number = writer;
			writers.add(() -> {
				for (int i = 0; i < 5; i++) {
					Answer answer = this.api.post("/spaces/demo/facts", """
							{"facts": [{"subject": {"name": "%s", "type": "Person"}, "predicate": "LIVES_IN",
							  "object": {"name": "City %d%c", "type": "City"}, "validFrom": "%d"}]}"""
						.formatted((number % 2 == 0) ? "Ann" : "Bob", number, 'a' + i, 1000 + number * 10 + i));
					assertThat(answer.status()).isEqualTo(200);
					assertThat(answer.at("/results/0/outcome").asString()).isNotEqualTo("REJECTED");
				}
				return true;
			});
		}
		writers.add(() -> {
			for (int i = 0; i < 4; i++) {
				Answer merge = space.merge("Ann", "Bob");
				assertThat(merge.status()).isEqualTo(200);
				assertThat(space.undo(merge).status()).isEqualTo(200);
			}
			return space.merge("Ann", "Bob").status() == 200;
		});
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<Boolean> done : threads.invokeAll(writers)) {
				assertThat(done.get()).isTrue();
			}
		}

		assertThat(space.beliefs()).hasSize(42).allMatch((fact) -> fact.startsWith("Ann LIVES_IN "));
		assertThat(this.driver.executableQuery("MATCH (e:Entity {type: 'Person'}) RETURN count(e) AS n")
			.execute()
			.records()
			.getFirst()
			.get("n")
			.asInt()).isEqualTo(2);
		Beliefs.areSound(this.driver);
	}

	private static void everybody(Believing space) {
		space.tell("Ann LIVES_IN Paris 2001", "Bob KNOWS Eve", "Bob LIVES_IN Rome 2002", "Cleo LIVES_IN Oslo 2003",
				"Dave LIVES_IN Paris 2004", "Ann KNOWS Bob", "Dave REPORTS_TO Cleo");
		PEOPLE.forEach((who) -> space.tell(who + " ADMIRES Hero-of-" + who + " 2005"));
	}

	private static String statement(Random random) {
		String who = PEOPLE.get(random.nextInt(PEOPLE.size()));
		String other = PEOPLE.get((PEOPLE.indexOf(who) + 1 + random.nextInt(PEOPLE.size() - 1)) % PEOPLE.size());
		return switch (random.nextInt(3)) {
			case 0 ->
				who + " LIVES_IN " + PLACES.get(random.nextInt(PLACES.size())) + " " + (2000 + random.nextInt(12));
			case 1 -> who + " REPORTS_TO " + other + " " + (2000 + random.nextInt(12));
			// Nobody says of one whom another knows that they know each other: it is
			// refused.
			default -> who + " KNOWS Eve " + (2000 + random.nextInt(12));
		};
	}

	/** What nobody else has, so that no merge makes more of it. */
	private static void correct(Believing space, String whose, String change) {
		space.factAbout("Hero-of-" + whose).ifPresent((fact) -> {
			Answer answer = change.equals("retract") ? space.api.post("/facts/" + fact + "/retract", "{}")
					: space.api.send("PATCH", "/facts/" + fact, change);
			assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
		});
	}

	private static void undo(Believing space, Answer merge) {
		assertThat(space.undo(merge).status()).isEqualTo(200);
	}

	/** Without the ids of statements, which no two spaces share. */
	private static List<String> plain(Believing space) {
		return space.beliefs().stream().map((fact) -> fact.replaceAll(" by .*", "")).toList();
	}

}
