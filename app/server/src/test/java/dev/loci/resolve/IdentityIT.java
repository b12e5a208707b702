package dev.loci.resolve;

import dev.loci.Api;
import dev.loci.Api.Answer;
import dev.loci.LociIT;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is who, as callers see it.
 */
@LociIT
class IdentityIT {

	private final Api api;

	IdentityIT(@LocalServerPort int port) {
		this.api = new Api(port);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			one name        | its type            | other name      | its type  | entities
			java            | ProgrammingLanguage | Java            | Island    | 2
			Release 1.2.10  | Release             | Release 1.2.11  | Release   | 2
			Acme 2023       | Company             | Acme 2024       | Company   | 2
			Jon Smith       | Person              | John Smith      | Person    | 2
			ACME Corp.      | Company             | Acme Corp       | Company   | 1
			ACME Corp.      | Company             | Acme Corp       |           | 1
			Zo\u00eb       | Person              | Zoe\u0308      | Person    | 1
			東京             | City                | 東京             | City      | 1
			""", delimiter = '|', useHeadersInDisplayName = true)
	void joinsWhatIsNamedAlikeAndNothingElse(String one, String type, String other, @Nullable String otherType,
			int entities) {
		String first = fact(one, type, "known");
		String second = fact(other, otherType, "unknown");

		this.api.post("/spaces/together/facts", "{\"facts\": [%s, %s]}".formatted(first, second));
		this.api.post("/spaces/apart/facts", "{\"facts\": [%s]}".formatted(first));
		this.api.post("/spaces/apart/facts", "{\"facts\": [%s]}".formatted(second));

		assertThat(this.api.get("/spaces/together/entities").at("/items").size()).isEqualTo(entities);
		assertThat(this.api.get("/spaces/apart/entities").at("/items").size()).isEqualTo(entities);
	}

	@Test
	void tellsTwoOfOneNameApartByWhatCallersCallThem() {
		Answer told = this.api.post("/spaces/demo/facts",
				"""
						{"facts": [
						  {"subject": {"name": "Will", "externalId": "u-1", "type": "Person"}, "predicate": "NOTED", "value": "one"},
						  {"subject": {"name": "Will", "externalId": "u-2", "type": "Person"}, "predicate": "NOTED", "value": "two"}]}""");
		String one = told.at("/results/0/fact/subject/id").asString();
		String other = told.at("/results/1/fact/subject/id").asString();
		assertThat(one).isNotEqualTo(other);

		Answer bare = this.api.post("/spaces/demo/facts",
				"{\"facts\": [%s]}".formatted(fact("Will", "Person", "three")));

		assertThat(bare.at("/results/0/outcome").asString()).isEqualTo("REJECTED");
		assertThat(bare.at("/results/0/reason").asString()).contains(one, other);
		assertThat(this.api.get("/spaces/demo/entities").at("/items").size()).isEqualTo(2);
	}

	@Test
	void knowsWhoWasNamedOnceAMergeIsUndone() {
		String will = """
				{"facts": [{"subject": {"name": "Will", "externalId": "%s", "type": "Person"}, "predicate": "NOTED", "value": "%s"}]}""";
		String one = subject(this.api.post("/spaces/demo/facts", will.formatted("u-1", "one")));
		String other = subject(this.api.post("/spaces/demo/facts", will.formatted("u-2", "two")));
		Answer merged = this.api.post("/entities/" + one + "/merge", "{\"other\": \"%s\"}".formatted(other));

		assertThat(subject(this.api.post("/spaces/demo/facts", will.formatted("u-2", "three")))).isEqualTo(one);
		this.api.send("POST", "/merges/" + merged.at("/mergeId").asString() + "/undo", null);

		assertThat(this.api.get("/spaces/demo/facts?subject=" + other).at("/items").findValuesAsString("value"))
			.containsExactly("three", "two");
	}

	@Test
	void showsWhatWasKnownOfSomebodyAtAMoment() {
		Answer first = this.api.post("/spaces/demo/facts", "{\"facts\": [%s]}".formatted(fact("Kim", null, "one")));
		String then = first.at("/results/0/fact/recordedFrom").asString();
		String before = this.api.get("/entities/" + subject(first) + "/context?knownAt=" + then)
			.at("/entity")
			.toString();

		this.api.post("/spaces/demo/facts", """
				{"facts": [{"subject": {"name": "Kim", "type": "Person", "externalId": "u-1"}, "predicate": "NOTED",
				  "value": "two"}]}""");

		String context = "/entities/" + subject(first) + "/context";
		assertThat(this.api.get(context).at("/entity/type").asString()).isEqualTo("Person");
		assertThat(this.api.get(context + "?knownAt=" + then).at("/entity").toString()).isEqualTo(before);
	}

	private static String subject(Answer told) {
		return told.at("/results/0/fact/subject/id").asString();
	}

	@Test
	void suggestsWhatLooksAlike() {
		this.api.post("/spaces/demo/facts", "{\"facts\": [%s, %s]}".formatted(fact("Jon Smith", "Person", "one"),
				fact("John Smith", "Person", "two")));

		Answer suggestions = this.api.get("/spaces/demo/suggestions");

		assertThat(suggestions.at("/items").size()).isOne();
		assertThat(suggestions.at("/items/0/kind").asString()).isEqualTo("SAME");
		assertThat(suggestions.at("/items/0/entities").findValuesAsString("name")).containsExactly("Jon Smith",
				"John Smith");
	}

	private static String fact(String name, @Nullable String type, String value) {
		return "{\"subject\": {\"name\": \"%s\"%s}, \"predicate\": \"NOTED\", \"value\": \"%s\"}".formatted(name,
				(type != null) ? ", \"type\": \"" + type + "\"" : "", value);
	}

}
