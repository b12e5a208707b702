package dev.loci.extract;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.exception.AcquirePermissionCancelledException;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRateLimiterMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Stands between those who ask and an endpoint that is slow, busy or away, and spares
 * both.
 * <p>
 * A call passes, in this order: the repetition; the time for which the endpoint has asked
 * to be left alone, which binds all who ask; the breaker, so that nobody waits for a turn
 * that leads nowhere; the rate; the place among the calls that run; the time limit. What
 * this process holds back itself says nothing of the endpoint and is not counted by the
 * breaker.
 * <p>
 * Whether an endpoint that has failed is away, or only unable to bear this one question,
 * is not decided here: see {@link EndpointTrial}.
 */
final class EndpointGuard implements AutoCloseable {

	private static final String NAME = "loci.extract";

	/** Calls run on threads of their own, since some of what blocks has no time limit. */
	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final ModelSettings settings;

	private final Retry retry;

	private final CircuitBreaker breaker;

	private final RateLimiter rate;

	private final Bulkhead bulkhead;

	private final TimeLimiter limit;

	/** By {@link System#nanoTime()}. */
	private final AtomicLong notBefore = new AtomicLong(System.nanoTime());

	EndpointGuard(ModelSettings settings, MeterRegistry meters) {
		this.settings = settings;
		RetryRegistry retries = RetryRegistry.of(retry(settings));
		CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(breaker(settings.breaker()));
		RateLimiterRegistry rates = RateLimiterRegistry.of(rate(settings));
		BulkheadRegistry bulkheads = BulkheadRegistry.of(BulkheadConfig.custom()
			.maxConcurrentCalls(settings.concurrency())
			.maxWaitDuration(settings.maxWait())
			.build());
		this.retry = retries.retry(NAME);
		this.breaker = breakers.circuitBreaker(NAME);
		this.rate = rates.rateLimiter(NAME);
		this.bulkhead = bulkheads.bulkhead(NAME);
		this.limit = TimeLimiter
			.of(TimeLimiterConfig.custom().timeoutDuration(settings.timeout()).cancelRunningFuture(true).build());
		TaggedRetryMetrics.ofRetryRegistry(retries).bindTo(meters);
		TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
		TaggedRateLimiterMetrics.ofRateLimiterRegistry(rates).bindTo(meters);
		TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
	}

	/**
	 * Calls, as soon and as often as it makes sense.
	 * @throws EndpointAway if the endpoint does not answer this call
	 * @throws ModelUnavailable if it is not asked now
	 */
	<T> T call(Supplier<T> call) {
		AtomicReference<@Nullable EndpointAway> own = new AtomicReference<>();
		try {
			return permitted(Retry.decorateSupplier(this.retry,
					awaited(CircuitBreaker.decorateSupplier(this.breaker, inTurn(() -> limited(call, own))))));
		}
		catch (CallNotPermittedException ex) {
			EndpointAway failure = own.get();
			if (failure != null) {
				// It was this very call that has opened the breaker.
				throw failure;
			}
			throw new ModelUnavailable("the model's endpoint failed too often and is left alone",
					isAvailable() ? this.settings.maxWait() : this.settings.breaker().pause());
		}
	}

	/** Calls once, whatever the breaker says: to find out whether it is right. */
	<T> T callOnce(Supplier<T> call) {
		return permitted(awaited(inTurn(() -> limited(call, new AtomicReference<>()))));
	}

	/** The endpoint is well, whatever the breaker has counted. */
	void forgive() {
		this.breaker.reset();
	}

	private <T> T permitted(Supplier<T> call) {
		try {
			return call.get();
		}
		catch (RequestNotPermitted ex) {
			throw new ModelUnavailable("loci.extract.requests-per-minute is reached", this.settings.maxWait());
		}
		catch (BulkheadFullException ex) {
			throw new ModelUnavailable("loci.extract.concurrency is reached", this.settings.maxWait());
		}
		catch (AcquirePermissionCancelledException ex) {
			throw interrupted();
		}
	}

	private static ModelUnavailable interrupted() {
		Thread.currentThread().interrupt();
		return new ModelUnavailable("the call was interrupted", Duration.ZERO);
	}

