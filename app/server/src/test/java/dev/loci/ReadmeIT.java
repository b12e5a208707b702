package dev.loci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the manual says is what happens.
 */
@LociIT
class ReadmeIT {

	private static final Path README = Path.of("../../README.md");

	/** A call, and the answer that is printed below it. */
	private static final Pattern EXAMPLE = Pattern.compile(
			"```sh\\ncurl -s (?:-X (\\w+) )?'?http://localhost:8080/api/v1([^\\s']+)'? .*?-d '(.*?)'\\n```\\s+```json\\n(.*?)\\n```",
			Pattern.DOTALL);

	/** A look at what the calls have left. */
	private static final Pattern LOOK = Pattern.compile(
			"```sh\\ncurl -s '?http://localhost:8080/api/v1([^\\s']+)'?\\n```\\s+```json\\n(.*?)\\n```",
			Pattern.DOTALL);

	private static final Pattern PROPERTY_ROW = Pattern.compile("^\\| `([a-z0-9.-]+)` \\|", Pattern.MULTILINE);

	private final Api api;

	ReadmeIT(@LocalServerPort int port) {
		this.api = new Api(port);
	}

	@Test
	void printsTheAnswersThatAreReallyGiven() throws IOException {
		List<MatchResult> examples = EXAMPLE.matcher(Files.readString(README)).results().toList();

		assertThat(examples).hasSize(8);
		this.api.send("PATCH", "/spaces/demo", "{\"extract\": \"local\"}");
		for (MatchResult example : examples) {
			String method = (example.group(1) != null) ? example.group(1) : "POST";
			Api.Answer answer = this.api.send(method, example.group(2), example.group(3));
			assertThat(answer.status()).isLessThan(300);
			assertThat(same(answer.json())).isEqualTo(same(JsonMapper.shared().readTree(example.group(4))));
		}
		List<MatchResult> looks = LOOK.matcher(Files.readString(README)).results().toList();
		assertThat(looks).hasSize(1);
		for (MatchResult look : looks) {
			assertThat(same(this.api.get(look.group(1)).json()))
				.isEqualTo(same(JsonMapper.shared().readTree(look.group(2))));
		}
	}

	@Test
	void namesEveryPropertyThatThereIs() throws IOException {
		JsonNode metadata = JsonMapper.shared()
			.readTree(Files.readString(Path.of("target/classes/META-INF/spring-configuration-metadata.json")));
		Set<String> ours = metadata.at("/properties")
			.valueStream()
			.map((property) -> property.at("/name").asString())
			.collect(Collectors.toSet());
		Set<String> named = PROPERTY_ROW.matcher(Files.readString(README))
			.results()
			.map((match) -> match.group(1))
			.collect(Collectors.toSet());

		assertThat(named).containsAll(ours);
		assertThat(named).filteredOn((name) -> name.startsWith("loci.")).isSubsetOf(ours);
	}

	/**
	 * The same without what differs each time: ids, moments, and how near a vector is to
	 * the last digit.
	 */
	private static Object same(JsonNode json) {
		if (json.isObject()) {
			return json.properties()
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey,
						(entry) -> List.of("millis", "tokens").contains(entry.getKey()) ? "how much"
								: same(entry.getValue())));
		}
		if (json.isArray()) {
			return json.valueStream().map(ReadmeIT::same).toList();
		}
		if (json.isFloatingPointNumber()) {
			return "a score";
		}
		return Stream.of("[0-9a-f]{8}-[0-9a-f-]{27}(#\\d+)?", "20\\d\\d-\\d\\d-\\d\\dT.*Z")
			.filter((changing) -> json.asString().matches(changing))
			.findFirst()
			.orElse(json.asString()
				.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "an id")
				.replaceAll("memory [0-9a-f]{12}>", "memory>"));
	}

}
