package dev.loci.rest;

import dev.loci.access.Caller;
import dev.loci.forget.Erasure;
import io.swagger.v3.oas.annotations.Operation;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Spaces as a whole.
 */
@RestController
@RequestMapping("/api/v1/spaces/{space}")
class SpacesController {

	private final Erasure erasure;

	SpacesController(Erasure erasure) {
		this.erasure = erasure;
	}

	/** Erases a space with all that is in it. */
	@Operation(operationId = "eraseSpace", summary = "Erase a space with all that is in it")
	@DeleteMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	Erasure.Erased erase(Caller caller, @PathVariable String space) {
		return this.erasure.space(caller.scope(space));
	}

}
