package dev.loci.memory;

import java.util.UUID;

/**
 * Names one fact in all its versions. The older of two facts has the smaller id.
 */
public record FactId(UUID value) implements Comparable<FactId> {

	public static FactId next() {
		return new FactId(Ids.next());
	}

	public static FactId of(String text) {
		return new FactId(Ids.parse("factId", text));
	}

	@Override
	public int compareTo(FactId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
