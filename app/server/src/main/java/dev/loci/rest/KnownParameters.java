package dev.loci.rest;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import dev.loci.memory.InvalidInput;
import dev.loci.memory.InvalidInput.Flaw;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses parameters of an address that nobody reads, as fields of a body are refused: a
 * misspelt {@code validAt} would be answered as of now.
 */
final class KnownParameters implements HandlerInterceptor {

	private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getQueryString() != null && handler instanceof HandlerMethod method) {
			Set<String> read = this.known.computeIfAbsent(method.getMethod(), (any) -> read(method));
			List<Flaw> unknown = Collections.list(request.getParameterNames())
				.stream()
				.filter((name) -> !read.contains(name))
				.map((name) -> new Flaw(name,
						read.isEmpty() ? "is no parameter: there are none"
								: "is no parameter; there are " + String.join(", ", read)))
				.toList();
			if (!unknown.isEmpty()) {
				throw new InvalidInput(unknown);
			}
		}
		return true;
	}

	private static Set<String> read(HandlerMethod method) {
		return Arrays.stream(method.getMethodParameters())
			.filter((parameter) -> parameter.hasParameterAnnotation(RequestParam.class))
			.map((parameter) -> parameter.getParameter().getName())
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
