package dev.loci.recall;

/**
 * How many more neighbours than are wanted an index of vectors is asked for. The more
 * there are, the more of the nearest ones it misses when it looks for few, above all
 * where many are nearly alike.
 */
public final class Leeway {

	private static final int MOST = 360;

	private static final int VECTORS_FOR_ONE = 2500;

	private Leeway() {
	}

	/** Among so many vectors, of all spaces. */
	public static long among(long vectors) {
		return Math.min(MOST, vectors / VECTORS_FOR_ONE);
	}

}
