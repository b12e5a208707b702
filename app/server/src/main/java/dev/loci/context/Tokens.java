package dev.loci.context;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
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

}
