package dev.loci.recall;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.loci.Api;
import dev.loci.LociIT;
import dev.loci.Tell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Forty topics in one space, each of them something that was so, something else that is
 * so now, and three more things about those whom it is about.
 */
@LociIT
class StaleTopicsIT {

	private static final List<String> NAMES = List.of("Ada", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hal", "Ida",
			"Jon");

	private static final List<String> TOWNS = List.of("Rome", "Oslo", "Lima", "Bonn", "Kyiv", "Bern", "Graz", "Lyon",
			"Nice", "Porto", "Turin");

	private final Api api;

	StaleTopicsIT(@LocalServerPort int port) {
		this.api = new Api(port);
	}

	@BeforeEach
	void tellAllTopics() {
		String told = topics()
			.map((topic) -> "%1$s %2$s %3$s 2015..; %1$s %2$s %4$s 2020..".formatted(topic.who(), topic.what(),
					topic.stale(), topic.now()))
			.collect(Collectors.joining("; "));
		String more = NAMES.stream()
			.map((name) -> "%1$s LIKES chess; %1$s SPEAKS Latin; Zoe KNOWS %1$s".formatted(name))
			.collect(Collectors.joining("; "));
		new Tell(this.api, "demo").facts(told + "; " + more);
	}

	@Test
	void neverAnswerWithWhatIsNoLongerSo() {
		topics().forEach((topic) -> {
			List<String> texts = texts(recall(topic, ""));
			assertThat(texts).as(topic.question()).hasSize(5).noneMatch(topic::isStale).anyMatch(topic::isNow);
		});
	}

	@Test
	void answerWithItMarkedAndBehindWhatIsSoNowWhereItsHistoryIsAsked() {
		topics().forEach((topic) -> {
			JsonNode items = recall(topic, ", \"history\": true");
			List<String> texts = texts(items);
			assertThat(texts.stream().filter((text) -> topic.isNow(text) || topic.isStale(text))).as(topic.question())
				.satisfiesExactly((now) -> assertThat(now).matches(topic::isNow),
						(stale) -> assertThat(stale).matches(topic::isStale));
			assertThat(items.valueStream()
				.filter((item) -> topic.isStale(item.at("/text").asString()))
				.map((item) -> item.at("/status").asString())).containsExactly("ENDED");
		});
	}

	private static Stream<Topic> topics() {
		return IntStream.range(0, NAMES.size()).boxed().flatMap((i) -> {
			String name = NAMES.get(i);
			String other = NAMES.get((i + 3) % NAMES.size());
			String another = NAMES.get((i + 6) % NAMES.size());
			return Stream.of(
					new Topic(name, "LIVES_IN", TOWNS.get(i), TOWNS.get(i + 1), "Where does " + name + " live?"),
					new Topic(name, "REPORTS_TO", other, another, "To whom does " + name + " report?"),
					new Topic(name, "STATUS_IS", "=busy", "=idle", "What is the status of " + name + "?"),
					new Topic(name, "HAS_NAME", "=Old" + name, "=New" + name, "What is " + name + " called?"));
		});
	}

	private JsonNode recall(Topic topic, String more) {
		return this.api
			.post("/spaces/demo/recall",
					"{\"query\": \"" + topic.question() + "\", \"include\": [\"facts\"], \"limit\": 5" + more + "}")
			.at("/items");
	}

	private static List<String> texts(JsonNode items) {
		return items.valueStream().map((item) -> item.at("/text").asString()).toList();
	}

	/**
	 * Somebody, what was told of him, and a question that the later one answers.
	 */
	private record Topic(String who, String what, String stale, String now, String question) {

		boolean isStale(String text) {
			return text.contains(this.who + " ") && text.contains(this.stale.replace("=", ""));
		}

		boolean isNow(String text) {
			return text.contains(this.who + " ") && text.contains(this.now.replace("=", ""));
		}

	}

}
