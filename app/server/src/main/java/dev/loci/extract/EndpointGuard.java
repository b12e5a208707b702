package dev.loci.extract;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

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
 * An endpoint that breaks or is late may be away, or may only be unable to bear this one
 * question: then an easy one is asked. If that is answered, the question has failed and
 * not the endpoint, and neither the question nor those behind it wait for ever.
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
	 * @param easy asks what any model can answer
	 * @throws ModelUnavailable if the endpoint is away
	 * @throws EndpointRefusal if it answers others and not this call
	 */
	<T> T call(Callable<T> call, Callable<?> easy) {
		try {
			return Retry
				.decorateCallable(
						this.retry, awaited(
								CircuitBreaker.decorateCallable(this.breaker,
										RateLimiter.decorateCallable(this.rate,
												Bulkhead.decorateCallable(this.bulkhead, () -> limited(call))))))
				.call();
		}
		catch (EndpointAway ex) {
			if (ex.mayBeTheQuestion() && answers(easy)) {
				throw new EndpointRefusal(500, ex.getMessage() + ", while it answers others");
			}
			Duration asked = ex.retryAfter();
			throw new ModelUnavailable(String.valueOf(ex.getMessage()),
					(asked != null) ? asked : this.settings.maxWait());
		}
		catch (CallNotPermittedException ex) {
			throw new ModelUnavailable("the model's endpoint failed too often and is left alone",
					isAvailable() ? this.settings.maxWait() : this.settings.breaker().pause());
		}
		catch (RequestNotPermitted ex) {
			throw new ModelUnavailable("loci.extract.requests-per-minute is reached", this.settings.maxWait());
		}
		catch (BulkheadFullException ex) {
			throw new ModelUnavailable("loci.extract.concurrency is reached", this.settings.maxWait());
		}
		catch (AcquirePermissionCancelledException | InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ModelUnavailable("the call was interrupted", Duration.ZERO);
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw unknown(ex);
		}
	}

	/** Who answers is well, whatever the breaker has counted. */
	private boolean answers(Callable<?> easy) {
		try {
			RateLimiter.decorateCallable(this.rate, Bulkhead.decorateCallable(this.bulkhead, () -> limited(easy)))
				.call();
		}
		catch (AcquirePermissionCancelledException | InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (EndpointAway | RequestNotPermitted | BulkheadFullException | ModelMisconfigured ex) {
			return false;
		}
		catch (EndpointRefusal ex) {
			// an answer as well
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw unknown(ex);
		}
		this.breaker.reset();
		return true;
	}

	private static IllegalStateException unknown(Exception ex) {
		// A Callable may throw any checked one; what is called here throws no other.
		return new IllegalStateException("a call to the model failed in an unknown way", ex);
	}

	/** Whether the endpoint is asked, and not left alone for its failures. */
	boolean isAvailable() {
		return this.breaker.getState() != State.OPEN && this.breaker.getState() != State.FORCED_OPEN;
	}

	/** Nobody asks earlier than one of them was told to. */
	private <T> Callable<T> awaited(Callable<T> call) {
		return () -> {
			long rest = this.notBefore.get() - System.nanoTime();
			if (rest > 0) {
				throw new ModelUnavailable("the model's endpoint has asked to be left alone", Duration.ofNanos(rest));
			}
			return call.call();
		};
	}

	private <T> T limited(Callable<T> call) throws Exception {
		try {
			return this.limit.executeFutureSupplier(() -> this.threads.submit(call));
		}
		catch (EndpointAway ex) {
			Duration asked = ex.retryAfter();
			if (asked != null) {
				// Whole milliseconds, as the repetition counts them: it must not come too
				// early.
				long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(asked.toMillis());
				this.notBefore.accumulateAndGet(until, (known, told) -> (told - known > 0) ? told : known);
			}
			throw ex;
		}
		catch (TimeoutException ex) {
			throw EndpointAway
				.late("the model's endpoint did not answer within " + this.settings.timeout().toMillis() + " ms");
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
					AcquirePermissionCancelledException.class, InterruptedException.class)
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
