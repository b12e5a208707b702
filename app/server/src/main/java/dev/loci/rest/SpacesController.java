package dev.loci.rest;

import dev.loci.access.Caller;
import dev.loci.forget.Erasure;

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
	@DeleteMapping
	Erasure.Erased erase(Caller caller, @PathVariable String space) {
		return this.erasure.space(caller.scope(space));
	}

}
