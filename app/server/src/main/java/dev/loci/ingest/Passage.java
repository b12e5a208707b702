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

	/** As much of what was said before as is close: each word of it costs time. */
	private static final int CLOSE = 400;

	/** What is embedded: what words mean depends on whose they are. */
	static String spoken(@Nullable String heading, String text) {
		return (heading != null) ? heading + ": " + text : text;
	}

	String spoken() {
		return spoken(this.heading, this.text);
	}

	/** What is embedded besides: an answer means little without its question. */
	static String inContext(@Nullable String before, String spoken) {
		return (before != null) ? end(before) + "\n" + spoken : spoken;
	}

	private static String end(String text) {
		int from = Math.max(0, text.length() - CLOSE);
		return text.substring((from > 0 && Character.isLowSurrogate(text.charAt(from))) ? from + 1 : from);
	}

	Passage with(float[] meaning, float[] meaningInContext) {
		return new Passage(this.heading, this.text, this.start, this.end, meaning, meaningInContext);
	}

}
