package dev.loci.ingest;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.loci.extract.JudgePair;
import dev.loci.memory.Moments;
import dev.loci.memory.StatementId;
import dev.loci.memory.SuggestionId;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Something that rules leave open, described for somebody who knows nothing else.
 *
 * @param drawnFrom the statements whose words the description has
 */
record Doubtful(SuggestionId suggestion, JudgePair pair, List<StatementId> drawnFrom) {

	/** More would cost much and decide little. */
	private static final int LONGEST = 200;

	static Doubtful of(Record row) {
		SuggestionId id = SuggestionId.of(row.get("id").asString());
		List<StatementId> drawnFrom = new ArrayList<>();
		return switch (row.get("kind").asString()) {
			case "SAME" ->
				new Doubtful(id, new JudgePair(JudgePair.Kind.ENTITIES, entity(row.get("entities").get(0), drawnFrom),
						entity(row.get("entities").get(1), drawnFrom)), drawnFrom);
			default -> {
				Value statement = row.get("statement");
				drawnFrom.add(StatementId.of(statement.get("id").asString()));
				yield new Doubtful(id,
						new JudgePair(JudgePair.Kind.FACTS,
								dated(statement) + ", said on " + day(statement.get("observedAt")),
								facts(row.get("believed"), drawnFrom)),
						drawnFrom);
			}
		};
	}

	private static String entity(Value entity, List<StatementId> drawnFrom) {
		String name = entity.get("name").asString();
		String aliases = entity.get("aliases")
			.asList(Value::asString)
			.stream()
			.filter((alias) -> !alias.equals(name))
			.map((alias) -> ", also called " + bounded(alias))
			.collect(Collectors.joining());
		String type = entity.get("type").isNull() ? "" : ", " + bounded(entity.get("type").asString());
		String facts = facts(entity.get("facts"), drawnFrom);
		return bounded(name) + type + aliases + (facts.isEmpty() ? "" : ":\n" + facts);
	}

	private static String facts(Value facts, List<StatementId> drawnFrom) {
		facts.values().forEach((fact) -> drawnFrom.add(StatementId.of(fact.get("top").asString())));
		return facts.asList(Doubtful::dated).stream().collect(Collectors.joining("\n"));
	}

	private static String dated(Value fact) {
		String from = day(fact.get("validFrom"));
		String to = day(fact.get("validTo"));
		String dates = (from == null && to == null) ? "" : " (" + ((from != null) ? "from " + from : "")
				+ ((from != null && to != null) ? " " : "") + ((to != null) ? "until " + to : "") + ")";
		return bounded(fact.get("text").asString()) + dates;
	}

	private static @Nullable String day(Value moment) {
		if (moment.isNull() || Moments.told(moment.asZonedDateTime().toInstant()) == null) {
			return null;
		}
		return LocalDate.ofInstant(moment.asZonedDateTime().toInstant(), ZoneOffset.UTC).toString();
	}

	private static String bounded(String text) {
		int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
		return (end < text.length()) ? text.substring(0, end) + "…" : text;
	}

}
