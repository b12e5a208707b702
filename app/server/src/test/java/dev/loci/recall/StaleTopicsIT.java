package dev.loci.recall;

import java.util.List;
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
 * Forty topics, each of them something that was so, something else that is so now, and
 * three more things about those whom it is about.
 */
@LociIT
class StaleTopicsIT {

	private static final List<String> NAMES = List.of("Ada", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hal", "Ida",
			"Jon");

	private static final List<String> TOWNS = List.of("Rome", "Oslo", "Lima", "Bonn", "Kyiv", "Bern", "Graz", "Lyon",
			"Nice", "Porto", "Turin");

	private final Api api;

	private final Tell tell;

	StaleTopicsIT(@LocalServerPort int port) {
		this.api = new Api(port);
		this.tell = new Tell(this.api, "demo");
	}

	@BeforeEach
	void tellAllTopics() {
		topics().forEach((topic) -> this.tell.facts("%1$s %2$s %3$s 2015..; %1$s %2$s %4$s 2020.."
			.formatted(topic.who(), topic.what(), topic.toldStale(), topic.toldNow())));
		NAMES.forEach((name) -> this.tell
			.facts("%1$s LIKES chess 2010..; %1$s SPEAKS Latin 2010..; %1$s KNOWS Zoe 2010..".formatted(name)));
	}

	@Test
	void neverAnswerWithWhatIsNoLongerSo() {
		topics().forEach((topic) -> {
			List<String> texts = texts(recall(topic.question(), ""));
			assertThat(texts.subList(0, 5)).as(topic.question())
				.anyMatch((text) -> is(text, topic.who(), topic.now()))
				.noneMatch((text) -> is(text, topic.who(), topic.stale()));
		});
	}

	@Test
	void answerWithItMarkedAndBehindWhatIsSoNowWhereItsHistoryIsAsked() {
		topics().forEach((topic) -> {
			JsonNode items = recall(topic.question(), ", \"history\": true");
			List<String> texts = texts(items);
			int now = IntStream.range(0, texts.size())
				.filter((i) -> is(texts.get(i), topic.who(), topic.now()))
				.findFirst()
				.orElseThrow();
			int stale = IntStream.range(0, texts.size())
				.filter((i) -> is(texts.get(i), topic.who(), topic.stale()))
				.findFirst()
				.orElseThrow();
			assertThat(now).as(topic.question()).isLessThan(stale);
			assertThat(stale).as(topic.question()).isLessThan(5);
			assertThat(items.get(stale).at("/status").asString()).isEqualTo("ENDED");
		});
	}

	private static Stream<Topic> topics() {
		return IntStream.range(0, NAMES.size()).boxed().flatMap((i) -> {
			String name = NAMES.get(i);
			String other = NAMES.get((i + 3) % NAMES.size());
			String another = NAMES.get((i + 6) % NAMES.size());
			return Stream.of(
					new Topic(name, "LIVES_IN", TOWNS.get(i), TOWNS.get(i + 1), "Where does " + name + " live?"),
					new Topic(name, "REPORTS_TO", other, another, "Who is the boss of " + name + "?"),
					new Topic(name, "STATUS_IS", "=busy", "=idle", "What is the status of " + name + "?"),
					new Topic(name, "HAS_NAME", "=Old" + name, "=New" + name, "What is " + name + " called?"));
		});
	}

	private JsonNode recall(String query, String more) {
		return this.api
			.post("/spaces/demo/recall",
					"{\"query\": \"" + query + "\", \"include\": [\"facts\"], \"limit\": 20" + more + "}")
			.at("/items");
	}

	private static List<String> texts(JsonNode items) {
		return items.valueStream().map((item) -> item.at("/text").asString()).toList();
	}

	private static boolean is(String text, String who, String what) {
		return (text.startsWith(who) || text.startsWith("The status of " + who)) && text.contains(what);
	}

	private record Topic(String who, String what, String toldStale, String toldNow, String question) {

		String stale() {
			return this.toldStale.replace("=", "");
		}

		String now() {
			return this.toldNow.replace("=", "");
		}

	}

}
