package dev.loci.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.loci.LociProcess;
import dev.loci.graph.Plans;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures how long statements and questions take in a space that grows, and prints it as
 * JSON. How long that is depends on the machine and fails nothing; what must hold on
 * every one does: nothing is lost, and a request asks the database as often whatever its
 * size and that of the space. {@code mvn verify -Pbench} does it at length.
 */
class GrowthIT {

	private static final List<Integer> SIZES = Stream.of(System.getProperty("loci.bench.sizes", "200,1000").split(","))
		.map(Integer::valueOf)
		.toList();

	private static final int REQUESTS = Integer.getInteger("loci.bench.requests", 5);

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	@Test
	void asksTheDatabaseAsOftenHoweverMuchIsKnown() throws IOException {
		Path data = LociProcess.newFolder();
		int bolt = LociProcess.freePort();
		try (LociProcess loci = LociProcess.startAsShipped(data, "loci.bolt-port=" + bolt)) {
			Map<String, Object> report = new LinkedHashMap<>();
			report.put("processors", Runtime.getRuntime().availableProcessors());
			report.put("loadBefore", Growth.load());
			report.put("fill", Growth.FILL);
			// The first requests of a process are slow, whatever the space.
			new Growth(loci.api(), "warm").measured(SIZES.getFirst(), REQUESTS);
			Growth growth = new Growth(loci.api(), "growth");
			List<Stage> stages = new ArrayList<>();
			String json = "";
			for (int size : SIZES) {
				stages.add(growth.measured(size, REQUESTS));
				report.put("stages", stages.stream().map(Stage::json).toList());
				report.put("growth", stages.stream().map((stage) -> stage.since(stages.getFirst())).toList());
				report.put("loadAfter", Growth.load());
				json = JSON.writeValueAsString(report);
				// What takes long may be cut off.
				Files.writeString(Path.of("target", "bench-growth.json"), json);
			}
			System.out.println(json);
			growth.keepsAll();
			scansNothing(bolt, Files.readString(data.resolve("neo4j-password")));
			for (Stage stage : stages) {
				assertThat(stage.roundTrips()).as("round trips among %d facts", stage.size())
					.isEqualTo(stages.getFirst().roundTrips());
				assertThat(stage.timing(Stage.LAST).roundTrips()).as("what a statement at the end of a long slot reads")
					.doesNotContainKey("resolve/slots");
				assertThat(stage.timing(Stage.BATCH).roundTrips()).isEqualTo(stage.timing(Stage.SINGLE).roundTrips());
			}
		}
		finally {
			FileSystemUtils.deleteRecursively(data.getParent());
		}
	}

	private static void scansNothing(int bolt, String password) throws IOException {
		try (Driver driver = GraphDatabase.driver("bolt://localhost:" + bolt,
				AuthTokens.basic("neo4j", password.strip()))) {
			assertThat(Plans.scanning(driver)).isEmpty();
		}
	}

}
