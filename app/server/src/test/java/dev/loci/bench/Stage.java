package dev.loci.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was measured in a space of one size.
 *
 * @param size facts when it began
 * @param batch how many statements a request of a batch has
 * @param timings by what was asked
 */
record Stage(int size, int interests, int stays, int batch, double load, Map<String, Timing> timings) {

	static final String SINGLE = "statement";

	static final String LAST = "statementAtEndOfLongSlot";

	static final String BATCH = "statementsInBatches";

	Timing timing(String name) {
		Timing timing = this.timings.get(name);
		if (timing == null) {
			throw new IllegalArgumentException("Nothing was measured of " + name);
		}
		return timing;
	}

	/**
	 * How often each sort of statement asks the database, by the names of the queries. A
	 * question may ask again until it has found enough.
	 */
	Map<String, Map<String, Double>> roundTrips() {
		Map<String, Map<String, Double>> roundTrips = new LinkedHashMap<>();
		this.timings.forEach((name, timing) -> {
			if (name.startsWith(SINGLE)) {
				roundTrips.put(name, timing.roundTrips());
			}
		});
		return roundTrips;
	}

	Map<String, Object> json() {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("facts", this.size);
		json.put("ofOneSubject", this.interests);
		json.put("inOneSlot", this.stays);
		json.put("load", this.load);
		json.put("singleStatementsInASecond", perSecond(SINGLE, 1));
		json.put("statementsInASecondInBatchesOf" + this.batch, perSecond(BATCH, this.batch));
		this.timings.forEach((name, timing) -> json.put(name, timing.json()));
		return json;
	}

	private double perSecond(String name, int statements) {
		return Timing.rounded(1000 * statements / timing(name).mean());
	}

	/** How many times as long it took as in a smaller space. */
	Map<String, Object> since(Stage smaller) {
		Map<String, Object> ratios = new LinkedHashMap<>();
		ratios.put("facts", Timing.rounded((double) this.size / smaller.size()));
		this.timings.forEach((name, timing) -> ratios.put(name, timing.ratios(smaller.timing(name))));
		return ratios;
	}

}
