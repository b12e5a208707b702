package dev.loci.bench;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long requests of one sort took.
 *
 * @param millis of each request, ascending
 * @param answer how many characters it has on average
 * @param effort of the service for all of them
 */
record Timing(List<Double> millis, long answer, Effort effort) {

	Timing {
		millis = millis.stream().sorted().toList();
	}

	double best() {
		return this.millis.getFirst();
	}

	double mean() {
		return this.millis.stream().mapToDouble((each) -> each).average().orElseThrow();
	}

	/** So many of a hundred requests took no longer. */
	double percentile(int percent) {
		return this.millis.get(Math.max(0, (int) Math.ceil(this.millis.size() * percent / 100.0) - 1));
	}

	/** The milliseconds of a processor that the service takes for a request. */
	double cpu() {
		return this.effort.cpu() * 1000 / this.millis.size();
	}

	/** How often a request asks the database, by the names of the queries. */
	Map<String, Double> roundTrips() {
		Map<String, Double> roundTrips = new LinkedHashMap<>();
		this.effort.counts().forEach((query, count) -> roundTrips.put(query, (double) count / this.millis.size()));
		return roundTrips;
	}

	/** In milliseconds. */
	Map<String, Object> json() {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("requests", this.millis.size());
		json.put("best", rounded(best()));
		json.put("p50", rounded(percentile(50)));
		json.put("p95", rounded(percentile(95)));
		json.put("p99", rounded(percentile(99)));
		json.put("cpu", rounded(cpu()));
		json.put("answerCharacters", this.answer);
		json.put("roundTrips", rounded(roundTrips().values().stream().mapToDouble((each) -> each).sum()));
		json.put("inDatabase", inDatabase());
		return json;
	}

	/** The milliseconds that each query takes of a request, the slowest first. */
	private Map<String, Object> inDatabase() {
		Map<String, Object> inDatabase = new LinkedHashMap<>();
		this.effort.seconds()
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
			.forEach((query) -> inDatabase.put(query.getKey(), rounded(query.getValue() * 1000 / this.millis.size())));
		return inDatabase;
	}

	/** How many times as long it took as another. */
	Map<String, Object> ratios(Timing other) {
		Map<String, Object> ratios = new LinkedHashMap<>();
		ratios.put("best", rounded(best() / other.best()));
		ratios.put("p50", rounded(percentile(50) / other.percentile(50)));
		ratios.put("cpu", rounded(cpu() / other.cpu()));
		return ratios;
	}

	static double rounded(double value) {
		return Math.round(value * 100) / 100.0;
	}

}
