package dev.loci.access;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/**
 * Tells the caller of a request: the only place that names a tenant.
 */
@Component
public class Callers {

	private static final String DEFAULT_TENANT = "default";

	/**
	 * Open mode: whoever gets through {@link OpenDoor} is the one tenant that there is.
	 */
	public Caller of(HttpServletRequest request) {
		return new Caller(DEFAULT_TENANT);
	}

}
