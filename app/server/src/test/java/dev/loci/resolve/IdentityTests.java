package dev.loci.resolve;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.loci.memory.EntityId;
import dev.loci.memory.NameKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class IdentityTests {

	private final Identity identity = new Identity(Ontologies.standard());

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Acme Corp      | Company | ACME Corp.     | Organisation
			ＡＣＭＥ       | Company | Acme           | Company
			東京           | City    | 東京           | Place
			Alice          |         | Alice          | Person
			Alice          | Person  | Alice          |
			Alice          |         | alice          |
			Gandalf        | Wizard  | Gandalf        | wizard
			""")
	void joinsEqualNamesOfOneFamily(String name, @Nullable String type, String other, @Nullable String otherType) {
		Candidate candidate = candidate(otherType, other);
		assertThat(decide(name, type, candidate)).isEqualTo(new Decision.Same(candidate.id()));
	}

	@Test
	void joinsComposedAndDecomposedLetters() {
		Candidate zoe = candidate("Person", Normalizer.normalize("Zoë", Normalizer.Form.NFC));
		assertThat(decide(Normalizer.normalize("Zoë", Normalizer.Form.NFD), "Person", zoe))
			.isEqualTo(new Decision.Same(zoe.id()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			java           | ProgrammingLanguage | Java           | Island
			Release 1.2.11 | Release             | Release 1.2.10 | Release
			Acme 2024      | Company             | Acme 2023      | Company
			Acme 2024      |                     | Acme 2023      |
			Alice          | Person              | Alice Springs  | Place
			Bob            | Person              | Alice          | Person
			""")
	void keepsDifferentThingsApart(String name, @Nullable String type, String other, @Nullable String otherType) {
		assertThat(decide(name, type, candidate(otherType, other))).isEqualTo(new Decision.New());
	}

	@Test
	void doesNotGuessWhichOfTwoPeopleOfOneNameIsMeant() {
		Candidate will = candidate("Person", "Will", "Will Smith");
		Candidate other = candidate("Person", "Will", "Will Young");
		assertThat(decide("Will", "Person", will, other)).isEqualTo(ambiguous(will, other));
		assertThat(decide("will", null, will, other)).isEqualTo(ambiguous(will, other));
		assertThat(decide("Will Young", "Person", will, other)).isEqualTo(new Decision.Same(other.id()));
	}

	@Test
	void asksTheTypeWhichThingOfANameIsMeant() {
		Candidate island = candidate("Island", "Java");
		Candidate language = candidate("ProgrammingLanguage", "Java");
		Candidate untyped = candidate(null, "Java");
		assertThat(decide("Java", "Place", island, language)).isEqualTo(new Decision.Same(island.id()));
		assertThat(decide("Java", "Technology", island, language)).isEqualTo(new Decision.Same(language.id()));
		assertThat(decide("Java", null, island, language)).isEqualTo(ambiguous(island, language));
		assertThat(decide("Java", "Book", island, language)).isEqualTo(new Decision.New());
		assertThat(decide("Java", "Place", island, untyped)).isEqualTo(new Decision.Same(island.id()));
		assertThat(decide("Java", "Book", island, untyped)).isEqualTo(new Decision.Same(untyped.id()));
	}

	@Test
	void suggestsWhatLooksAlikeTheLikeliestFirst() {
		Candidate full = candidate("Person", "Alice Chen");
		Candidate misspelt = candidate("Person", "Alicia Chen", "Alyce");
		Candidate place = candidate("Place", "Alice Springs");
		assertThat(decide("Alice", "Person", full, place, misspelt)).isInstanceOfSatisfying(Decision.Doubtful.class,
				(doubtful) -> assertThat(doubtful.suggestions()).extracting(Decision.Suggestion::entity)
					.containsExactly(misspelt.id(), full.id()));
	}

	@Test
	void suggestsTheSameNameOfATypeThatTheOntologyDoesNotKnow() {
		Candidate acme = candidate("Company", "Acme");
		assertThat(decide("Acme", "Wizardry", acme))
			.isEqualTo(new Decision.Doubtful(List.of(new Decision.Suggestion(acme.id(), 0.85, Likeness.Reason.NAME))));
	}

	@Test
	void decidesTheSameInWhateverOrderTheCandidatesCome() {
		List<Candidate> candidates = new ArrayList<>(Stream
			.of("Alice Chen", "Alice Cheng", "Alice", "A. Chen", "Alyce", "Alice C.", "Chen Alice", "Alice Zhou")
			.map((name) -> candidate("Person", name))
			.toList());
		Decision decision = decide("Alice Chem", "Person", candidates.toArray(Candidate[]::new));
		for (int i = 0; i < 50; i++) {
			Collections.shuffle(candidates);
			assertThat(decide("Alice Chem", "Person", candidates.toArray(Candidate[]::new))).isEqualTo(decision);
		}
	}

	@Test
	void suggestsAFewOnly() {
		Candidate[] alices = Stream.of("Adams", "Brown", "Clark", "Davis", "Evans", "Frank", "Green")
			.map((name) -> candidate("Person", "Alice " + name))
			.toArray(Candidate[]::new);
		assertThat(decide("Alice", "Person", alices)).isInstanceOfSatisfying(Decision.Doubtful.class,
				(doubtful) -> assertThat(doubtful.suggestions()).hasSize(5));
	}

	@Test
	void isNewWhereNothingIs() {
		assertThat(decide("Alice", "Person")).isEqualTo(new Decision.New());
	}

	@Test
	void isInDoubtWhereNamesMeanMuchTheSame() {
		Candidate munich = close(0.92, "City", "Munich");

		assertThat(decide("München", "Place", munich)).isEqualTo(
				new Decision.Doubtful(List.of(new Decision.Suggestion(munich.id(), 0.92, Likeness.Reason.MEANING))));
		assertThat(decide("München", null, munich)).isEqualTo(new Decision.New());
		assertThat(decide("München", "Person", munich)).isEqualTo(new Decision.New());
		assertThat(decide("Java", "City", close(0.83, "City", "Jakarta"))).isEqualTo(new Decision.New());
		assertThat(decide("Acme 2024", "Company", close(0.93, "Company", "Acme 2023"))).isEqualTo(new Decision.New());
	}

	private Decision decide(String name, @Nullable String type, Candidate... candidates) {
		return this.identity.decide(Mention.of(name, type), List.of(candidates));
	}

	private static Candidate candidate(@Nullable String type, String... names) {
		Set<NameKey> keys = Stream.of(names).map(NameKey::of).collect(Collectors.toSet());
		return new Candidate(EntityId.next(), keys, type, 0);
	}

	private static Candidate close(double closeness, @Nullable String type, String name) {
		return new Candidate(EntityId.next(), Set.of(NameKey.of(name)), type, closeness);
	}

	private static Decision ambiguous(Candidate... candidates) {
		return new Decision.Ambiguous(
				Stream.of(candidates).map(Candidate::id).sorted((a, b) -> a.value().compareTo(b.value())).toList());
	}

}
