package dev.loci.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * An endpoint that answers with far more than anybody wants, and counts how much of it
 * was taken.
 */
final class ModelFlood implements AutoCloseable {

	/** As a network does it: without, 100 MB are there before anybody can hang up. */
	private static final long PAUSE = Duration.ofMillis(1).toNanos();

	private final HttpServer server;

	private final AtomicLong sent = new AtomicLong();

	private ModelFlood(HttpServer server) {
		this.server = server;
	}

	static ModelFlood start(int status, long bytes) throws IOException {
		ModelFlood flood = new ModelFlood(
				HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
		flood.server.createContext("/", (exchange) -> flood.answer(exchange, status, bytes));
		flood.server.start();
		return flood;
	}

	URI baseUrl() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + "/v1");
	}

	long sent() {
		return this.sent.get();
	}

	private void answer(HttpExchange exchange, int status, long bytes) throws IOException {
		byte[] spaces = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
		exchange.sendResponseHeaders(status, bytes);
		try (OutputStream body = exchange.getResponseBody()) {
			while (this.sent.get() < bytes) {
				body.write(spaces);
				this.sent.addAndGet(spaces.length);
				LockSupport.parkNanos(PAUSE);
			}
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
