package dev.loci.memory;

import java.util.regex.Pattern;

/**
 * Whose memory is meant: a space of a tenant.
 * <p>
 * The tenant is never taken from what a caller writes, only from who the caller is.
 */
public record Scope(String tenant, String space) {

	private static final Pattern SPACE_NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}._:@-]{1,128}");

	public Scope {
		if (!SPACE_NAME.matcher(space).matches()) {
			throw new InvalidInput("space",
					"must be 1 to 128 letters or digits of any script or one of . _ : @ - and nothing else");
		}
	}

}
