package dev.loci.memory;

/**
 * What a caller cannot have, and why. Each kind carries its subject; the doors translate
 * them, nothing else catches them.
 */
public abstract sealed class MemoryException extends RuntimeException permits InvalidInput, InvalidOntology,
		EpisodeNotFound, FactNotFound, EntityNotFound, StatementRefused, NameUnknown, NameAmbiguous, StatementNotFound,
		DecisionNotFound, DecisionRefused, AlreadyDecided, SuggestionNotFound, VersionPassed, JobNotFound, JobNotFailed,
		RecallNotFound, MemoryNotGiven, BacklogFull, BlockNotFound, BlockFull, WordsAbsent, WordsAmbiguous,
		AnswerErased, ReaderMissing, SpaceNotFound, KeyReused, StoreUnavailable, TookTooLong, EmbedderAway {

	MemoryException(String message) {
		super(message);
	}

	MemoryException(String message, Throwable cause) {
		super(message, cause);
	}

}
