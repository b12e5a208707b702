package dev.loci.context;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingResult;
import com.knuddels.jtokkit.api.EncodingType;

/**
 * Counts tokens as OpenAI's newer models do (o200k); others come close.
 */
final class Tokens {

	private static final Encoding O200K = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

	private Tokens() {
	}

	/** What looks like a control token is text like any other. */
	static int of(String text) {
		return O200K.countTokensOrdinary(text);
	}

	/** The same, but one more than this for all that has more: nobody counts that. */
	static int of(String text, int most) {
		EncodingResult counted = O200K.encodeOrdinary(text, Math.max(most, 0) + 1);
		return counted.isTruncated() ? most + 1 : counted.getTokens().size();
	}

}
