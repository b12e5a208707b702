package dev.loci.memory;

/**
 * What a caller cannot have, and why. Each kind carries its subject; the doors translate
 * them, nothing else catches them.
 */
public abstract sealed class MemoryException extends RuntimeException permits InvalidInput, InvalidOntology,
		EpisodeNotFound, FactNotFound, EntityNotFound, StatementRefused, NameUnknown, NameAmbiguous, StatementNotFound,
		DecisionNotFound, DecisionRefused, AlreadyDecided, SuggestionNotFound, VersionPassed, JobNotFound, JobNotFailed,
		BacklogFull, AnswerErased, ReaderMissing, SpaceNotFound, KeyReused, StoreUnavailable {

	MemoryException(String message) {
		super(message);
	}

	MemoryException(String message, Throwable cause) {
		super(message, cause);
	}

}
