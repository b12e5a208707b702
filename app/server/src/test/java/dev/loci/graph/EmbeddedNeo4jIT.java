package dev.loci.graph;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

import dev.loci.memory.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmbeddedNeo4jIT {

	@Test
	void opensTheSameFolderAgain(@TempDir Path folder) throws Exception {
		use(folder);
		String password = Files.readString(folder.resolve("neo4j-password"));
		use(folder);

		assertThat(folder.resolve("neo4j-password")).hasContent(password.strip());
	}

	@Test
	void takesANewPasswordWhenTheFileIsGone(@TempDir Path folder) throws Exception {
		use(folder);
		Files.delete(folder.resolve("neo4j-password"));
		use(folder);
	}

	@Test
	void takesThePasswordOfTheFileWhenTheDatabaseHasAnother(@TempDir Path folder) throws Exception {
		use(folder);
		Files.writeString(folder.resolve("neo4j-password"), "another-password\n");
		use(folder);
	}

	@Test
	void beginsAnewWhatWasKilledAsItMadeItsDatabases(@TempDir Path folder) throws Exception {
		use(folder);
		assertThat(folder.resolve("first-start-unfinished")).doesNotExist();
		FileSystemUtils.deleteRecursively(folder.resolve("data/transactions"));
		Files.createFile(folder.resolve("first-start-unfinished"));
		use(folder);
		assertThat(folder.resolve("first-start-unfinished")).doesNotExist();
	}

	@Test
	void refusesAtOnceWhatCannotBeOpened(@TempDir Path folder) throws Exception {
		use(folder);
		Files.writeString(folder.resolve("data/databases/neo4j/neostore"), "What a broken disk leaves.");

		assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> use(folder))
			.withMessageContaining("cannot be opened")
			.withMessageContaining(folder.toString());
	}

	@Test
	void beginsAnewWhatWasKilledAsItMadeTheSchema(@TempDir Path folder) throws Exception {
		open(folder, (server) -> {
		});
		Files.writeString(folder.resolve("data/databases/neo4j/neostore"), "Half of it.");
		use(folder);
	}

	/** Opens it and logs in, as the service does. */
	private static void use(Path folder) {
		open(folder, EmbeddedNeo4j::settle);
	}

	private static void open(Path folder, Consumer<EmbeddedNeo4j> then) {
		GraphSettings settings = new GraphSettings(folder, 0, "neo4j", DataSize.ofMegabytes(16), Duration.ofSeconds(60),
				Duration.ofSeconds(60), Duration.ofHours(24));
		try (EmbeddedNeo4j server = new EmbeddedNeo4j(settings);
				Driver driver = GraphDatabase.driver(server.getUri(), server.getAuthToken())) {
			server.awaitOpen();
			driver.verifyConnectivity();
			then.accept(server);
		}
	}

}
