package dev.loci;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Talks to a running service as a client does: JSON over HTTP.
 */
public final class Api {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private final String base;

	public Api(int port) {
		this.base = "http://localhost:" + port;
	}

	public Answer get(String path) {
		return send("GET", path, null);
	}

	public Answer post(String path, String body, String... headers) {
		return send("POST", path, body, headers);
	}

	public Answer delete(String path) {
		return send("DELETE", path, null);
	}

	/**
	 * A path that begins with {@code /} and none of the known doors lies below
	 * {@code /api/v1}.
	 */
	public Answer send(String method, String path, @Nullable String body, String... headers) {
		return Answer.of(exchange(method, path, body, headers));
	}

	/** The same without reading the answer. */
	public HttpResponse<String> exchange(String method, String path, @Nullable String body, String... headers) {
		boolean whole = path.startsWith("/actuator") || path.startsWith("/v3") || path.startsWith("/browser");
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + (whole ? "" : "/api/v1") + path))
			.timeout(Duration.ofSeconds(60))
			.method(method, (body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
		if (body != null) {
			request.setHeader("Content-Type", "application/json");
		}
		for (int i = 0; i < headers.length; i += 2) {
			request.setHeader(headers[i], headers[i + 1]);
		}
		try {
			return this.http.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** What came back. */
	public record Answer(int status, HttpResponse<String> response, JsonNode json) {

		public static Answer of(HttpResponse<String> response) {
			boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
			return new Answer(response.statusCode(), response,
					json ? JSON.readTree(response.body()) : MissingNode.getInstance());
		}

		/** A value by its JSON pointer. */
		public JsonNode at(String pointer) {
			return this.json.at(pointer);
		}

	}

}
