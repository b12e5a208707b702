package dev.loci.memory;

import java.util.UUID;

/**
 * Names one job, in every answer and for ever.
 */
public record JobId(UUID value) {

	public static JobId next() {
		return new JobId(Ids.next());
	}

	public static JobId of(String text) {
		return new JobId(Ids.parse("jobId", text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
