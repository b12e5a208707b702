package dev.loci.rest;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociIT;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever sends more than there may be at once is told what the limit is for.
 */
@LociIT
class TooMuchIT {

	private final int port;

	private final Api api;

	TooMuchIT(@LocalServerPort int port) {
		this.port = port;
		this.api = new Api(port);
	}

	@Test
	void refusesAMessageOfMoreThan64KiB() {
		String most = "a".repeat(64 * 1024);
		String message = "{\"messages\": [{\"role\": \"user\", \"content\": \"%s\"}]}";

		assertThat(this.api.post("/spaces/demo/episodes", message.formatted(most)).status()).isEqualTo(202);
		Answer answer = this.api.post("/spaces/demo/episodes", message.formatted(most + "a"));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.at("/errors/0/field").asString()).isEqualTo("messages[0].content");
		assertThat(this.api.post("/spaces/demo/episodes", message.formatted("é".repeat(32 * 1024 + 1))).status())
			.isEqualTo(400);
	}

	@Test
	void refusesMoreThan500MessagesAndMetadataOfMoreThan16KiB() {
		String messages = IntStream.range(0, 501)
			.mapToObj((i) -> "{\"role\": \"user\", \"content\": \"m" + i + "\"}")
			.collect(Collectors.joining(","));

		Answer answer = this.api.post("/spaces/demo/episodes", "{\"messages\": [" + messages + "]}");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.at("/errors/0/field").asString()).isEqualTo("messages");
		assertThat(this.api
			.post("/spaces/demo/episodes",
					"{\"text\": \"a\", \"metadata\": {\"k\": \"" + "v".repeat(16 * 1024) + "\"}}")
			.at("/errors/0/field")
			.asString()).isEqualTo("metadata");
	}

	@Test
	void refusesABodyOf50Megabytes() throws Exception {
		byte[] body = ("{\"text\": \"" + "a".repeat(50 * 1024 * 1024) + "\"}").getBytes(StandardCharsets.UTF_8);
		for (HttpRequest.BodyPublisher publisher : new HttpRequest.BodyPublisher[] {
				HttpRequest.BodyPublishers.ofByteArray(body),
				HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofByteArray(body)) }) {
			HttpRequest request = HttpRequest
				.newBuilder(URI.create("http://localhost:" + this.port + "/api/v1/spaces/demo/episodes"))
				.header("Content-Type", "application/json")
				.version(HttpClient.Version.HTTP_1_1)
				.POST(publisher)
				.build();
			try (HttpClient http = HttpClient.newHttpClient()) {
				HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
				assertThat(response.statusCode()).isEqualTo(413);
				assertThat(response.body()).contains("/problems/too-large");
			}
		}
	}

}
