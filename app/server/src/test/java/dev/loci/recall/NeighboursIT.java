package dev.loci.recall;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.loci.Api;
import dev.loci.LociIT;
import dev.loci.Tell;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@LociIT
class NeighboursIT {

	private final Api api;

	private final Tell tell;

	NeighboursIT(@LocalServerPort int port) {
		this.api = new Api(port);
		this.tell = new Tell(this.api, "demo");
	}

	@Test
	void areThoseOfTheMomentHoweverManyCameAndWentLater() {
		JsonNode told = this.tell.facts(
				"Hub WORKS_AT Acme 2016..; Hub LIVES_IN Paris 2015..; Ann FRIEND_OF Hub 2014..; Ann LIVES_IN Rome 2010..");
		String hub = told.at("/results/0/fact/subject/id").asString();
		String ann = told.at("/results/3/fact/subject/id").asString();
		String asOf = "validAt=2026-01-01T00:00:00Z&knownAt="
				+ this.api.get("/spaces/demo/facts").at("/knownAt").asString();
		List<String> paths = List.of("/entities/" + hub + "/neighbours?depth=1&" + asOf,
				"/entities/" + ann + "/neighbours?depth=2&" + asOf, "/entities/" + hub + "/context?" + asOf);
		List<String> before = paths.stream().map(this::answer).toList();

		this.tell.facts(crowd("Hub KNOWS Friend_%d 2020.."));
		assertThat(paths.stream().map(this::answer).toList()).isEqualTo(before);
		this.tell.facts(crowd("retract Hub KNOWS Friend_%d"));
		assertThat(paths.stream().map(this::answer).toList()).isEqualTo(before);
	}

	@Test
	void areNamedAsTheyWereNamedThen() {
		JsonNode told = this.tell.facts("Bob LIVES_IN Paris 2018..; Robert LIVES_IN Berlin 2020..");
		String bob = told.at("/results/0/fact/subject/id").asString();
		String robert = told.at("/results/1/fact/subject/id").asString();
		String asOf = "/context?validAt=2026-01-01T00:00:00Z&knownAt="
				+ this.api.get("/spaces/demo/facts").at("/knownAt").asString();
		List<String> paths = List.of("/entities/" + bob + asOf, "/entities/" + robert + asOf);
		List<String> before = paths.stream().map(this::answer).toList();

		this.api.post("/entities/" + bob + "/merge", "{\"other\": \"" + robert + "\"}");

		assertThat(paths.stream().map(this::answer).toList()).isEqualTo(before);
	}

	private static String crowd(String statement) {
		return IntStream.range(0, 250).mapToObj(statement::formatted).collect(Collectors.joining(";"));
	}

	private String answer(String path) {
		return this.api.get(path).json().toString();
	}

}
