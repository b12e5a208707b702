package dev.loci.recall;

import org.neo4j.driver.Value;

/**
 * How useful a memory has been to those who were given it.
 *
 * @param helpful how many recalls it has helped
 * @param unhelpful how many recalls it has not helped
 */
public record Use(long helpful, long unhelpful) {

	public static final Use NONE = new Use(0, 0);

	/** As if it had helped once and not helped once before anybody said so. */
	private static final int DOUBT = 2;

	static Use of(Value counts) {
		return counts.isNull() ? NONE : new Use(counts.get("helpful").asLong(), counts.get("unhelpful").asLong());
	}

	/**
	 * From -1 to 1, both never reached; 0 while nobody has said anything. The first word
	 * moves it by a third, each further one by less.
	 */
	public double term() {
		return (double) (this.helpful - this.unhelpful) / (this.helpful + this.unhelpful + DOUBT);
	}

	/** The same between -weight and weight: what it adds to a score. */
	double term(double weight) {
		return weight * term();
	}

}
