package dev.loci;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/**
 * The full build as Spring Boot unpacks it for servers, with what a JVM has learned of it
 * at its first start: jars within a jar take as long to open as all the rest takes to
 * start, classes half of that, and tests start it often.
 */
final class UnpackedBuild {

	private static final Path FOLDER = Path.of("target", "unpacked").toAbsolutePath();

	/** To be run like the one that it was made of. */
	static final Path JAR = unpacked(LociProcess.jar("loci.jar"));

	/** A JVM that learns nothing does without. */
	static final List<String> LEARNED = (Runtime.version().feature() < 25) ? List.of()
			: List.of("-XX:AOTCache=" + learned(JAR));

	private UnpackedBuild() {
	}

	private static Path unpacked(Path jar) {
		run("-Djarmode=tools", "-jar", jar.toString(), "extract", "--force", "--destination", FOLDER.toString());
		return FOLDER.resolve(jar.getFileName());
	}

	private static Path learned(Path jar) {
		Path learned = FOLDER.resolve("loci.aot");
		Path data = LociProcess.newFolder();
		run("-XX:AOTCacheOutput=" + learned, "-Xlog:disable", "-XX:+UseSerialGC", "-Dspring.context.exit=onRefresh",
				"-jar", jar.toString(), "--server.port=0", "--loci.bolt-port=0", "--loci.data-dir=" + data);
		FileSystemUtils.deleteRecursively(Objects.requireNonNull(data.getParent()).toFile());
		return learned;
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
