package dev.loci;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/**
 * The full build as Spring Boot unpacks it for servers, with its classes as the JVM has
 * parsed them once: jars within a jar take as long to open as all the rest takes to
 * start, classes a third of that, and tests start it often.
 */
final class UnpackedBuild {

	private static final Path FOLDER = Path.of("target", "unpacked").toAbsolutePath();

	/** To be run like the one that it was made of. */
	static final Path JAR = unpacked(LociProcess.jar("loci.jar"));

	/** A JVM that cannot use it does without. */
	static final Path CLASSES = classesOf(JAR);

	private UnpackedBuild() {
	}

	private static Path unpacked(Path jar) {
		run("-Djarmode=tools", "-jar", jar.toString(), "extract", "--force", "--destination", FOLDER.toString());
		return FOLDER.resolve(jar.getFileName());
	}

	private static Path classesOf(Path jar) {
		Path classes = FOLDER.resolve("classes.jsa");
		Path data = LociProcess.newFolder();
		run("-XX:ArchiveClassesAtExit=" + classes, "-Xlog:disable", "-XX:+UseSerialGC",
				"-Dspring.context.exit=onRefresh", "-jar", jar.toString(), "--server.port=0", "--loci.bolt-port=0",
				"--loci.data-dir=" + data);
		FileSystemUtils.deleteRecursively(Objects.requireNonNull(data.getParent()).toFile());
		return classes;
	}

	private static void run(String... arguments) {
		try {
			Process java = new ProcessBuilder(Stream.concat(Stream.of(LociProcess.JAVA), Stream.of(arguments)).toList())
				.redirectErrorStream(true)
				.start();
			String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (java.waitFor() != 0) {
				throw new IllegalStateException(output);
			}
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
