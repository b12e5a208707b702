package dev.loci.bench;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import dev.loci.graph.Cypher;
import dev.loci.recall.Leeway;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Ways to the facts of a space that are nearest to a question, asked of the same
 * database: that of the service, and two that others go.
 */
final class Rivals {

	/** How many of the nearest ones are compared. */
	static final int WANTED = 10;

	/** As many as the service reads. */
	private static final int CANDIDATES = 40;

	private static final String SPACE = """
			CYPHER 25 MATCH (s:Space {tenant: 'default', name: $name})
			RETURN s.generation AS space, s.key AS home, s.clock AS clock, COUNT { (:Fact) } AS facts""";

	private static final String SCAN = """
			CYPHER 25 MATCH (f:Fact)
			WHERE f.space = $space AND f.recordedFrom <= $knownAt AND f.recordedTo > $knownAt
			  AND f.validFrom <= $validAt AND f.validTo > $validAt
			WITH f, vector.similarity.cosine(f.embedding, $vector) AS score
			ORDER BY score DESC LIMIT $wanted
			RETURN f.id AS id""";

	private static final String FILTERED_AFTERWARDS = """
			CYPHER 25 MATCH (f:Fact)
			SEARCH f IN (VECTOR INDEX fact_meaning FOR $vector LIMIT $candidates + $leeway) SCORE AS score
			WITH f, score
			WHERE f.space = $space AND f.recordedFrom <= $knownAt AND f.recordedTo > $knownAt
			  AND f.validFrom <= $validAt AND f.validTo > $validAt
			RETURN f.id AS id ORDER BY score DESC LIMIT $wanted""";

	private static final Cypher FILTERED = Cypher.named("recall/facts_by_meaning")
		.unless("predicates")
		.unless("narrowed");

	private final Driver driver;

	private final long leeway;

	private final Map<String, @Nullable Object> parameters = new HashMap<>();

	Rivals(Driver driver, String name) {
		this.driver = driver;
		Record space = driver.executableQuery(SPACE)
			.withParameters(Map.of("name", name))
			.execute()
			.records()
			.getFirst();
		ZonedDateTime clock = space.get("clock").asZonedDateTime();
		ZonedDateTime now = ZonedDateTime.now(clock.getZone());
		this.parameters.putAll(Map.of("space", space.get("space").asString(), "home", space.get("home").asString(),
				"knownAt", clock, "validAt", now, "begun", now, "over", now, "wanted", WANTED, "candidates", CANDIDATES,
				"owners", List.of("")));
		this.leeway = Leeway.among(space.get("facts").asLong());
		this.parameters.put("tags", List.of());
		this.parameters.put("predicates", null);
		this.parameters.put("entities", null);
	}

	/** Reads every fact of the space, and compares all vectors. */
	Asked scan(List<float[]> questions) {
		return ask(SCAN, questions, (row) -> row.get("id").asString());
	}

	/** Asks the index for the nearest facts of all, and keeps those of the space. */
	Asked filteredAfterwards(List<float[]> questions) {
		this.parameters.put("leeway", this.leeway);
		return ask(FILTERED_AFTERWARDS, questions, (row) -> row.get("id").asString());
	}

	/** The service's own query, which filters in the index. */
	Asked filtered(List<float[]> questions) {
		return filtered(questions, CANDIDATES + this.leeway);
	}

	/** The same with more or less to look at. */
	Asked filtered(List<float[]> questions, long looks) {
		this.parameters.put("leeway", looks - CANDIDATES);
		return ask(FILTERED.text(), questions, null);
	}

	private Asked ask(String query, List<float[]> questions, @Nullable Function<Record, String> id) {
		List<Double> millis = new ArrayList<>();
		List<List<Integer>> found = new ArrayList<>();
		try (var session = this.driver.session()) {
			// The first run of a query is planned, which takes longer than the query.
			session.run(query, with(questions.getFirst())).consume();
			for (float[] question : questions) {
				Map<String, @Nullable Object> asked = with(question);
				long start = System.nanoTime();
				List<Record> rows = session.run(query, asked).list();
				millis.add((System.nanoTime() - start) / 1e6);
				found.add(((id != null) ? rows.stream().map(id).toList()
						: rows.getFirst().get("hits").asList((Value hit) -> hit.get("fact").get("id").asString()))
					.stream()
					.map(BulkLoad::number)
					.toList());
			}
		}
		return new Asked(millis.stream().sorted().toList(), found);
	}

	private Map<String, @Nullable Object> with(float[] question) {
		Map<String, @Nullable Object> with = new LinkedHashMap<>(this.parameters);
		with.put("vector", question);
		return with;
	}

	/**
	 * What came of it.
	 *
	 * @param millis ascending
	 * @param found for each question the numbers of the sentences
	 */
	record Asked(List<Double> millis, List<List<Integer>> found) {

		double percentile(int percent) {
			return this.millis.get(Math.max(0, (int) Math.ceil(this.millis.size() * percent / 100.0) - 1));
		}

		/** The share of those that are nearest indeed. */
		double recall(List<Set<Integer>> nearest) {
			int right = 0;
			int all = 0;
			for (int i = 0; i < this.found.size(); i++) {
				Set<Integer> truly = nearest.get(i);
				right += (int) this.found.get(i).stream().filter(truly::contains).count();
				all += truly.size();
			}
			return (double) right / all;
		}

		Map<String, Object> json() {
			Map<String, Object> json = new LinkedHashMap<>();
			json.put("questions", this.millis.size());
			json.put("best", Timing.rounded(this.millis.getFirst()));
			json.put("p50", Timing.rounded(percentile(50)));
			json.put("p95", Timing.rounded(percentile(95)));
			json.put("p99", Timing.rounded(percentile(99)));
			return json;
		}

	}

}
