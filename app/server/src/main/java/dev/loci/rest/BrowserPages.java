package dev.loci.rest;

import java.net.URI;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Neo4j Browser on the embedded database: its pages as they are in its jar, opened with
 * the address filled in, and beside them what {@code cypher/explore} has for people.
 */
@Controller
class BrowserPages implements WebMvcConfigurer {

	/**
	 * The pages run their own scripts only and connect to databases only: what they would
	 * send or load elsewhere, statistics, error reports and feedback, has no place where
	 * memories are shown.
	 */
	private static final String POLICY = "default-src 'self';"
			+ " connect-src 'self' ws: wss: http://localhost:* http://127.0.0.1:*; img-src 'self' data: blob:;"
			+ " font-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-eval';"
			+ " worker-src 'self' blob:; frame-ancestors 'none'";

	private final BrowserTarget target;

	BrowserPages(BrowserTarget target) {
		this.target = target;
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		if (this.target.uri() != null) {
			pages(registry, "/browser/**", "classpath:/browser/");
			pages(registry, "/browser/explore/**", "classpath:/cypher/explore/");
		}
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new HandlerInterceptor() {
			@Override
			public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
				response.setHeader("Content-Security-Policy", POLICY);
				return true;
			}
		}).addPathPatterns("/browser/**");
	}

	private static void pages(ResourceHandlerRegistry registry, String paths, String location) {
		// Not kept by the browser: some files keep their names from one version to the
		// next, and a reproducible jar says nothing about their age.
		registry.addResourceHandler(paths)
			.addResourceLocations(location)
			.setUseLastModified(false)
			.setCacheControl(CacheControl.noStore());
	}

	/** Where the address is filled in: Browser takes it from its own. */
	@GetMapping(path = { "/browser", "/browser/" }, params = "!dbms")
	ResponseEntity<ProblemDetail> open() {
		URI uri = this.target.uri();
		if (uri == null) {
			return ResponseEntity.status(HttpStatus.NOT_FOUND)
				.body(Problems.of(HttpStatus.NOT_FOUND, "not-found", "Not found",
						"Neo4j Browser comes with the embedded database only; use the one of your database."));
		}
		String address = uri.getScheme() + "://neo4j@" + uri.getAuthority();
		return ResponseEntity.status(HttpStatus.FOUND)
			.header(HttpHeaders.LOCATION, "/browser/?dbms=" + address)
			.cacheControl(CacheControl.noStore())
			.build();
	}

	@GetMapping(path = "/browser/", params = "dbms")
	String page() {
		return "forward:/browser/index.html";
	}

}
