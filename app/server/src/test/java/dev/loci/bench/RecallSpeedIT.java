package dev.loci.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.loci.Api;
import dev.loci.LociProcess;
import dev.loci.bench.Sentences.Sentence;
import dev.loci.embed.Embedder;
import dev.loci.embed.OwnEmbedder;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures how long it takes to find facts among many, and prints it as JSON. How long
 * that is depends on the machine and fails nothing; what must hold on every one does:
 * what is nearest is found, however much else there is. {@code mvn verify -Pbench} does
 * it at length.
 */
class RecallSpeedIT {

	private static final List<Integer> SIZES = Stream.of(System.getProperty("loci.bench.facts", "500,1000").split(","))
		.map(Integer::valueOf)
		.toList();

	private static final int TENANTS = Integer.getInteger("loci.bench.tenants", 10);

	private static final int REQUESTS = Integer.getInteger("loci.bench.recalls", 10);

	private static final int WARM_UPS = 10;

	private static final List<Integer> CALLERS = List.of(1, 8, 32);

	private static final int OF_A_TENANT = 100;

	private static final int OF_A_SMALL_TENANT = 50;

	/** What is thought to be enough of those that are nearest. */
	private static final double ENOUGH = 0.98;

	private static final int LAGS = 10;

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private final Map<String, Object> report = new LinkedHashMap<>();

	@Test
	void findsWhatIsNearestHoweverMuchElseThereIs() throws IOException {
		Path data = LociProcess.newFolder();
		int bolt = LociProcess.freePort();
		try (LociProcess loci = LociProcess.startAtFullSpeed(data, "loci.bolt-port=" + bolt);
				Embedder embedder = OwnEmbedder.start();
				Driver driver = GraphDatabase.driver("bolt://localhost:" + bolt,
						AuthTokens.basic("neo4j", Files.readString(data.resolve("neo4j-password")).strip()))) {
			this.report.put("processors", Runtime.getRuntime().availableProcessors());
			this.report.put("loadBefore", Growth.load());
			this.report.put("sentences", Sentences.DISTINCT);
			this.report.put("copies", Meanings.COPIES);
			Meanings meanings = Meanings.of(embedder, Path.of("target"));
			Lake lake = new Lake(loci.api(), driver, meanings, embedder);
			looksLikeWhatIsTold(loci.api(), driver, lake);
			Map<String, Object> spaces = new LinkedHashMap<>();
			this.report.put("spaces", spaces);
			for (int size : SIZES) {
				spaces.put(Integer.toString(size), ofSpace(lake, size));
				print();
			}
			this.report.put("tenants", ofTenants(lake));
			print();
			String largest = space(SIZES.getLast());
			this.report.put("lagOfFacts", lake.lagOfFacts(largest, LAGS));
			this.report.put("lagOfEpisodes", lake.lagOfEpisodes(largest, LAGS));
			this.report.put("loadAfter", Growth.load());
			// What is still in memory only is written when it stops.
			loci.terminate();
			loci.awaitExit();
			this.report.put("facts", lake.facts());
			this.report.put("bytesOnDiskAFact", bytes(data.resolve("data/databases/neo4j")) / lake.facts());
			System.out.println(print());
		}
		finally {
			FileSystemUtils.deleteRecursively(data.getParent());
		}
		JsonNode report = JSON.valueToTree(this.report);
		assertThat(report.findParents("filteredInIndex")).hasSize(SIZES.size() + 1)
			.allSatisfy((ways) -> assertThat(ways.at("/filteredInIndex/recallAt10").asDouble())
				.isGreaterThanOrEqualTo(ENOUGH));
	}

	/** Else it would say nothing of what is told. */
	private static void looksLikeWhatIsTold(Api api, Driver driver, Lake lake) {
		Sentence told = Sentences.of(1);
		Api.Answer answer = api.post("/spaces/told/facts",
				JSON.writeValueAsString(Map.of("facts",
						List.of(Map.of("subject", Map.of("name", told.person(), "type", "Person"), "predicate",
								told.topic().predicate(), "object",
								Map.of("name", told.thing(), "type", told.topic().type()), "text", "Told.")))));
		assertThat(answer.at("/results/0/outcome").asString()).as(answer.response().body()).isEqualTo("ADDED");
		lake.filled("loaded", 1, 2);
		assertThat(Shapes.around(driver, told.text())).isEqualTo(Shapes.around(driver, "Told."));
	}

	private Map<String, Object> ofSpace(Lake lake, int size) {
		String space = space(size);
		Map<String, Object> stage = new LinkedHashMap<>(lake.filled(space, 0, size));
		List<Sentence> about = Lake.some(0, size, REQUESTS);
		// As a service that has been up for a while: its code is compiled by then.
		lake.recalls(List.of(space), about, 1, WARM_UPS * REQUESTS);
		stage.put("secondsUntilAtRest", lake.awaitRest());
		for (int callers : CALLERS) {
			stage.put("recallsOf" + callers,
					lake.recalls(List.of(space), about, callers, REQUESTS * Math.min(callers, 4)).json());
		}
		List<Sentence> ofHub = Lake.ofHub(Math.min(size, 2 * Sentences.OF_HUB), REQUESTS);
		stage.put("factsOfHub", Math.min(size / 2, Sentences.OF_HUB));
		stage.put("recallsOfHub", lake.recalls(List.of(space), ofHub, 1, REQUESTS).json());
		stage.put("contextsOfHub", lake.contexts(space, REQUESTS).json());
		stage.putAll(lake.ways(space, 0, size, REQUESTS));
		stage.put("load", Growth.load());
		return stage;
	}

	/** All of them share the indexes with the spaces. */
	private Map<String, Object> ofTenants(Lake lake) {
		List<String> names = new ArrayList<>();
		for (int i = 0; i < TENANTS; i++) {
			String name = "tenant-" + i;
			lake.filled(name, 0, (i == 0) ? OF_A_SMALL_TENANT : OF_A_TENANT);
			names.add(name);
		}
		Map<String, Object> stage = new LinkedHashMap<>();
		stage.put("tenants", TENANTS);
		stage.put("factsOfAll", SIZES.stream().mapToInt((size) -> size).sum()
				+ IntStream.range(0, TENANTS).map((i) -> (i == 0) ? OF_A_SMALL_TENANT : OF_A_TENANT).sum());
		List<Sentence> about = Lake.some(0, OF_A_SMALL_TENANT, OF_A_SMALL_TENANT);
		for (int callers : CALLERS) {
			stage.put("recallsOf" + callers,
					lake.recalls(names, about, callers, REQUESTS * Math.min(callers, 4)).json());
		}
		stage.put("recallsOfSmallOne", lake.recalls(names.subList(0, 1), about, 1, REQUESTS).json());
		stage.putAll(lake.ways(names.getFirst(), 0, OF_A_SMALL_TENANT, Math.min(about.size(), REQUESTS)));
		stage.put("load", Growth.load());
		return stage;
	}

	/** Of the database with its indexes, without the log of its transactions. */
	private static long bytes(Path store) throws IOException {
		try (Stream<Path> files = Files.walk(store)) {
			return files.filter(Files::isRegularFile).mapToLong((file) -> file.toFile().length()).sum();
		}
	}

	private static String space(int size) {
		return "of-" + size;
	}

	/** What takes long may be cut off. */
	private String print() throws IOException {
		String json = JSON.writeValueAsString(this.report);
		Files.writeString(Path.of("target", "bench-speed.json"), json);
		return json;
	}

}
