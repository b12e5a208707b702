package dev.loci;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The full build as Spring Boot unpacks it for servers: jars within a jar take as long to
 * open as all the rest takes to start, and tests start it often.
 */
final class UnpackedBuild {

	/** To be run like the one that it was made of. */
	static final Path JAR = unpacked(LociProcess.jar("loci.jar"), Path.of("target", "unpacked").toAbsolutePath());

	private UnpackedBuild() {
	}

	private static Path unpacked(Path jar, Path folder) {
		try {
			Process tool = new ProcessBuilder(LociProcess.JAVA, "-Djarmode=tools", "-jar", jar.toString(), "extract",
					"--force", "--destination", folder.toString())
				.inheritIO()
				.start();
			if (tool.waitFor() != 0) {
				throw new IllegalStateException(jar + " could not be unpacked");
			}
			return folder.resolve(jar.getFileName());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
