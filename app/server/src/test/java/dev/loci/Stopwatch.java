package dev.loci;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends requests one after the other, takes their times as a client sees them, and counts
 * what the service asks its database for them.
 */
final class Stopwatch {

	private final Api api;

	Stopwatch(Api api) {
		this.api = api;
	}

	Timing gets(int times, String path) {
		return time(times, () -> new Request("GET", path, null), (any) -> {
		});
	}

	Timing posts(int times, String path, Supplier<String> body, Consumer<Api.Answer> check) {
		return time(times, () -> new Request("POST", path, body.get()), check);
	}

	private Timing time(int times, Supplier<Request> requests, Consumer<Api.Answer> check) {
		List<Double> millis = new ArrayList<>();
		long bytes = 0;
		Effort before = Effort.of(this.api);
		for (int i = 0; i < times; i++) {
			Request request = requests.get();
			long start = System.nanoTime();
			HttpResponse<String> response = this.api.exchange(request.method(), request.path(), request.body());
			millis.add((System.nanoTime() - start) / 1e6);
			bytes += response.body().length();
			assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
			check.accept(Api.Answer.of(response));
		}
		return new Timing(millis, bytes / times, Effort.of(this.api).since(before));
	}

	private record Request(String method, String path, @Nullable String body) {
	}

}
