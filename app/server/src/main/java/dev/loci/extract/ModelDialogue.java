package dev.loci.extract;

import java.util.function.Function;

import dev.loci.extract.Extraction.Usage;
import tools.jackson.databind.JsonNode;

/**
 * Asks a model until it says something that can be read, which is twice at most.
 */
final class ModelDialogue {

	private final ModelEndpoint endpoint;

	ModelDialogue(ModelEndpoint endpoint) {
		this.endpoint = endpoint;
	}

	/**
	 * Asks, and reads the answer.
	 * @param reader throws {@link AnswerUnreadable} if the answer is not what was asked
	 * for
	 * @throws ExtractionFailed if the second answer is no better than the first
	 */
	<T> Reply<T> ask(EndpointQuestion question, Function<JsonNode, T> reader) {
		EndpointAnswer first = this.endpoint.ask(question);
		try {
			return new Reply<>(reader.apply(read(first)), first.usage());
		}
		catch (AnswerUnreadable ex) {
			return again(question.again(String.valueOf(ex.getMessage())), reader, first.usage());
		}
	}

	private <T> Reply<T> again(EndpointQuestion question, Function<JsonNode, T> reader, Usage before) {
		EndpointAnswer second = ask(question, before);
		Usage usage = before.and(second.usage());
		try {
			return new Reply<>(reader.apply(read(second)), usage);
		}
		catch (AnswerUnreadable ex) {
			throw new ExtractionFailed("the model's answer " + ex.getMessage() + ", when asked once more, too", usage);
		}
	}

	private EndpointAnswer ask(EndpointQuestion question, Usage before) {
		try {
			return this.endpoint.ask(question);
		}
		catch (ExtractionFailed ex) {
			throw ex.after(before);
		}
		catch (ModelUnavailable ex) {
			throw ex.after(before);
		}
		catch (ModelMisconfigured ex) {
			throw ex.after(before);
		}
	}

	private static JsonNode read(EndpointAnswer answer) {
		return switch (answer) {
			case EndpointAnswer.Said said -> AnswerJson.read(said.text());
			case EndpointAnswer.Flawed flawed -> throw new AnswerUnreadable(flawed.flaw());
		};
	}

	/** What was read, and what it cost. */
	record Reply<T>(T content, Usage usage) {
	}

}
