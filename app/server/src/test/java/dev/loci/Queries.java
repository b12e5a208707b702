package dev.loci;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a service has asked its database so far, by the names of the queries: how often,
 * and how many seconds it took.
 */
record Queries(Map<String, Long> counts, Map<String, Double> seconds) {

	private static final Pattern LINE = Pattern
		.compile("loci_queries_seconds_(count|sum)\\{.*?query=\"([^\"]+)\".*?} (\\S+)");

	/** What it does from time to time of its own accord. */
	private static final Pattern BACKGROUND = Pattern.compile("(ingest|forget)/.*");

	static Queries of(Api api) {
		Map<String, Long> counts = new TreeMap<>();
		Map<String, Double> seconds = new TreeMap<>();
		LINE.matcher(api.get("/actuator/prometheus").response().body())
			.results()
			.filter((line) -> !BACKGROUND.matcher(line.group(2)).matches())
			.forEach((line) -> {
				double value = Double.parseDouble(line.group(3));
				if (line.group(1).equals("count")) {
					counts.put(line.group(2), (long) value);
				}
				else {
					seconds.put(line.group(2), value);
				}
			});
		return new Queries(counts, seconds);
	}

	/** What was asked between that and this. */
	Queries since(Queries before) {
		Map<String, Long> counts = new TreeMap<>(this.counts);
		counts.replaceAll((query, count) -> count - before.counts.getOrDefault(query, 0L));
		counts.values().removeIf((count) -> count == 0);
		Map<String, Double> seconds = new TreeMap<>(this.seconds);
		seconds.replaceAll((query, sum) -> sum - before.seconds.getOrDefault(query, 0.0));
		seconds.keySet().retainAll(counts.keySet());
		return new Queries(counts, seconds);
	}

}
