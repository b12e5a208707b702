package dev.loci.graph;

import java.time.Instant;

/**
 * A space as it was believed at a moment of its clock. Whoever asks again for that moment
 * sees the same.
 *
 * @param space the key under which it keeps what was said
 * @param generation the key under which it kept what it believed then
 * @param version of the space when it was looked at
 * @param facts how many there are in all spaces, which share their indexes
 */
public record View(String space, String generation, Instant knownAt, Version version, long facts) {

	/** The key of what there is not. */
	public static final String NOWHERE = "none0";

	/** Whether both show the same, however much there is in other spaces. */
	public boolean showsAs(View other) {
		return this.space.equals(other.space) && this.generation.equals(other.generation)
				&& this.knownAt.equals(other.knownAt) && this.version.equals(other.version);
	}

	/** Whether the space was there by then. */
	public boolean isSomething() {
		return !this.generation.equals(NOWHERE);
	}

	/**
	 * What a space holds. Each write moves the clock, erasures too; vectors that are made
	 * later are counted, when they are there.
	 *
	 * @param clock the moment of its last write
	 * @param embedded how often vectors were made later
	 */
	public record Version(Instant clock, long embedded) {
	}

}
