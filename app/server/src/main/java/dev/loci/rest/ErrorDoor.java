package dev.loci.rest;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Problems for what is refused before it reaches a controller.
 */
@Hidden
@RestController
class ErrorDoor implements ErrorController {

	@RequestMapping("${spring.web.error.path:/error}")
	ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
		Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		HttpStatus status = (code instanceof Integer number) ? HttpStatus.valueOf(number) : HttpStatus.NOT_FOUND;
		Object message = request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
		String detail = (message instanceof String text && !text.isBlank() && !status.is5xxServerError()) ? text : null;
		ProblemDetail problem = Problems.of(status, Problems.slug(status), status.getReasonPhrase(), detail);
		if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path) {
			problem.setInstance(UriComponentsBuilder.fromPath(path).build().encode().toUri());
		}
		return ResponseEntity.status(status).body(problem);
	}

}
