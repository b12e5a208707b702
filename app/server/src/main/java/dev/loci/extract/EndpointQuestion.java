package dev.loci.extract;

/**
 * What a model is asked.
 *
 * @param system the rules, the same for every question of a kind
 * @param user what they are to be applied to
 * @param schema of the answer, as JSON schema
 */
record EndpointQuestion(String system, String user, String schema) {

	/** The same for an endpoint that cannot be held to a schema: it is asked to. */
	String systemWithSchema() {
		return this.system + "\nAnswer with one JSON object of this JSON schema and with nothing else:\n" + this.schema;
	}

	/** The same once more, after an answer that was of no use. */
	EndpointQuestion again(String flaw) {
		return new EndpointQuestion(this.system, this.user + "\n\nYour last answer was of no use: it " + flaw
				+ ". Answer again, with the JSON object and nothing else.", this.schema);
	}

}
