package dev.loci.rest;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Problems for what is refused before it reaches a controller.
 */
@RestController
class ErrorDoor implements ErrorController {

	@RequestMapping("${spring.web.error.path:/error}")
	ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
		Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		HttpStatus status = (code instanceof Integer number) ? HttpStatus.valueOf(number) : HttpStatus.NOT_FOUND;
		Object message = request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
		String detail = (message instanceof String text && !text.isBlank() && !status.is5xxServerError()) ? text : null;
		return ResponseEntity.status(status)
			.body(Problems.of(status, Problems.slug(status), status.getReasonPhrase(), detail));
	}

}
