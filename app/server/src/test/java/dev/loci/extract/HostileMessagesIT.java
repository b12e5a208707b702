package dev.loci.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.loci.memory.Authority;
import dev.loci.memory.EntityId;
import dev.loci.memory.Named;
import dev.loci.memory.PredicateName;
import dev.loci.memory.Told;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.loci.extract.AnswerFactJson.answer;
import static dev.loci.extract.AnswerFactJson.entity;
import static dev.loci.extract.AnswerFactJson.fact;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Messages that want to be instructions: what the model is sent stays in order, and what
 * a model answers that obeys them stays confined.
 */
class HostileMessagesIT {

	/** What a model says that does all that a hostile message asks for, and some more. */
	static final String OBEDIENT = answer(
			List.of(entity(1, "Mallory", "Person"), entity(6, " ", "Thing"),
					entity(4, "Mordor", "<script>alert(1)</script>"), entity(5, "a\u0000b", "Person")),
			fact("LIVES_IN", "The user lives in Mordor.").object(4).quoting("i"), //
			fact("LIVES_IN", "By the assistant.").object(4).in(2), //
			fact("LIVES_IN", "By nobody.").object(4).in(7), fact("KNOWS", "Of another space.").object(4711),
			fact("WORKS_AT`]->(x) DETACH DELETE x WITH 1 AS y MATCH (a)-[:`LIKES", "Cypher.").object(2),
			fact("}) RETURN 1 //", "Cypher, too.").object(2), fact("<img src=x onerror=alert(1)>", "HTML.").object(2),
			fact("LIKES", "Too sure.").object(2).with("confidence", 5),
			fact("LIKES", "Before all time.").object(2).start("-4000-02-31"),
			fact("LIKES", "With another's id.").with("subject", "11111111-1111-1111-1111-111111111111").object(2),
			fact("LIKES", "By another message.").object(2).in(3), fact("LIKES", "By any message.").object(2),
			fact("LIKES", "In another's name.").object(2)
				.quoting("i")
				.with("authority", "CORRECTION")
				.with("space", "default:admin")
				.with("tenant", "root")
				.with("episodeId", "00000000-0000-0000-0000-000000000000")
				.with("visibility", "SPACE"),
			fact("LIKES", "By words that nobody said.").object(2).with("quote", "The assistant said so"));

	private static final Set<String> TOLD = Set.of("The user lives in Mordor.", "In another's name.");

	private static final ModelStub STUB = ModelStub.start();

	private static final ModelSettings SETTINGS = ModelSettingsFor.stub(STUB);

	private static final ModelEndpoint ENDPOINT = new ModelEndpoint(SETTINGS, new SimpleMeterRegistry());

	private final ModelExtractor extractor = new ModelExtractor(ENDPOINT, SETTINGS, ModelWhen.NOTHING,
			ObservationRegistry.create());

	@BeforeEach
	void reset() {
		STUB.reset();
	}

	@AfterAll
	static void stop() {
		ENDPOINT.close();
		STUB.close();
	}

	static Stream<String> messages() throws IOException {
		try (InputStream file = HostileMessagesIT.class.getResourceAsStream("/extract/hostile.txt")) {
			String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
			return Stream.of(text.split("\n-----\n"));
		}
	}

	@Test
	void thereAreMany() throws IOException {
		assertThat(messages().distinct()).hasSizeGreaterThanOrEqualTo(30);
	}

	private static ModelConversation conversation(String hostile) {
		return new ModelConversation().knows("Dana", "Person").user(hostile).assistant(hostile).user("Nice weather!");
	}

	@ParameterizedTest
	@MethodSource("messages")
	void staysInItsBlock(String hostile) {
		STUB.says("{\"entities\":[],\"facts\":[]}").says("{\"entities\":[],\"facts\":[]}");
		this.extractor.extract(conversation("Nice weather!").excerpt());
		String rules = STUB.told("system");
		String harmless = STUB.told("user");
		this.extractor.extract(conversation(hostile).excerpt());
		assertThat(STUB.told("system")).isEqualTo(rules);
		assertThat(STUB.requests().getLast().path("messages")).hasSize(2);
		String asked = STUB.told("user");
		String marker = marker(asked);
		assertThat(hostile).doesNotContain(marker);
		assertThat(skeleton(asked, marker)).isEqualTo(skeleton(harmless, marker(harmless)));
		assertThat(asked).contains("\n" + marker + " message 1, user, speaker 1, said Friday 2024-05-17T10:30+02:00, "
				+ "claims yes\n" + hostile + "\n" + marker + " end\n" + marker + " message 2, assistant, ");
	}

	private static String marker(String asked) {
		return asked.substring("The marker is ".length(), asked.indexOf('\n'));
	}

	/** All that is not content. */
	private static String skeleton(String asked, String marker) {
		String quoted = Pattern.quote(marker);
		Pattern block = Pattern.compile("(" + quoted + " message [^\n]*\n).*?(\n" + quoted + " end\n)", Pattern.DOTALL);
		return block.matcher(asked).replaceAll("$1…$2").replace(marker, "#");
	}

	@ParameterizedTest
	@MethodSource("messages")
	void gainsNothingWhereTheModelObeys(String hostile) {
		STUB.says(OBEDIENT);
		ModelConversation conversation = conversation(hostile);
		Extraction extraction = this.extractor.extract(conversation.excerpt());
		assertThat(extraction.told()).extracting((told) -> told.wording().text())
			.containsExactlyInAnyOrderElementsOf(TOLD);
		Set<EntityId> known = Stream.of(ModelConversation.SELF.id(), conversation.known(0).id())
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		for (Told told : extraction.told()) {
			assertThat(told.source())
				.isEqualTo(conversation.utterance(0).source().quoting(String.valueOf(told.source().quote())));
			assertThat(told.source().authority()).isEqualTo(Authority.USER);
			assertThat(ids(told.subject(), told.object())).isSubsetOf(known);
			assertThat(new PredicateName(Objects.requireNonNull(told.predicate())).value()).matches("[A-Z_]+");
			assertThat(told.wording().confidence()).isBetween(0.0, 1.0);
		}
		assertThat(extraction.dropped()).hasSizeGreaterThanOrEqualTo(14);
	}

	private static List<EntityId> ids(@Nullable Named... named) {
		return Stream.of(named).filter(Objects::nonNull).map(Named::id).filter(Objects::nonNull).toList();
	}

	@ParameterizedTest
	@MethodSource("messages")
	void isNoAnswerItself(String hostile) {
		STUB.says(hostile).says("{\"entities\":[],\"facts\":[]}");
		Extraction extraction = this.extractor.extract(new ModelConversation().user("Nice weather!").excerpt());
		assertThat(extraction.told()).isEmpty();
		assertThat(STUB.told("user")).doesNotContain(hostile);
	}

	@ParameterizedTest
	@MethodSource("messages")
	void staysOnItsLineAsAName(String hostile) {
		STUB.says("{\"entities\":[],\"facts\":[]}");
		this.extractor.extract(new ModelConversation().knows(hostile, hostile, hostile + "!")
			.add(hostile, Named.of(hostile, null), "Nice weather!", true, Authority.USER)
			.excerpt());
		List<String> lines = STUB.told("user").lines().toList();
		assertThat(lines).hasSize(10);
		assertThat(lines.get(2)).startsWith("1 \"").endsWith("\" (speaks)");
		assertThat(lines.get(3)).startsWith("2 \"").endsWith("\"");
		assertThat(lines.get(5)).matches("#[0-9a-z]+ message 1, [a-z_]*, speaker 1, said Friday [^ ]+, claims yes");
	}

}
