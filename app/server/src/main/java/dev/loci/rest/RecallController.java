package dev.loci.rest;

import dev.loci.access.Caller;
import dev.loci.recall.Question;
import dev.loci.context.Contexts;
import dev.loci.memory.Scope;
import dev.loci.recall.Recall;
import dev.loci.recall.Recollection;
import io.swagger.v3.oas.annotations.Operation;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Recall: a question in, the memories that matter out.
 */
@RestController
@RequestMapping("/api/v1/spaces/{space}/recall")
class RecallController {

	private final Recall recall;

	private final Contexts contexts;

	private final RestSettings limits;

	RecallController(Recall recall, Contexts contexts, RestSettings limits) {
		this.recall = recall;
		this.contexts = contexts;
		this.limits = limits;
	}

	/** Finds the memories that matter to a question. */
	@Operation(operationId = "recall", summary = "Find the memories that matter to a question")
	@PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	Recollection recall(Caller caller, @PathVariable String space, @RequestBody RecallRequest request) {
		Scope scope = caller.scope(space);
		Question question = request.question(this.limits, this.recall.canRerank());
		Recollection given = (request.tokenBudget() != null)
				? this.contexts.recall(scope, question, request.tokenBudget()) : this.recall.recall(scope, question);
		return question.explain() ? given : given.unexplained();
	}

}
