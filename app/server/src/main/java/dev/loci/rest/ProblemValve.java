package dev.loci.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Problems for what Tomcat refuses before any of our code sees it: addresses that are
 * none, requests without a host. Tomcat makes it by its name.
 */
public class ProblemValve extends ErrorReportValve {

	@Override
	protected void report(Request request, Response response, @Nullable Throwable cause) {
		HttpStatus status = HttpStatus.resolve(response.getStatus());
		if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		byte[] problem = """
				{"type":"/problems/%s","title":"%s","status":%d,"detail":"The request is not one that HTTP allows."}"""
			.formatted(Problems.slug(status), status.getReasonPhrase(), status.value())
			.getBytes(StandardCharsets.UTF_8);
		try {
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			response.getOutputStream().write(problem);
			response.finishResponse();
		}
		catch (IOException ex) {
			// Whoever asked is gone.
			getContainer().getLogger().debug("A problem could not be sent", ex);
		}
	}

}
