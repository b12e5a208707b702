package dev.loci.rest;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are too large, at once if they say so, else where they cross the
 * limit; and those that are packed, since nobody here unpacks them.
 */
@Component
class BodyLimit extends OncePerRequestFilter {

	private final long limit;

	private final JsonMapper json;

	BodyLimit(RestSettings settings, JsonMapper json) {
		this.limit = settings.body().toBytes();
		this.json = json;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getContentLengthLong() > this.limit) {
			refuse(response, Problems.tooLarge(this.limit));
			return;
		}
		String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
		if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
			refuse(response, Problems.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type",
					"Unsupported encoding", "The body may not be packed: send it without Content-Encoding."));
			return;
		}
		chain.doFilter(new HttpServletRequestWrapper(request) {
			@Override
			public ServletInputStream getInputStream() throws IOException {
				return new Counted(super.getInputStream(), BodyLimit.this.limit);
			}
		}, response);
	}

	private void refuse(HttpServletResponse response, ProblemDetail problem) throws IOException {
		response.setStatus(problem.getStatus());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		this.json.writeValue(response.getOutputStream(), problem);
	}

	/** A body that ends in an exception when it grows too large. */
	private static final class Counted extends ServletInputStream {

		private final ServletInputStream body;

		private final long limit;

		private long read;

		Counted(ServletInputStream body, long limit) {
			this.body = body;
			this.limit = limit;
		}

		@Override
		public int read() throws IOException {
			int next = this.body.read();
			count((next >= 0) ? 1 : 0);
			return next;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			int count = this.body.read(bytes, offset, length);
			count(Math.max(0, count));
			return count;
		}

		private void count(int bytes) throws BodyTooLarge {
			this.read += bytes;
			if (this.read > this.limit) {
				throw new BodyTooLarge(this.limit);
			}
		}

		@Override
		public boolean isFinished() {
			return this.body.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.body.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.body.setReadListener(listener);
		}

	}

}
