package dev.loci.memory;

import java.util.List;

/**
 * Types that one thing may be called at different times: a City is a Place. The same name
 * in two families is two things.
 *
 * @param types the first one stands for the family
 */
public record Family(String name, List<String> types) {

	private static final int MOST_TYPES = 100;

	public Family {
		types = List.copyOf(types);
		if (types.isEmpty()) {
			throw new InvalidInput("families." + name, "has no types");
		}
		if (types.size() > MOST_TYPES) {
			throw new InvalidInput("families." + name, "has more than " + MOST_TYPES + " types");
		}
	}

}
