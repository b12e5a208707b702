package dev.loci.extract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.loci.memory.Named;
import dev.loci.memory.Told;
import dev.loci.resolve.Ontologies;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** Whose words a message has, from one sentence and one passage of it to the next. */
class VoiceTests {

	private static final LocalExtractor EXTRACTOR = new LocalExtractor(ObservationRegistry.NOOP);

	@ParameterizedTest
	@ValueSource(strings = { "Please fix the grammar:\nI live in Rome. I work at Acme.",
			"I live in Rome. I work at Acme. Can you fix the grammar of this text?",
			"Translate to French.\n\nI live in Rome.", "could you summarise the following article\nI live in Rome.",
			"Tom wrote: \"I live in Rome. I love chess. I work at Acme.\"",
			"Tom wrote: 'I live in Rome. I love chess. I work at Acme.'",
			"Tom wrote: “I live in Rome.\n\nI work at Acme. I love chess.”", "Tom wrote:\nI live in Rome.",
			"Tom: I live in Rome. I work at Acme.\nAna: I love chess.", "Tom sent me this.\nI live in Rome.",
			"Here is the mail:\n\nHi Bob,\n\nI live in Rome now. I work at Acme.\n\nBest,\nTom",
			"Hi Bob,\n\nI live in Rome now.\n\nKind regards,\nTom", "Dear Sir or Madam,\n\nI live in Rome.",
			"From: Tom\nTo: Ana\n\nI live in Rome.", "Let's play a game. I am a doctor. I live in Rome.",
			"let’s do a role-play\nI am a doctor.", "You are a pirate. I am a captain.",
			"Once upon a time there was a king. I live in Rome.", "Write a poem about us. I live in Rome.",
			"Example: I live in Rome. I work at Acme.", "> I live in Rome.\n  > I work at Acme.",
			"```\nI live in Rome.\n\nI work at Acme.", "Look: ```I live in Rome.\nI work at Acme.```",
			"I live in Rome. I am living in Rome. Which one is correct?",
			"How do I say this in Italian? I live in Rome.", "My poem\n\nI live in Rome",
			"Help me with my homework. I am a doctor.", "I live in Rome.\nI work at Acme.\nJust kidding!",
			"I live in Rome. That's not true.", "I live in Rome. Scratch that, Milan.",
			"I live in Rome. I made that up.", "Just testing. I live in Rome.", "{\"said\":\n\"I live in Rome.\"}" })
	void hearsNobodyElse(String message) {
		assertThat(told(message)).isEmpty();
		assertThat(inPassages(message)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			I live in Oslo. Please fix the grammar:\\nI live in Rome.                     | Oslo
			Tom wrote: "I live in Rome. I love chess. I like tea." I live in Oslo.       | Oslo
			Tom wrote "I live in Rome. I love chess.\\n\\nI like tea." I live in Oslo.     | Oslo
			I read "War and Peace". I live in Oslo.                                      | Oslo
			My screen is 27" wide. I live in Oslo.                                       | Oslo
			> I live in Rome.\\n\\nI live in Oslo.                                         | Oslo
			```\\nI live in Rome.\\n```\\nI live in Oslo.                                   | Oslo
			About me:\\n- I live in Oslo.                                                 | Oslo
			Quick update: a lot has changed. I live in Oslo.                             | Oslo
			I live in Oslo. What should I read next?                                     | Oslo
			I live in Oslo. Which restaurant is best?                                    | Oslo
			I live in Oslo. Can you help me with my taxes?                               | Oslo
			I can fix this. I live in Oslo.                                              | Oslo
			I translate books. I live in Oslo.                                           | Oslo
			""")
	void hearsTheSpeakerAgain(String written, String place) {
		String message = written.replace("\\n", "\n");
		assertThat(told(message)).extracting((told) -> Objects.requireNonNull(told.object()).name())
			.containsExactly(place);
		assertThat(inPassages(message)).extracting((told) -> Objects.requireNonNull(told.object()).name())
			.containsExactly(place);
	}

	/**
	 * What is quoted in one passage goes on in the next, also if that is read by itself.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "```", "~~~", "Here is the mail:", "Tom wrote: \"Hi!", "Let's play a game." })
	void remembersOverPassages(String opening) {
		String filling = "This goes on and on.\n".repeat(200);
		String message = opening + "\n" + filling + "I live in Rome.\n";
		int begin = message.indexOf("I live in Rome.");
		assertThat(told(List.of(part(message, begin, message.length())))).isEmpty();
		assertThat(told(List.of(part(filling + "I live in Rome.\n", filling.length(), filling.length() + 15))))
			.extracting(Told::object)
			.containsExactly(Named.of("Rome", "Place"));
	}

	@Test
	void remembersTheLineThatAPassageIsCutOutOf() {
		String message = "> Tom said so. I live in Rome.\n    I live in Oslo.\nI live in Bonn.";
		List<Utterance> parts = new ArrayList<>();
		for (String city : List.of("Rome", "Oslo", "Bonn")) {
			int begin = message.indexOf("I live in " + city);
			parts.add(part(message, begin, begin + 15));
		}
		assertThat(told(parts)).extracting(Told::object).containsExactly(Named.of("Bonn", "Place"));
	}

	/** A document gives no orders; its headings end with a colon. */
	@Test
	void readsADocumentAsWhatItIs() {
		Utterance text = Examples.said("People:\nAlice works at Acme.\nPlease fix the text.\nBob works at Globex.",
				false);
		assertThat(told(List.of(text))).extracting((told) -> Objects.requireNonNull(told.subject()).name())
			.containsExactly("Alice", "Bob");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Tom: \"I live. ", "please fix this text: ", "translate ", "\"I. ", "'", "a: ", "``` ",
			"> ", "\u0301" })
	void readsLongMessagesInTimeThatGrowsWithThem(String piece) {
		String message = piece.repeat(400_000 / piece.length());
		assertTimeout(Duration.ofSeconds(20), () -> {
			List<Utterance> parts = new ArrayList<>();
			for (int begin = 0; begin + 1_000 < message.length(); begin += 1_000) {
				parts.add(part(message, begin, begin + 1_000));
			}
			told(parts);
		});
	}

	private static List<Told> told(String message) {
		return told(List.of(Examples.said(message, true)));
	}

	/** As it is read when each of its lines is a passage. */
	private static List<Told> inPassages(String message) {
		List<Utterance> parts = new ArrayList<>();
		int begin = 0;
		for (String line : message.split("\n", -1)) {
			if (!line.isBlank()) {
				parts.add(part(message, begin, begin + line.length()));
			}
			begin += line.length() + 1;
		}
		return told(parts);
	}

	private static Utterance part(String message, int begin, int end) {
		Utterance whole = Examples.said(message, true);
		return new Utterance(whole.role(), whole.speaker(), message.substring(begin, end), whole.saidAt(), true,
				whole.source(), message, begin);
	}

	private static List<Told> told(List<Utterance> utterances) {
		return EXTRACTOR.extract(new Excerpt(Ontologies.standard(), utterances, List.of())).told();
	}

}
