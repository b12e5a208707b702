package dev.loci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The build without the embedded database, as {@code mvn package -Pslim} makes it.
 */
class SlimIT {

	@Test
	void carriesNothingOfTheEmbeddedDatabase() throws IOException {
		try (JarFile jar = new JarFile(LociProcess.slim().toFile())) {
			List<String> libraries = jar.stream()
				.map((entry) -> entry.getName())
				.filter((name) -> name.startsWith("BOOT-INF/lib/"))
				.map((name) -> name.substring("BOOT-INF/lib/".length()))
				.toList();
			assertThat(libraries)
				.filteredOn(
						(name) -> name.startsWith("neo4j-") || name.startsWith("lucene") || name.startsWith("scala"))
				.allMatch((name) -> name.matches("neo4j-(java-driver|bolt-connection|migrations).*"));
		}
	}

	@Test
	void servesFromADatabaseElsewhere() throws IOException {
		Path data = LociProcess.newFolder();
		int bolt = LociProcess.freePort();
		try (LociProcess database = LociProcess.start(data, "loci.bolt-port=" + bolt);
				LociProcess slim = LociProcess
					.launch(LociProcess.slim(), LociProcess.newFolder(), "spring.neo4j.uri=bolt://localhost:" + bolt,
							"spring.neo4j.authentication.username=neo4j",
							"spring.neo4j.authentication.password="
									+ Files.readString(data.resolve("neo4j-password")).strip())
					.awaitReady()) {
			Api.Answer accepted = slim.api().post("/spaces/demo/episodes", """
					{"messages": [{"role": "user", "content": "My cat is called Mimi."}]}""");
			assertThat(accepted.status()).isEqualTo(202);
			assertThat(slim.api().post("/spaces/demo/recall", "{\"query\": \"cat\"}").at("/items/0/text").asString())
				.isEqualTo("My cat is called Mimi.");
			assertThat(slim.answers("/browser/index.html", 404)).isTrue();
			assertThat(database.isReady()).isTrue();
		}
	}

}
