package dev.loci.extract;

import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;

import com.openai.errors.OpenAIServiceException;
import org.jspecify.annotations.Nullable;

/**
 * What an error of an endpoint means to those who asked.
 * <p>
 * Nothing of its text is passed on: endpoints repeat in it what they were sent, which is
 * what people said.
 */
final class EndpointErrors {

	private static final Pattern CODE = Pattern.compile("[a-zA-Z0-9_.-]{1,60}");

	/** What is more than a whole minute allows is refused like what comes too often. */
	private static final Pattern TOO_LARGE = Pattern.compile("request too large", Pattern.CASE_INSENSITIVE);

	private EndpointErrors() {
	}

	static RuntimeException meaning(OpenAIServiceException error, Clock clock) {
		int status = error.statusCode();
		return switch (status) {
			case 401, 403 ->
				new ModelMisconfigured("the model's endpoint answers " + status + ": check loci.extract.api-key");
			case 404 -> new ModelMisconfigured("the model's endpoint answers 404: check loci.extract.model, and that "
					+ "loci.extract.base-url ends with its version, as in /v1");
			case 408, 425 -> away(error, clock);
			case 429 ->
				TOO_LARGE.matcher(String.valueOf(error.getMessage())).find() ? refusal(error) : away(error, clock);
			default -> (status >= 500) ? away(error, clock) : refusal(error);
		};
	}

	private static EndpointRefusal refusal(OpenAIServiceException error) {
		return new EndpointRefusal(error.statusCode(), "the model's endpoint refuses the request with " + words(error));
	}

	private static EndpointAway away(OpenAIServiceException error, Clock clock) {
		@Nullable Duration retryAfter = EndpointRetryAfter.of(error.headers().values("Retry-After"), clock).orElse(null);
		String reason = "the model's endpoint answers " + words(error);
		if (error.statusCode() == 429) {
			return EndpointAway.busy(reason, retryAfter);
		}
		return (retryAfter == null && error.statusCode() == 504) ? EndpointAway.late(reason)
				: new EndpointAway(reason, retryAfter);
	}

	private static String words(OpenAIServiceException error) {
		String code = error.code().filter((text) -> CODE.matcher(text).matches()).map((text) -> " " + text).orElse("");
		return error.statusCode() + code;
	}

}
