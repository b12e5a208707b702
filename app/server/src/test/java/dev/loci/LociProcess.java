package dev.loci;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Loci as people run it: {@code java -jar loci.jar}, a process of its own that can be
 * killed.
 */
public final class LociProcess implements AutoCloseable {

	private static final Path TARGET = Path.of("target").toAbsolutePath();

	/** Generous, since a machine that builds may be busy with other things. */
	private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);

	static final String JAVA = Path.of(System.getProperty("java.home"), "bin/java").toString();

	/** What a process of a test needs not: it is small, and does not live long. */
	private static final List<String> SMALL = List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
			"-Dloci.recall.warm-up=false");

	private final Process process;

	private final Path output;

	private final int port;

	private final Api api;

	private LociProcess(Process process, Path output, int port) {
		this.process = process;
		this.output = output;
		this.port = port;
		this.api = new Api(port);
	}

	/** A folder that is not there yet, for what a process keeps. */
	public static Path newFolder() {
		try {
			return Files.createTempDirectory(Files.createDirectories(TARGET), "process-").resolve("data");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Launches the full build on this folder and does not wait for it. */
	public static LociProcess launch(Path data, String... properties) {
		return launchUnpacked(SMALL, data, properties);
	}

	private static LociProcess launchUnpacked(List<String> options, Path data, String... properties) {
		List<String> more = new ArrayList<>(options);
		more.addAll(UnpackedBuild.LEARNED);
		return launch(more, UnpackedBuild.JAR, data, properties);
	}

	/** The build without the embedded database. */
	public static Path slim() {
		return jar("loci.slim.jar");
	}

	static Path jar(String property) {
		return Path.of(Objects.requireNonNull(System.getProperty(property), "Failsafe names the jar"));
	}

	/**
	 * Launches a build on this folder and does not wait for it. The port of HTTP and that
	 * of Bolt are free ones unless the properties, as {@code name=value}, say else.
	 */
	public static LociProcess launch(Path jar, Path data, String... properties) {
		return launch(SMALL, jar, data, properties);
	}

	private static LociProcess launch(List<String> options, Path jar, Path data, String... properties) {
		Path folder = Objects.requireNonNull(data.getParent());
		int port = freePort();
		List<String> command = new ArrayList<>();
		command.add(JAVA);
		command.addAll(options);
		command.addAll(List.of("-Djava.io.tmpdir=" + folder, "-jar", jar.toString(), "--server.port=" + port,
				"--loci.bolt-port=0", "--loci.data-dir=" + data));
		for (String property : properties) {
			String name = "--" + property.substring(0, property.indexOf('=') + 1);
			command.removeIf((argument) -> argument.startsWith(name));
			command.add("--" + property);
		}
		try {
			Path output = Files.createTempFile(folder, "output-", ".log");
			ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
				.redirectErrorStream(true)
				.redirectOutput(output.toFile());
			builder.environment().keySet().removeIf((name) -> name.startsWith("SPRING_") || name.startsWith("LOCI_"));
			return new LociProcess(builder.start(), output, port);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Launches the full build and waits until it takes requests. */
	public static LociProcess start(Path data, String... properties) {
		return launch(data, properties).awaitReady();
	}

	/**
	 * The same as fast as it can be, to be measured: with the options that
	 * {@code mvn spring-boot:run} and the image start it with.
	 */
	public static LociProcess startAtFullSpeed(Path data, String... properties) {
		return launchUnpacked(List.of("--enable-native-access=ALL-UNNAMED", "--add-modules=jdk.incubator.vector"), data,
				properties)
			.awaitReady();
	}

	/** The very file that people start, which takes longer to open. */
	public static LociProcess startAsShipped(Path data, String... properties) {
		return launch(List.of(), jar("loci.jar"), data, properties).awaitReady();
	}

	/** Ends it if it does not get ready, so that a failed test leaves nothing running. */
	public LociProcess awaitReady() {
		try {
			await("readiness", () -> isReady() || !this.process.isAlive());
			if (!this.process.isAlive()) {
				throw new AssertionError("Exit code " + this.process.exitValue() + ":\n" + output());
			}
			return this;
		}
		catch (AssertionError ex) {
			kill();
			throw ex;
		}
	}

	public boolean isReady() {
		return answers("/actuator/health/readiness", 200);
	}

	/** Whether a GET gives this status; no answer at all is none. */
	public boolean answers(String path, int status) {
		try {
			return api().get(path).status() == status;
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

	/**
	 * Waits for something to become true, and fails with the log if it does not, and with
	 * what all threads did then.
	 */
	public void await(String what, BooleanSupplier condition) {
		Instant deadline = Instant.now().plus(LONG_ENOUGH);
		while (!condition.getAsBoolean()) {
			if (Instant.now().isAfter(deadline)) {
				signal("QUIT");
				pause();
				throw new AssertionError("No " + what + " after " + LONG_ENOUGH + ":\n" + output());
			}
			pause();
		}
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(50);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	public Api api() {
		return this.api;
	}

	public int port() {
		return this.port;
	}

	/** What it has printed so far. */
	public String output() {
		try {
			return Files.readString(this.output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Ends it as {@code kill -9} does, at once and without a chance to tidy up. */
	public void kill() {
		this.process.destroyForcibly();
		awaitExit();
	}

	/** Kills it after this time, or once it is ready, whichever is first. */
	public void killWithin(Duration time) {
		Instant deadline = Instant.now().plus(time);
		while (Instant.now().isBefore(deadline) && this.process.isAlive() && !isReady()) {
			pause();
		}
		kill();
	}

	/** Lets it stand still, as a machine does that is overloaded or moved. */
	public void suspend() {
		signal("STOP");
	}

	/** Lets it go on as if nothing had been. */
	public void resume() {
		signal("CONT");
	}

	private void signal(String signal) {
		try {
			new ProcessBuilder("kill", "-" + signal, String.valueOf(this.process.pid())).inheritIO().start().waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** How many bytes outlive a collection. */
	public long heapAfterCollection() {
		return Heap.afterCollection(this.process.pid());
	}

	/** Asks it to end, as {@code kill} does, and does not wait for it. */
	public void terminate() {
		this.process.destroy();
	}

	/** Returns the exit code. */
	public int awaitExit() {
		try {
			if (!this.process.waitFor(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS)) {
				throw new AssertionError("Still running after " + LONG_ENOUGH + ":\n" + output());
			}
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		kill();
	}

}
