package dev.loci.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;

import com.openai.core.RequestOptions;
import com.openai.core.http.Headers;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads responses up to a bound, and lets through only those that can be understood.
 * <p>
 * The libraries above would read a response of any length, and would write the whole
 * request into the log where a response has no choices.
 */
final class EndpointHttp implements HttpClient {

	private static final JsonMapper JSON = new JsonMapper();

	private final HttpClient http;

	private final int maxBytes;

	private final boolean anonymous;

	EndpointHttp(HttpClient http, int maxBytes, boolean anonymous) {
		this.http = http;
		this.maxBytes = maxBytes;
		this.anonymous = anonymous;
	}

	@Override
	public HttpResponse execute(HttpRequest request, RequestOptions options) {
		try (HttpResponse response = this.http.execute(signed(request), options)) {
			byte[] body = start(response);
			if (response.statusCode() / 100 == 2) {
				check(body);
			}
			return new Read(response.statusCode(), response.headers(), new ByteArrayInputStream(body));
		}
	}

	/** Nobody here asks without waiting for the answer. */
	@Override
	public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
		return CompletableFuture.failedFuture(new UnsupportedOperationException("only blocking calls are bounded"));
	}

	@Override
	public void close() {
		this.http.close();
	}

	/** Whoever has no key sends none, and none that looks like one. */
	private HttpRequest signed(HttpRequest request) {
		return this.anonymous ? request.toBuilder().removeHeaders("Authorization").build() : request;
	}

	/** As much of the body as may be, and a byte more by which it is found too long. */
	private byte[] start(HttpResponse response) {
		try (InputStream stream = response.body()) {
			return stream.readNBytes(this.maxBytes + 1);
		}
		catch (IOException ex) {
			throw new EndpointAway("the model's endpoint broke off its answer", null);
		}
	}

	private void check(byte[] body) {
		if (body.length > this.maxBytes) {
			throw new EndpointNonsense("was larger than " + this.maxBytes + " bytes");
		}
		try {
			if (JSON.readTree(body).path("choices").path(0).isObject()) {
				return;
			}
		}
		catch (JacksonException ex) {
			throw new EndpointNonsense("was no JSON");
		}
		throw new EndpointNonsense("was no chat completion with choices");
	}

	/** A response that is here as a whole. */
	private record Read(int statusCode, Headers headers, InputStream body) implements HttpResponse {

		@Override
		public void close() {
			// its connection is back already
		}

	}

}
