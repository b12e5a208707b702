package dev.loci.graph;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Stands between a service and its database and counts round trips: it holds all answers
 * back until nobody asks any more, and lets them go together. What is asked side by side
 * is so one wave, and what waits for an answer is the next one.
 */
public final class Waves implements AutoCloseable {

	/** So long nobody must have asked: a busy machine may be slow to begin. */
	private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(1_500);

	private static final int BUFFER = 65_536;

	private final URI database;

	private final ServerSocket door;

	/** First lines, by which queries are known on the wire. */
	private final List<String> queries;

	private final List<Line> asking = new ArrayList<>();

	private final List<List<String>> waves = new ArrayList<>();

	private boolean counting;

	private long lastAsked;

	Waves(URI database, Predicate<String> counted) {
		this.database = database;
		this.queries = queries(counted);
		try {
			this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(this::open);
		Thread.ofPlatform().daemon().start(this::flow);
	}

	private static List<String> queries(Predicate<String> counted) {
		Path folder = Path.of(System.getProperty("loci.root")).resolve("cypher");
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(".cypher"))
				.filter((file) -> counted.test(folder.relativize(file).toString()))
				.map(Waves::firstLine)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String firstLine(Path file) {
		try (Stream<String> lines = Files.lines(file)) {
			return lines.findFirst().orElseThrow();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	URI uri() {
		return URI.create("bolt://localhost:" + this.door.getLocalPort());
	}

	/** What is asked while this runs, wave by wave. */
	public synchronized List<List<String>> of(Runnable work) throws InterruptedException {
		this.waves.clear();
		this.counting = true;
		Thread worker = Thread.ofVirtual().start(work);
		while (worker.isAlive()) {
			wait(50);
		}
		this.counting = false;
		return List.copyOf(this.waves);
	}

	private void open() {
		while (!this.door.isClosed()) {
			try {
				Socket service = this.door.accept();
				Line line = new Line(service, new Socket(this.database.getHost(), this.database.getPort()));
				Thread.ofVirtual().start(() -> line.carry(line::ask));
				Thread.ofVirtual().start(() -> line.carry(line::answer));
			}
			catch (IOException ex) {
				// The test is over.
			}
		}
	}

	private void flow() {
		while (!this.door.isClosed()) {
			try {
				synchronized (this) {
					wait(20);
					if (!this.asking.isEmpty() && System.nanoTime() - this.lastAsked > QUIET) {
						this.waves.add(this.asking.stream().map((line) -> line.query).sorted().toList());
						for (Line line : List.copyOf(this.asking)) {
							line.release();
						}
						this.asking.clear();
					}
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

	@Override
	public void close() throws IOException {
		this.door.close();
	}

	/** One connection. */
	private final class Line {

		private final Socket service;

		private final Socket base;

		private final ByteArrayOutputStream held = new ByteArrayOutputStream();

		private String asked = "";

		private String query = "";

		Line(Socket service, Socket base) {
			this.service = service;
			this.base = base;
		}

		void carry(Carrying way) {
			try (this.service; this.base) {
				way.carry();
			}
			catch (IOException ex) {
				// One of both has hung up.
			}
		}

		void ask() throws IOException {
			byte[] bytes = new byte[BUFFER];
			InputStream from = this.service.getInputStream();
			OutputStream to = this.base.getOutputStream();
			for (int size = from.read(bytes); size >= 0; size = from.read(bytes)) {
				note(new String(bytes, 0, size, StandardCharsets.UTF_8));
				to.write(bytes, 0, size);
				to.flush();
			}
		}

		private void note(String part) {
			synchronized (Waves.this) {
				this.asked += part;
				Waves.this.queries.stream().filter(this.asked::contains).findFirst().ifPresent((found) -> {
					this.asked = "";
					if (Waves.this.counting) {
						this.query = found;
						Waves.this.asking.add(this);
						Waves.this.lastAsked = System.nanoTime();
					}
				});
			}
		}

		void answer() throws IOException {
			byte[] bytes = new byte[BUFFER];
			InputStream from = this.base.getInputStream();
			for (int size = from.read(bytes); size >= 0; size = from.read(bytes)) {
				synchronized (Waves.this) {
					this.held.write(bytes, 0, size);
					if (!Waves.this.asking.contains(this)) {
						release();
					}
				}
			}
		}

		void release() throws IOException {
			this.held.writeTo(this.service.getOutputStream());
			this.service.getOutputStream().flush();
			this.held.reset();
		}

	}

	@FunctionalInterface
	private interface Carrying {

		void carry() throws IOException;

	}

}
