package dev.loci.rest;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.loci.memory.AlreadyDecided;
import dev.loci.memory.AnswerErased;
import dev.loci.memory.BacklogFull;
import dev.loci.memory.BlockFull;
import dev.loci.memory.BlockNotFound;
import dev.loci.memory.DecisionNotFound;
import dev.loci.memory.DecisionRefused;
import dev.loci.memory.EmbedderAway;
import dev.loci.memory.EntityId;
import dev.loci.memory.EntityNotFound;
import dev.loci.memory.EpisodeNotFound;
import dev.loci.memory.FactNotFound;
import dev.loci.memory.InvalidInput;
import dev.loci.memory.InvalidInput.Flaw;
import dev.loci.memory.InvalidOntology;
import dev.loci.memory.JobNotFailed;
import dev.loci.memory.JobNotFound;
import dev.loci.memory.KeyReused;
import dev.loci.memory.MemoryException;
import dev.loci.memory.MemoryNotGiven;
import dev.loci.memory.NameAmbiguous;
import dev.loci.memory.NameUnknown;
import dev.loci.memory.ReaderMissing;
import dev.loci.memory.RecallNotFound;
import dev.loci.memory.SpaceNotFound;
import dev.loci.memory.StatementNotFound;
import dev.loci.memory.StatementRefused;
import dev.loci.memory.StoreUnavailable;
import dev.loci.memory.SuggestionNotFound;
import dev.loci.memory.TookTooLong;
import dev.loci.memory.VersionPassed;
import dev.loci.memory.WordsAbsent;
import dev.loci.memory.WordsAmbiguous;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;

