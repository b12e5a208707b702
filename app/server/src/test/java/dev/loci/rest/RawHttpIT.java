package dev.loci.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import dev.loci.LociIT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What no well-behaved client sends, and who may call at all.
 */
@LociIT
@TestPropertySource(properties = "loci.access.hosts=Memory.Example")
class RawHttpIT {

	private final int port;

	RawHttpIT(@LocalServerPort int port) {
		this.port = port;
	}

	@Test
	void refusesBytesThatAreNotUtf8() throws Exception {
		byte[] body = "{\"text\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);
		String answer = raw("POST /api/v1/spaces/demo/episodes HTTP/1.1\r\nHost: localhost\r\n"
				+ "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\nConnection: close\r\n\r\n",
				body);

		assertThat(answer).startsWith("HTTP/1.1 400").contains("/problems/malformed-json");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			evil.example      |
			localhost.evil.example |
			127.0.0.1.evil.example |
			10.0.0.1          |
			localhost         | http://evil.example
			localhost         | null
			localhost:8080    | https://localhost.evil.example
			""")
	void refusesForeignHostsAndOrigins(String host, String origin) throws Exception {
		String answer = raw(
				"GET /api/v1/jobs HTTP/1.1\r\nHost: " + host + "\r\n"
						+ ((origin != null) ? "Origin: " + origin + "\r\n" : "") + "Connection: close\r\n\r\n",
				new byte[0]);

		assertThat(answer).startsWith("HTTP/1.1 403").contains("application/problem+json", "/problems/forbidden");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			localhost         |
			LOCALHOST:8080    | http://localhost:3000
			127.0.0.1:80      | http://127.0.0.1
			[::1]:8080        | http://[::1]:8080
			memory.example    | https://MEMORY.example
			""")
	void letsLoopbackIn(String host, String origin) throws Exception {
		String answer = raw(
				"GET /api/v1/jobs HTTP/1.1\r\nHost: " + host + "\r\n"
						+ ((origin != null) ? "Origin: " + origin + "\r\n" : "") + "Connection: close\r\n\r\n",
				new byte[0]);

		assertThat(answer).startsWith("HTTP/1.1 200");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "GET /api/v1/spaces/a\"b/episodes HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
					"GET /api/v1/jobs HTTP/1.1\r\nConnection: close\r\n\r\n",
					"GET /api/v1/spaces/%zz/episodes HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n" })
	void answersWhatIsHardlyHttpWithoutAPageOrATrace(String request) throws Exception {
		assertThat(raw(request, new byte[0])).startsWith("HTTP/1.1 40").doesNotContain("<html", "Exception", "\tat ");
	}

	private String raw(String head, byte[] body) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(30_000);
			OutputStream out = socket.getOutputStream();
			out.write(head.getBytes(StandardCharsets.ISO_8859_1));
			out.write(body);
			out.flush();
			InputStream in = socket.getInputStream();
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
