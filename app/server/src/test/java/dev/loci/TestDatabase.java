package dev.loci;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * Says which database the tests of this JVM use.
 */
class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		Map<String, Object> properties = new HashMap<>();
		String uri = System.getProperty("loci.test.uri");
		if (uri != null) {
			properties.put("spring.neo4j.uri", uri);
			properties.put("spring.neo4j.authentication.username", "neo4j");
			properties.put("spring.neo4j.authentication.password", System.getProperty("loci.test.password", ""));
		}
		// What a test says it says in facts; those of reading switch it on.
		properties.put("loci.extract.mode", "off");
		properties.put("loci.bolt-port", 0);
		properties.put("loci.data-dir", folder());
		context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
	}

	private static Path folder() {
		try {
			Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "test-data-");
			Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
			return folder;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void delete(Path folder) {
		try {
			FileSystemUtils.deleteRecursively(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
