package dev.loci;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.neo4j.configuration.Config;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What can be known of the image and of its neighbours without running them.
 */
class DockerFilesTests {

	private static final Path ROOT = Path.of(System.getProperty("loci.root", "../.."));

	private static final Set<String> LAYERS = Set.of("dependencies", "spring-boot-loader", "snapshot-dependencies",
			"application");

	private final String dockerfile = read("docker/Dockerfile");

	private final JsonNode compose = yaml("docker/compose.yaml");

	private final String pom = read("pom.xml");

	@Test
	void namesOnlyPropertiesThatExist() throws IOException {
		Set<String> known = variablesOfProperties();

		assertThat(known).contains("LOCI_DATA_DIR", "SERVER_PORT");
		assertThat(names("loci")).isSubsetOf(known);
		assertThat(found("(?m)^ENV ((?:SERVER|SPRING|LOCI|MANAGEMENT)_\\w+)=", this.dockerfile)).isNotEmpty()
			.isSubsetOf(known);
	}

	@Test
	void namesOnlySettingsOfNeo4jThatExist() {
		Set<String> settings = Config.defaults().getDeclaredSettings().keySet();

		assertThat(names("neo4j")).filteredOn((name) -> !name.equals("NEO4J_AUTH"))
			.isNotEmpty()
			.allSatisfy((name) -> assertThat(settings).contains(setting(name)));
	}

	@Test
	void agreesOnPorts() {
		String port = yaml("app/server/src/main/resources/application.yaml").at("/server/port").asString();

		assertThat(found("(?m)^EXPOSE (\\d+)$", this.dockerfile)).containsExactly(port);
		assertThat(found("/dev/tcp/127\\.0\\.0\\.1/(\\d+)", this.dockerfile)).containsExactly(port);
		assertThat(ports("loci")).singleElement().asString().endsWith(":" + port);
		assertThat(ports("neo4j")).hasSize(2).anyMatch((mapping) -> mapping.endsWith(":7687"));
		assertThat(text("/services/loci/environment/SPRING_NEO4J_URI")).isEqualTo("bolt://neo4j:7687");
	}

	@Test
	void offersItsPortsOnLoopbackOnly() {
		assertThat(Stream.of("loci", "neo4j").flatMap((name) -> ports(name).stream()))
			.allMatch((mapping) -> mapping.startsWith("127.0.0.1:"));
	}

	@Test
	void namesEveryVariableInTheExample() {
		assertThat(found("\\$\\{(\\w+)", read("docker/compose.yaml")))
			.isEqualTo(found("(?m)^(\\w+)=", read("docker/.env.example")));
	}

	@Test
	void waitsForTheDatabase() {
		assertThat(text("/services/loci/depends_on/neo4j/condition")).isEqualTo("service_healthy");
		assertThat(this.compose.at("/services/neo4j/healthcheck/test").isArray()).isTrue();
	}

	@Test
	void copiesWhatIsThere() {
		Set<String> sources = found("(?m)^COPY (?!--)(.+) \\S+$", this.dockerfile).stream()
			.flatMap((line) -> Pattern.compile(" ").splitAsStream(line))
			.collect(Collectors.toSet());
		Set<String> offered = found("(?m)^!(\\S+)$", read("docker/Dockerfile.dockerignore"));

		assertThat(sources).isNotEmpty().allSatisfy((source) -> assertThat(ROOT.resolve(source)).exists());
		assertThat(sources).isEqualTo(offered);
		assertThat(found("(?m)^COPY --from=build /build/layers/(\\S+)/ ", this.dockerfile)).isEqualTo(LAYERS);
		assertThat(ROOT.resolve(text("/services/loci/build/dockerfile"))).exists();
	}

	@Test
	void agreesOnVersions() {
		String version = only(found("<artifactId>loci</artifactId>\\s*<version>([^<-]+)", this.pom));
		String neo4j = only(found("<neo4j\\.version>(\\d+\\.\\d+)", this.pom));
		int java = Integer.parseInt(only(found("<java\\.version>(\\d+)", this.pom)));

		assertThat(text("/services/loci/image")).isEqualTo("loci:" + version);
		assertThat(this.dockerfile).contains("-t loci:" + version + " ");
		assertThat(text("/services/neo4j/image")).isEqualTo("neo4j:" + neo4j);
		assertThat(found("(?m)^FROM \\S*temurin\\D*(\\d+)", this.dockerfile)).singleElement()
			.satisfies((jdk) -> assertThat(Integer.parseInt(jdk)).isGreaterThanOrEqualTo(java));
		assertThat(this.dockerfile)
			.contains("target/" + only(found("<finalName>(\\w+)", read("app/server/pom.xml"))) + ".jar");
	}

	@Test
	void doesNotRunAsRoot() {
		assertThat(found("(?m)^USER (\\w+)$", this.dockerfile)).containsExactly("loci");
	}

	/**
	 * Every property, ours and Spring's, in both ways in which the environment may name
	 * it.
	 */
	private static Set<String> variablesOfProperties() throws IOException {
		Set<String> variables = new TreeSet<>();
		for (URL file : Collections.list(
				DockerFilesTests.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
			try (InputStream json = file.openStream()) {
				for (JsonNode property : JsonMapper.shared().readTree(json).path("properties")) {
					String name = property.path("name").asString().replace('.', '_').toUpperCase(Locale.ROOT);
					variables.add(name.replace("-", ""));
					variables.add(name.replace('-', '_'));
				}
			}
		}
		return variables;
	}

	/** As Neo4j's image reads them: an underscore is a dot, two are an underscore. */
	private static String setting(String variable) {
		return variable.replaceFirst("^NEO4J_", "").replace("__", "\0").replace('_', '.').replace('\0', '_');
	}

	private Collection<String> names(String service) {
		return this.compose.at("/services/" + service + "/environment").propertyNames();
	}

	private List<String> ports(String service) {
		return this.compose.at("/services/" + service + "/ports").valueStream().map(JsonNode::asString).toList();
	}

	private String text(String pointer) {
		return this.compose.at(pointer).asString();
	}

	private static JsonNode yaml(String file) {
		return JsonMapper.shared().valueToTree(new Yaml().load(read(file)));
	}

	private static String only(Set<String> found) {
		assertThat(found).hasSize(1);
		return found.iterator().next();
	}

	private static Set<String> found(String pattern, String text) {
		return Pattern.compile(pattern)
			.matcher(text)
			.results()
			.map((match) -> match.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String read(String file) {
		try {
			return Files.readString(ROOT.resolve(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
