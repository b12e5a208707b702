package dev.loci;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Statements and what is believed as a line of text, so that a history can be read in a
 * test:
 * {@code Alice LIVES_IN Paris 2018..; end Alice WORKS_AT Acme ..2020 said 2021-01-01}.
 */
public final class Tell {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Pattern STATEMENT = Pattern
		.compile("(?:(end|retract) )?(\\S+) (\\S+)(?: (=?[^ .\\d*][^ ]*|=\\S+|\\*))?(?: (\\d[^ .]*)?\\.\\.(\\d\\S*)?)?"
				+ "(?: holds (\\S+))?(?: said (\\S+))?(?: only (\\S+))?(?: sure (\\S+))?");

	private final Api api;

	private final String space;

	public Tell(Api api, String space) {
		this.api = api;
		this.space = space;
	}

	/** One request with all of these statements. */
	public JsonNode facts(String statements) {
		String body = JSON.writeValueAsString(Map.of("facts", statements(statements).map(Tell::statement).toList()));
		Api.Answer answer = this.api.post("/spaces/" + this.space + "/facts", body);
		if (answer.status() != 200) {
			throw new AssertionError(answer.status() + " " + answer.response().body());
		}
		return answer.json();
	}

	/** The outcomes of one request with all of these statements. */
	public List<String> outcomes(String statements) {
		return facts(statements).at("/results").findValuesAsString("outcome");
	}

	/** What is believed: {@code Paris 2018..2020 | Berlin 2020..}, in order of time. */
	public String believed(String subject, String predicate, String... query) {
		String path = "/spaces/" + this.space + "/facts?limit=200&subject=" + subject + "&predicate=" + predicate
				+ Stream.of(query).map((each) -> "&" + each).collect(Collectors.joining());
		Api.Answer answer = this.api.get(path);
		if (answer.status() != 200) {
			throw new AssertionError(answer.status() + " " + answer.response().body());
		}
		return answer.at("/items")
			.valueStream()
			.map((fact) -> time(fact.at("/validFrom")) + " " + target(fact) + " " + time(fact.at("/validFrom")) + ".."
					+ time(fact.at("/validTo")))
			.sorted()
			.map((line) -> line.substring(line.indexOf(' ') + 1))
			.collect(Collectors.joining(" | "));
	}

	/** Who is joined with whom and when, whichever of the two is the subject. */
	public List<String> joined(String predicate) {
		return this.api.get("/spaces/" + this.space + "/facts?limit=200&predicate=" + predicate)
			.at("/items")
			.valueStream()
			.map((fact) -> Stream.of(fact.at("/subject/name").asString(), target(fact))
				.sorted()
				.collect(Collectors.joining(" and ")) + " " + time(fact.at("/validFrom")) + ".."
					+ time(fact.at("/validTo")))
			.sorted()
			.toList();
	}

	/** The same statements, all observed on one day. */
	public static String said(String statements, String day) {
		return statements(statements).map((line) -> line + " said " + day).collect(Collectors.joining(";"));
	}

	private static String target(JsonNode fact) {
		return fact.at("/object").isNull() ? fact.at("/value").asString() : fact.at("/object/name").asString();
	}

	private static String time(JsonNode moment) {
		return moment.isNull() ? "" : moment.asString().replace("T00:00:00Z", "").replaceAll("^(....)-01-01$", "$1");
	}

	private static Stream<String> statements(String text) {
		return Stream.of(text.split(";")).map(String::strip).filter((line) -> !line.isEmpty());
	}

	private static Map<String, Object> statement(String line) {
		Matcher matcher = STATEMENT.matcher(line);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("No statement: " + line);
		}
		Map<String, Object> statement = new LinkedHashMap<>();
		put(statement, "polarity", (matcher.group(1) != null) ? matcher.group(1).toUpperCase(Locale.ROOT) : null);
		statement.put("subject", Map.of("name", words(matcher.group(2))));
		statement.put("predicate", matcher.group(3));
		String target = matcher.group(4);
		if (target != null && target.startsWith("=")) {
			statement.put("value", target.substring(1));
		}
		else if (target != null && !target.equals("*")) {
			statement.put("object", Map.of("name", words(target)));
		}
		put(statement, "validFrom", matcher.group(5));
		put(statement, "validTo", matcher.group(6));
		put(statement, "holdsAt", instant(matcher.group(7)));
		put(statement, "observedAt", instant(matcher.group(8)));
		if (matcher.group(9) != null) {
			statement.put("agentId", matcher.group(9));
			statement.put("visibility", "AGENT");
		}
		put(statement, "confidence", (matcher.group(10) != null) ? Double.valueOf(matcher.group(10)) : null);
		return statement;
	}

	private static @Nullable String instant(@Nullable String day) {
		return (day == null || day.contains("T")) ? day : ((day.length() == 4) ? day + "-01-01" : day) + "T00:00:00Z";
	}

	private static String words(String name) {
		return name.replace('_', ' ');
	}

	private static void put(Map<String, Object> statement, String field, @Nullable Object value) {
		if (value != null) {
			statement.put(field, value);
		}
	}

}
