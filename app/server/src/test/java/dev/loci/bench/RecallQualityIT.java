package dev.loci.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import dev.loci.LociProcess;
import dev.loci.bench.Conversation.Asked;
import dev.loci.embed.Embedder;
import dev.loci.embed.OwnEmbedder;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures how much of what answers a question is recalled, next to plain searches of the
 * same texts, and prints it as a table and as JSON. With {@code -Dloci.bench.locomo=} and
 * a file of LoCoMo it measures that, else a few conversations of its own.
 */
class RecallQualityIT {

	private static final String OWN = "/bench/conversations.json";

	private static final int LAST_ANSWERABLE = 4;

	private static final List<Integer> CATEGORIES = List.of(1, 2, 3, 4, 5);

	private static final Map<String, ToDoubleFunction<Answered>> MEASURES = measures();

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private final Map<String, List<Answered>> ways = new LinkedHashMap<>();

	@Test
	void recallsMoreThanWordsAndMeaningByTheirRanks() throws IOException {
		Path data = LociProcess.newFolder();
		try (LociProcess loci = LociProcess.startAtFullSpeed(data); Embedder embedder = OwnEmbedder.start()) {
			for (Conversation conversation : Conversation.all(file())) {
				Retelling retelling = new Retelling(loci.api(), conversation);
				PlainSearch plain = new PlainSearch(conversation.turns(), embedder);
				for (Asked asked : conversation.questions()) {
					answered("episodes", asked, retelling.answer(asked.text(), "episodes"));
					answered("facts", asked, retelling.answer(asked.text(), "facts"));
					List<String> words = plain.byWords(asked.text());
					List<String> meaning = plain.byMeaning(asked.text());
					answered("bm25", asked, words);
					answered("vector", asked, meaning);
					answered("rrf", asked, PlainSearch.byRanks(words, meaning));
				}
			}
		}
		finally {
			FileSystemUtils.deleteRecursively(data.getParent());
		}
		print();
		for (int category = 0; category <= LAST_ANSWERABLE; category++) {
			assertThat(mean("episodes", category, (answered) -> answered.share(10))).as(name(category))
				.isGreaterThanOrEqualTo(mean("rrf", category, (answered) -> answered.share(10)));
		}
	}

	private static JsonNode file() throws IOException {
		String file = System.getProperty("loci.bench.locomo", "");
		try (InputStream in = file.isEmpty() ? Objects.requireNonNull(RecallQualityIT.class.getResourceAsStream(OWN))
				: Files.newInputStream(Path.of(file))) {
			return JSON.readTree(in);
		}
	}

	private static Map<String, ToDoubleFunction<Answered>> measures() {
		Map<String, ToDoubleFunction<Answered>> measures = new LinkedHashMap<>();
		measures.put("share@5", (answered) -> answered.share(5));
		measures.put("share@10", (answered) -> answered.share(10));
		measures.put("share@20", (answered) -> answered.share(20));
		measures.put("all@10", (answered) -> answered.all(10));
		measures.put("ndcg@10", (answered) -> answered.gain(10));
		return measures;
	}

	private void answered(String way, Asked question, List<String> turns) {
		this.ways.computeIfAbsent(way, (any) -> new ArrayList<>()).add(new Answered(question, turns));
	}

	private void print() throws IOException {
		Map<String, Object> report = new LinkedHashMap<>();
		StringBuilder table = new StringBuilder("%-10s%-10s".formatted("category", "way"));
		MEASURES.keySet().forEach((measure) -> table.append("%10s".formatted(measure)));
		for (int category : IntStream.rangeClosed(0, CATEGORIES.size()).toArray()) {
			Map<String, Object> ofCategory = new LinkedHashMap<>();
			ofCategory.put("questions", of("rrf", category).size());
			if (of("rrf", category).isEmpty()) {
				continue;
			}
			this.ways.keySet().forEach((way) -> {
				Map<String, Double> means = new LinkedHashMap<>();
				MEASURES
					.forEach((measure, value) -> means.put(measure, PairedTest.rounded(mean(way, category, value))));
				ofCategory.put(way, means);
				table.append("%n%-10s%-10s".formatted(name(category), way));
				means.values().forEach((mean) -> table.append("%10.3f".formatted(mean)));
			});
			ofCategory.put("episodesAgainstRrf", against("episodes", category));
			ofCategory.put("factsAgainstRrf", against("facts", category));
			report.put(name(category), ofCategory);
		}
		String json = JSON.writeValueAsString(report);
		Files.writeString(Path.of("target", "bench-quality.json"), json);
		System.out.println(json + System.lineSeparator() + table);
	}

	/** In the share of the evidence among the first ten. */
	private Map<String, Object> against(String way, int category) {
		return PairedTest.of(of(way, category).stream().map((each) -> each.share(10)).toList(),
				of("rrf", category).stream().map((each) -> each.share(10)).toList());
	}

	private double mean(String way, int category, ToDoubleFunction<Answered> value) {
		return of(way, category).stream().mapToDouble(value).average().orElseThrow();
	}

	/** Those of a category; 0 are all that can be answered. */
	private List<Answered> of(String way, int category) {
		Predicate<Answered> wanted = (answered) -> (category == 0) ? answered.question().category() <= LAST_ANSWERABLE
				: answered.question().category() == category;
		return Objects.requireNonNull(this.ways.get(way)).stream().filter(wanted).toList();
	}

	private static String name(int category) {
		return (category == 0) ? "1-" + LAST_ANSWERABLE : Integer.toString(category);
	}

}
