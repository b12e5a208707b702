package dev.loci.bench;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.loci.Api;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends requests, takes their times as a client sees them, and counts what the service
 * asks its database for them.
 */
final class Stopwatch {

	private final Api api;

	Stopwatch(Api api) {
		this.api = api;
	}

	Timing gets(int times, String path) {
		return time(1, times, () -> new Request("GET", path, null), (any) -> {
		});
	}

	Timing posts(int times, String path, Supplier<String> body, Consumer<Api.Answer> check) {
		return time(1, times, () -> new Request("POST", path, body.get()), check);
	}

	/** Sent by so many callers at a time, each of which waits for its answers. */
	Timing posts(int callers, int times, Supplier<String> path, Supplier<String> body, Consumer<Api.Answer> check) {
		return time(callers, times, () -> new Request("POST", path.get(), body.get()), check);
	}

	private Timing time(int callers, int times, Supplier<Request> requests, Consumer<Api.Answer> check) {
		Effort before = Effort.of(this.api);
		List<Taken> taken = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
			List<Future<Taken>> all = new ArrayList<>();
			for (int i = 0; i < times; i++) {
				Request request = requests.get();
				all.add(threads.submit(() -> taken(request, check)));
			}
			for (Future<Taken> one : all) {
				taken.add(one.get());
			}
		}
		catch (ExecutionException ex) {
			throw new AssertionError(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		return new Timing(taken.stream().map(Taken::millis).toList(),
				taken.stream().mapToLong(Taken::characters).sum() / times, Effort.of(this.api).since(before));
	}

	private Taken taken(Request request, Consumer<Api.Answer> check) {
		long start = System.nanoTime();
		HttpResponse<String> response = this.api.exchange(request.method(), request.path(), request.body());
		double millis = (System.nanoTime() - start) / 1e6;
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		check.accept(Api.Answer.of(response));
		return new Taken(millis, response.body().length());
	}

	private record Taken(double millis, long characters) {
	}

	private record Request(String method, String path, @Nullable String body) {
	}

}