import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Every error as an RFC 9457 problem: what is wrong, with what, and what to do.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(Problems.class);

	private static final String RETRY_AFTER_SECONDS = "2";

	@ExceptionHandler
	ResponseEntity<ProblemDetail> memory(MemoryException problem) {
		return switch (problem) {
			case InvalidInput invalid -> answer(invalid(invalid.flaws()));
			case InvalidOntology ontology -> answer(with(
					of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-ontology", "Invalid ontology", ontology.getMessage()),
					"line", ontology.line()));
			case EpisodeNotFound missing -> answer(notFound(missing, "episodeId", missing.id()));
			case FactNotFound missing -> answer(notFound(missing, "factId", missing.id()));
			case EntityNotFound missing -> answer(notFound(missing, "entityId", missing.id()));
			case NameUnknown unknown -> answer(notFound(unknown, "name", unknown.name()));
			case NameAmbiguous ambiguous ->
				answer(with(of(HttpStatus.CONFLICT, "name-ambiguous", "Ambiguous name", ambiguous.getMessage() + "."),
						"candidates", ambiguous.candidates().stream().map(EntityId::toString).toList()));
			case StatementNotFound missing -> answer(notFound(missing, "statementId", missing.id()));
			case DecisionNotFound missing -> answer(notFound(missing, "mergeId", missing.id()));
			case SuggestionNotFound missing -> answer(notFound(missing, "suggestionId", missing.id()));
			case DecisionRefused refused ->
				answer(of(HttpStatus.UNPROCESSABLE_CONTENT, "decision-refused", "Refused", refused.getMessage() + "."));
			case AlreadyDecided decided ->
				answer(of(HttpStatus.CONFLICT, "already-decided", "Decided before", decided.getMessage() + "."));
			case StatementRefused refused -> answer(of(HttpStatus.UNPROCESSABLE_CONTENT, "statement-refused",
					"Statement refused", refused.getMessage()));
			case ReaderMissing missing ->
				answer(of(HttpStatus.UNPROCESSABLE_CONTENT, "reader-missing", "No model", missing.getMessage() + "."));
			case VersionPassed passed -> answer(with(of(HttpStatus.PRECONDITION_FAILED, "version-passed",
					"Changed since", passed.getMessage() + "; read it again."), passed.field(), passed.subject()));
			case BlockNotFound missing -> answer(notFound(missing, "label", missing.label()));
			case BlockFull full ->
				answer(with(
						of(HttpStatus.UNPROCESSABLE_CONTENT, "block-full", "Block full",
								full.getMessage() + "; shorten it, or give it a higher limit."),
						"label", full.label()));
			case WordsAbsent absent -> answer(with(
					of(HttpStatus.CONFLICT, "words-absent", "Not in the block",
							absent.getMessage() + "; read it again, and give them to the letter."),
					"label", absent.label()));
			case WordsAmbiguous ambiguous -> answer(with(
					of(HttpStatus.CONFLICT, "words-ambiguous", "More than once in the block",
							ambiguous.getMessage() + "; give more of what stands around them."),
					"label", ambiguous.label()));
			case JobNotFound missing -> answer(notFound(missing, "jobId", missing.id()));
			case JobNotFailed running -> answer(with(
					of(HttpStatus.CONFLICT, "job-not-failed", "Not failed",
							running.getMessage() + "; only a job that has failed can be tried again."),
					"jobId", running.id().toString()));
			case RecallNotFound missing -> answer(notFound(missing, "recallId", missing.id()));
			case MemoryNotGiven missing -> answer(with(
					of(HttpStatus.UNPROCESSABLE_CONTENT, "memory-not-given", "Not given", missing.getMessage() + "."),
					"memoryId", missing.memory().toString()));
			case BacklogFull full -> ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
				.header(HttpHeaders.RETRY_AFTER, String.valueOf(full.retryAfter().toSeconds()))
				.body(of(HttpStatus.TOO_MANY_REQUESTS, "backlog-full", "Too much is waiting",
						full.getMessage() + "; try again after a while."));
			case SpaceNotFound missing -> answer(notFound(missing, "space", missing.scope().space()));
			case KeyReused reused -> answer(with(
					of(HttpStatus.CONFLICT, "idempotency-key-reused", "Idempotency-Key used before",
							reused.getMessage() + "; use a new key for a new request."),
					"idempotencyKey", reused.key()));
			case AnswerErased erased ->
				answer(with(
						of(HttpStatus.GONE, "answer-erased", "Erased",
								erased.getMessage() + "; use a new key to tell it anew."),
						"idempotencyKey", erased.key()));
			case EmbedderAway away -> unavailable(away, "embedder-away", "Embedding model away",
					"The embedding model does not answer at the moment; try again soon.");
			case StoreUnavailable away -> unavailable(away, "store-unavailable", "Database away",
					"The database does not answer at the moment; try again soon.");
			case TookTooLong late -> unavailable(late, "took-too-long", "Took too long", late.getMessage()
					+ ", and what it did is undone; ask for less at once, or try again when less is going on.");
		};
	}

	private static ResponseEntity<ProblemDetail> unavailable(MemoryException problem, String type, String title,
			String detail) {
		log.warn("{}: {}", title, String.valueOf(problem.getCause()));
		return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
			.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
			.body(of(HttpStatus.SERVICE_UNAVAILABLE, type, title, detail));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> bodyTooLarge(BodyTooLarge problem) {
		return answer(tooLarge(problem.limit()));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> unreadableParameter(InvalidParameterException problem) {
		return answer(invalid(List.of(new Flaw("parameters", "of the address are not encoded as they must be"))));
	}

	/** The last resort: ours to repair, and nothing of it is a caller's business. */
	@ExceptionHandler
	ResponseEntity<ProblemDetail> unexpected(Exception problem) {
		if (problem.getCause() instanceof BodyTooLarge body) {
			return bodyTooLarge(body);
		}
		log.error("A request failed", problem);
		return answer(of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "Internal error",
				"Something is wrong with the service; its log says more."));
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof BodyTooLarge body) {
				return handleExceptionInternal(ex, tooLarge(body.limit()), headers, HttpStatus.CONTENT_TOO_LARGE,
						request);
			}
			if (cause instanceof InvalidInput invalid) {
				return handleExceptionInternal(ex, invalid(Misread.at(Misread.field(ex.getCause()), invalid)), headers,
						status, request);
			}
		}
		ProblemDetail problem = (ex.getCause() instanceof JacksonException json) ? unreadable(json)
				: of(HttpStatus.BAD_REQUEST, "malformed-json", "No JSON", "The request needs a body of JSON.");
		return handleExceptionInternal(ex, problem, headers, status, request);
	}

	private static ProblemDetail unreadable(JacksonException ex) {
		if (ex instanceof StreamReadException && !(ex instanceof InputCoercionException)) {
			String place = (ex.getLocation() != null)
					? " at line " + ex.getLocation().getLineNr() + ", column " + ex.getLocation().getColumnNr() : "";
			return of(HttpStatus.BAD_REQUEST, "malformed-json", "Malformed JSON",
					"The body is not JSON" + place + ": " + ex.getOriginalMessage());
		}
		return invalid(Misread.of(ex).flaws());
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException ex, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		String field = (ex instanceof MethodArgumentTypeMismatchException argument) ? argument.getName()
				: Objects.requireNonNullElse(ex.getPropertyName(), "parameter");
		Throwable cause = ex.getMostSpecificCause();
		List<Flaw> flaws = (cause instanceof InvalidInput invalid) ? Misread.at(field, invalid)
				: List.of(new Flaw(field, "has the wrong type or form"));
		return handleExceptionInternal(ex, invalid(flaws), headers, status, request);
	}

	/** What Spring refuses by itself gets a type of ours, too. */
	@Override
	protected ResponseEntity<Object> createResponseEntity(@Nullable Object body, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		if (body instanceof ProblemDetail problem && isBlank(problem.getType())) {
			problem.setType(type(slug(status)));
		}
		return super.createResponseEntity(body, headers, status, request);
	}

	private static boolean isBlank(@Nullable URI type) {
		return type == null || type.toString().equals("about:blank");
	}

	static String slug(HttpStatusCode status) {
		HttpStatus known = HttpStatus.resolve(status.value());
		return (known != null) ? known.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-') : "error";
	}

	static ProblemDetail of(HttpStatus status, String slug, String title, @Nullable String detail) {
		ProblemDetail problem = ProblemDetail.forStatus(status);
		problem.setType(type(slug));
		problem.setTitle(title);
		problem.setDetail(detail);
		return problem;
	}

	static ProblemDetail tooLarge(long limit) {
		return with(of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "Request too large",
				"The body may have at most " + limit + " bytes; send less at once."), "limit", limit);
	}

	private static URI type(String slug) {
		return URI.create("/problems/" + slug);
	}

	private static ProblemDetail invalid(List<Flaw> flaws) {
		String detail = flaws.stream()
			.map((flaw) -> flaw.field() + " " + flaw.reason())
			.collect(Collectors.joining("; "));
		return with(of(HttpStatus.BAD_REQUEST, "invalid-input", "Invalid input", detail), "errors",
				flaws.stream().map((flaw) -> new FieldError(flaw.field(), flaw.reason())).toList());
	}

	private static ProblemDetail notFound(MemoryException missing, String subject, Object id) {
		return with(of(HttpStatus.NOT_FOUND, "not-found", "Not found", missing.getMessage() + "."), subject,
				id.toString());
	}

	private static ProblemDetail with(ProblemDetail problem, String property, Object value) {
		problem.setProperty(property, value);
		return problem;
	}

	private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
		return ResponseEntity.status(problem.getStatus()).body(problem);
	}

	private record FieldError(String field, String message) {
	}

}