	/** Whether the endpoint is asked, and not left alone for its failures. */
	boolean isAvailable() {
		return this.breaker.getState() != State.OPEN && this.breaker.getState() != State.FORCED_OPEN;
	}

	/** Nobody asks earlier than one of them was told to. */
	private <T> Supplier<T> awaited(Supplier<T> call) {
		return () -> {
			long rest = this.notBefore.get() - System.nanoTime();
			if (rest > 0) {
				throw new ModelUnavailable("the model's endpoint has asked to be left alone", Duration.ofNanos(rest));
			}
			return call.get();
		};
	}

	private <T> Supplier<T> inTurn(Supplier<T> call) {
		return RateLimiter.decorateSupplier(this.rate, Bulkhead.decorateSupplier(this.bulkhead, call));
	}

	private <T> T limited(Supplier<T> call, AtomicReference<@Nullable EndpointAway> failure) {
		try {
			return limited(call);
		}
		catch (EndpointAway ex) {
			failure.set(ex);
			Duration asked = ex.retryAfter();
			if (asked != null) {
				// Whole milliseconds, as the repetition counts them: it must not come too
				// early.
				long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(asked.toMillis());
				this.notBefore.accumulateAndGet(until, (known, told) -> (told - known > 0) ? told : known);
			}
			throw ex;
		}
	}

	private <T> T limited(Supplier<T> call) {
		try {
			return this.limit.executeFutureSupplier(() -> this.threads.submit(call::get));
		}
		catch (TimeoutException ex) {
			throw EndpointAway
				.late("the model's endpoint did not answer within " + this.settings.timeout().toMillis() + " ms");
		}
		catch (InterruptedException ex) {
			throw interrupted();
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			// The limiter declares what any future may fail with; one that only gets a
			// Supplier fails with nothing checked.
			throw new IllegalStateException("a call to the model failed in an unknown way", ex);
		}
	}

	private static RetryConfig retry(ModelSettings settings) {
		IntervalFunction growing = IntervalFunction.ofExponentialRandomBackoff(settings.backoff(), 2, 0.5,
				settings.maxWait());
		return RetryConfig.custom()
			.maxAttempts(settings.attempts())
			.retryOnException(
					(ex) -> ex instanceof EndpointAway away && !away.isLate() && isSoon(away, settings.maxWait()))
			.intervalBiFunction((attempt, outcome) -> asked(outcome.swap().getOrNull(), growing.apply(attempt)))
			.build();
	}

	private static boolean isSoon(EndpointAway away, Duration maxWait) {
		Duration asked = away.retryAfter();
		return asked == null || asked.compareTo(maxWait) <= 0;
	}

	/** No sooner than asked for. */
	private static Long asked(Throwable failure, Long own) {
		Duration asked = (failure instanceof EndpointAway away) ? away.retryAfter() : null;
		return (asked != null) ? Math.max(asked.toMillis(), 1) : own;
	}

	static CircuitBreakerConfig breaker(ModelSettings.Breaker settings) {
		return CircuitBreakerConfig.custom()
			.slidingWindowSize(settings.window())
			.minimumNumberOfCalls(settings.minCalls())
			.failureRateThreshold(settings.failureRate())
			// A slow answer is an answer: what takes too long is a failure.
			.slowCallDurationThreshold(Duration.ofDays(1))
			.waitDurationInOpenState(settings.pause())
			.permittedNumberOfCallsInHalfOpenState(settings.trials())
			.automaticTransitionFromOpenToHalfOpenEnabled(true)
			.recordException(EndpointAway.class::isInstance)
			.ignoreExceptions(RequestNotPermitted.class, BulkheadFullException.class,
					AcquirePermissionCancelledException.class, ModelUnavailable.class)
			.build();
	}

	private static RateLimiterConfig rate(ModelSettings settings) {
		return RateLimiterConfig.custom()
			.limitForPeriod(settings.requestsPerMinute())
			.limitRefreshPeriod(Duration.ofMinutes(1))
			.timeoutDuration(settings.maxWait())
			.build();
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
