package dev.loci.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import dev.loci.Api;

/**
 * What a service has done so far.
 *
 * @param counts how often it asked the database, by the names of the queries
 * @param seconds how long it waited for the answers
 * @param cpu how many seconds of a processor it took, its database included: on a machine
 * that does other things, too, they tell more than a clock
 */
record Effort(Map<String, Long> counts, Map<String, Double> seconds, double cpu) {

	private static final Pattern CPU = Pattern.compile("(?m)^process_cpu_time_ns_total\\S* (\\S+)");

	private static final Pattern LINE = Pattern
		.compile("loci_queries_seconds_(count|sum)\\{.*?query=\"([^\"]+)\".*?} (\\S+)");

	/** What it does from time to time of its own accord. */
	private static final Pattern BACKGROUND = Pattern.compile("(ingest|forget)/.*");

	static Effort of(Api api) {
		Map<String, Long> counts = new TreeMap<>();
		Map<String, Double> seconds = new TreeMap<>();
		String metrics = api.get("/actuator/prometheus").response().body();
		LINE.matcher(metrics)
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
		return new Effort(counts, seconds, cpu(metrics));
	}

	private static double cpu(String metrics) {
		return CPU.matcher(metrics).results().mapToDouble((line) -> Double.parseDouble(line.group(1)) / 1e9).sum();
	}

	/** What was done between that and this. */
	Effort since(Effort before) {
		Map<String, Long> counts = new TreeMap<>(this.counts);
		counts.replaceAll((query, count) -> count - before.counts.getOrDefault(query, 0L));
		counts.values().removeIf((count) -> count == 0);
		Map<String, Double> seconds = new TreeMap<>(this.seconds);
		seconds.replaceAll((query, sum) -> sum - before.seconds.getOrDefault(query, 0.0));
		seconds.keySet().retainAll(counts.keySet());
		return new Effort(counts, seconds, this.cpu - before.cpu);
	}

}
