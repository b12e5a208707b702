package dev.loci.ingest;

import org.jspecify.annotations.Nullable;

/**
 * A part of an episode that is found on its own.
 *
 * @param heading whose words they are: the speaker's name, the title, the source
 * @param start where it begins in the content, if it was cut out of it as it stands
 * @param end where it ends there
 * @param vector its meaning, once it is known
 * @param context its meaning after what was said before it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Passage(@Nullable String heading, String text, @Nullable Integer start, @Nullable Integer end,
		float @Nullable [] vector, float @Nullable [] context) {

	/** What is embedded: what words mean depends on whose they are. */
	static String spoken(@Nullable String heading, String text) {
		return (heading != null) ? heading + ": " + text : text;
	}

	String spoken() {
		return spoken(this.heading, this.text);
	}

	/** What is embedded besides: an answer means little without its question. */
	static String inContext(@Nullable String before, String spoken) {
		return (before != null) ? before + "\n" + spoken : spoken;
	}

	Passage with(float[] meaning, float[] meaningInContext) {
		return new Passage(this.heading, this.text, this.start, this.end, meaning, meaningInContext);
	}

}
