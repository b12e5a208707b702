package dev.loci.access;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.loci.memory.StartRefused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Guards the door while it needs no key.
 * <p>
 * A web page that is open on this machine can make its browser call loopback, under a
 * name of its own that it lets point here. Such a call says so in its {@code Host} or
 * {@code Origin}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@EnableConfigurationProperties(AccessSettings.class)
class OpenDoor extends OncePerRequestFilter {

	private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[::1]");

	private final AccessSettings settings;

	OpenDoor(AccessSettings settings, ServerProperties server) {
		this.settings = settings;
		boolean loopback = server.getAddress() != null && server.getAddress().isLoopbackAddress();
		if (!loopback && !settings.beyondLoopback()) {
			throw new StartRefused(
					"Without keys, Loci serves loopback only, and server.address would let others in too.",
					"Leave server.address at 127.0.0.1; or, where everyone who can reach the port may read, write and"
							+ " erase everything, say so: loci.access.beyond-loopback=true");
		}
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		if (!isKnown(host(request.getHeader(HttpHeaders.HOST)))) {
			response.sendError(HttpServletResponse.SC_FORBIDDEN,
					"The Host header names another host than this one. Call it by localhost, or add the name to"
							+ " loci.access.hosts.");
		}
		else if (origin != null && !isKnown(originHost(origin))) {
			response.sendError(HttpServletResponse.SC_FORBIDDEN, "Pages of other origins may not call this service.");
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private boolean isKnown(@Nullable String host) {
		return host != null && (LOOPBACK.matcher(host).matches() || this.settings.hosts().contains(host));
	}

	private static @Nullable String host(@Nullable String authority) {
		return (authority != null) ? authority.toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "") : null;
	}

	private static @Nullable String originHost(String origin) {
		try {
			String host = URI.create(origin).getHost();
			return (host != null) ? host.toLowerCase(Locale.ROOT) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
