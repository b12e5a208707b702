package dev.loci.rest;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.loci.LociIT;
import dev.loci.graph.GraphAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@LociIT
class BrowserIT {

	private static final Pattern SCRIPT = Pattern.compile("<script src=\"([^\"]+)\"");

	private static final Pattern ADDRESS_FIELD = Pattern.compile("<input[^>]*data-testid=\"boltaddress\"[^>]*>");

	private final HttpClient http = HttpClient.newHttpClient();

	private final String base;

	private final GraphAddress graph;

	BrowserIT(@LocalServerPort int port, @Autowired GraphAddress graph) {
		this.base = "http://localhost:" + port;
		this.graph = graph;
	}

	@Test
	void opensWithTheAddressOfTheEmbeddedDatabase() throws Exception {
		assumeEmbedded();
		String expected = "/browser/?dbms=bolt://neo4j@" + this.graph.uri().getAuthority();

		for (String door : List.of("/browser", "/browser/")) {
			HttpResponse<String> answer = get(door);
			assertThat(answer.statusCode()).isEqualTo(302);
			assertThat(answer.headers().firstValue("Location")).hasValue(expected);
		}
	}

	@Test
	void servesThePageAndItsScripts() throws Exception {
		assumeEmbedded();

		HttpResponse<String> page = get("/browser/?dbms=bolt://localhost:7687");

		assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
		assertThat(page.body()).contains("<title>Neo4j Browser</title>");
		List<String> scripts = SCRIPT.matcher(page.body()).results().map((match) -> match.group(1)).toList();
		assertThat(scripts).hasSizeGreaterThan(2);
		for (String script : scripts) {
			HttpResponse<String> answer = get("/browser/" + script);
			assertThat(answer.statusCode()).as(script).isEqualTo(200);
			assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/javascript");
			assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
			assertThat(answer.headers().firstValue("Last-Modified")).isEmpty();
		}
	}

	@Test
	void runsNoScriptsFromElsewhere() throws Exception {
		assertThat(get("/browser/").headers().firstValue("Content-Security-Policy").orElseThrow())
			.contains("script-src 'self'")
			.contains("frame-ancestors 'none'");
	}

	@Test
	void servesTheStyleSheetForPasting() throws Exception {
		assumeEmbedded();

		assertThat(get("/browser/explore/loci.grass").body()).contains("node.Episode {");
	}

	@Test
	void answersWithAProblemWhereThereIsNoPage() throws Exception {
		HttpResponse<String> answer = get("/browser/nothing.js");

		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
	}

	/** The page as people see it, scripts and all. */
	@Test
	void showsTheAddressInTheConnectForm(@TempDir Path profile) throws Exception {
		assumeEmbedded();

		String page = seenIn(chromium(), this.base + "/browser/", profile);

		Matcher field = ADDRESS_FIELD.matcher(page);
		assertThat(field.find()).as("the field for the address in %s", page).isTrue();
		assertThat(field.group()).contains("value=\"" + this.graph.uri().getAuthority() + "\"");
	}

	private static String chromium() {
		Path found = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
			.splitAsStream(Objects.requireNonNullElse(System.getenv("PATH"), ""))
			.map((folder) -> Path.of(folder, "chromium"))
			.filter(Files::isExecutable)
			.findFirst()
			.orElse(null);
		assumeTrue(found != null, "No chromium on the PATH; on Debian: apt-get install -y chromium");
		return String.valueOf(found);
	}

	private static String seenIn(String chromium, String url, Path profile) throws Exception {
		Path errors = profile.resolve("errors.log");
		Process process = new ProcessBuilder(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
				"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--user-data-dir=" + profile.resolve("chromium"), "--virtual-time-budget=20000", "--dump-dom", url)
			.redirectError(errors.toFile())
			.start();
		try (InputStream page = process.getInputStream()) {
			String seen = new String(page.readAllBytes(), StandardCharsets.UTF_8);
			assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
			return seen;
		}
		finally {
			process.destroyForcibly().waitFor();
		}
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(URI.create(this.base + path)).build(), BodyHandlers.ofString());
	}

	private void assumeEmbedded() {
		assumeTrue(this.graph.embedded(), "Browser comes with the embedded database only");
	}

}
