package dev.loci;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A start that would do harm or lead nowhere ends with a sentence that says what to do.
 */
class StartRefusalIT {

	private static final Path DATA = LociProcess.newFolder();

	private static final int BOLT = LociProcess.freePort();

	private static LociProcess running;

	@BeforeAll
	static void start() {
		running = LociProcess.start(DATA, "loci.bolt-port=" + BOLT);
	}

	@AfterAll
	static void stop() {
		running.close();
	}

	@Test
	void refusesAPortOfHttpThatIsInUse() {
		refuses(LociProcess.launch(LociProcess.newFolder(), "server.port=" + running.port()),
				"cannot listen on port " + running.port() + ": it is in use", "--server.port=");
	}

	@Test
	void refusesAPortOfBoltThatIsInUse() {
		refuses(LociProcess.launch(LociProcess.newFolder(), "loci.bolt-port=" + BOLT),
				"cannot listen on port " + BOLT + ": it is in use", "-Dloci.bolt-port=0");
	}

	@Test
	void refusesADataFolderThatIsInUse() {
		refuses(LociProcess.launch(DATA), "in use by another process", "-Dloci.data-dir=");
	}

	@Test
	void refusesAWrongPassword() {
		refuses(elsewhere("wrong"), "refuses the user or the password", "spring.neo4j.authentication.password");
	}

	@Test
	void refusesADatabaseThatIsNotThere() throws IOException {
		refuses(elsewhere(password(), "loci.database=elsewhere"), "There is no database named elsewhere",
				"loci.database");
	}

	@Test
	void refusesADatabaseThatDoesNotAnswerInTime() {
		refuses(LociProcess.launch(LociProcess.newFolder(),
				"spring.neo4j.uri=bolt://localhost:" + LociProcess.freePort(), "loci.start-timeout=1s"),
				"cannot be reached", "spring.neo4j.uri");
	}

	@Test
	void refusesADatabaseThatIsBoundToAnotherModel() throws IOException {
		try (Driver driver = GraphDatabase.driver("bolt://localhost:" + BOLT, AuthTokens.basic("neo4j", password()))) {
			driver.executableQuery("MATCH (m:EmbeddingModel) SET m.name = 'another-model'").execute();
			refuses(elsewhere(password()), "holds vectors of the embedding model another-model",
					"Start with the model another-model");
		}
	}

	@Test
	void refusesToServeOthersWithoutKeys() {
		refuses(LociProcess.launch(LociProcess.newFolder(), "server.address=0.0.0.0"), "serves loopback only",
				"loci.access.beyond-loopback=true");
	}

	@Test
	void refusesAModelWithoutAnAddressOrAName() {
		refuses(LociProcess.launch(LociProcess.newFolder(), "loci.extract.mode=model"), "no address of one",
				"loci.extract.base-url");
		refuses(LociProcess.launch(LociProcess.newFolder(), "loci.extract.base-url=http://localhost:1/v1"),
				"no name of one", "loci.extract.model");
	}

	@Test
	void refusesTheSlimBuildWithoutADatabase() {
		refuses(LociProcess.launch(LociProcess.slim(), LociProcess.newFolder()), "has no embedded database",
				"spring.neo4j.uri");
	}

	@Test
	void givesWayWhenTheUsualPortOfBoltIsInUse() throws IOException {
		try (ServerSocket usual = usualPort();
				LociProcess loci = LociProcess.start(LociProcess.newFolder(), "loci.bolt-port=")) {
			assertThat(loci.output()).contains("Port 7687 is in use, so the embedded database listens on ");
			assertThat(usual).satisfiesAnyOf((socket) -> assertThat(socket).isNull(),
					(socket) -> assertThat(socket.isClosed()).isFalse());
		}
	}

	/** Null if something else has it already, which does as well. */
	private static @Nullable ServerSocket usualPort() {
		try {
			return new ServerSocket(7687, 1, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			return null;
		}
	}

	private static LociProcess elsewhere(String password, String... more) {
		String[] properties = new String[more.length + 3];
		properties[0] = "spring.neo4j.uri=bolt://localhost:" + BOLT;
		properties[1] = "spring.neo4j.authentication.username=neo4j";
		properties[2] = "spring.neo4j.authentication.password=" + password;
		System.arraycopy(more, 0, properties, 3, more.length);
		return LociProcess.launch(LociProcess.newFolder(), properties);
	}

	private static String password() throws IOException {
		return Files.readString(DATA.resolve("neo4j-password")).strip();
	}

	private static void refuses(LociProcess loci, String... sentences) {
		try (loci) {
			assertThat(loci.awaitExit()).as(loci.output()).isNotZero();
			assertThat(loci.output()).contains("APPLICATION FAILED TO START", "Description:", "Action:")
				.contains(sentences)
				.doesNotContain("\tat ");
		}
	}

}
