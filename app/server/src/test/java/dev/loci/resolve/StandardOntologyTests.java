package dev.loci.resolve;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.loci.memory.InvalidInput;
import dev.loci.memory.Ontology;
import dev.loci.memory.Predicate;
import dev.loci.memory.Reading;
import dev.loci.memory.TimeKind;
import dev.loci.memory.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StandardOntologyTests {

	private static final Ontology ONTOLOGY = Ontologies.standard();

	static List<Predicate> predicates() {
		return ONTOLOGY.predicates();
	}

	@ParameterizedTest
	@MethodSource("predicates")
	void findsEveryPredicateByEachOfItsWords(Predicate predicate) {
		Stream.concat(Stream.of(predicate.name().value(), predicate.name().words()), predicate.synonyms().stream())
			.forEach((word) -> assertReads(word, predicate, false));
		Predicate.Inverse inverse = predicate.inverse();
		if (inverse != null) {
			Stream.concat(Stream.of(inverse.name().value()), inverse.synonyms().stream())
				.forEach((word) -> assertReads(word, predicate, true));
			inverse.ends()
				.forEach((word) -> assertThat(ONTOLOGY.endings(word))
					.contains(new Reading(predicate, predicate.name(), true)));
		}
		predicate.ends()
			.forEach((word) -> assertThat(ONTOLOGY.endings(word))
				.contains(new Reading(predicate, predicate.name(), false)));
	}

	@ParameterizedTest
	@MethodSource("predicates")
	void writesEveryFactAsASentence(Predicate predicate) {
		assertThat(predicate.template().render("Alice", "Berlin")).contains("Alice")
			.contains("Berlin")
			.doesNotContain("{", "}", "_");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			LIVES_IN,    lives in,        LIVES_IN,    false
			lives-in,    moved to,        LIVES_IN,    false
			livesIn,     RESIDES IN,      LIVES_IN,    false
			Lives In,    is_based_in,     LIVES_IN,    false
			WORKS_AT,    employed by,     WORKS_AT,    false
			EMPLOYS,     hired,           WORKS_AT,    true
			MANAGES,     is the boss of,  REPORTS_TO,  true
			DISLIKES,    can't stand,     DISLIKES,    false
			DISLIKES,    can’t stand,     DISLIKES,    false
			FATHER_OF,   is the dad of,   FATHER_IS,   true
			""")
	void readsWhatPeopleAndModelsWrite(String one, String other, String name, boolean swapped) {
		assertThat(Stream.of(one, other).map(ONTOLOGY::read)).allSatisfy((reading) -> {
			assertThat(reading.name()).hasToString(name);
			assertThat(reading.swapped()).isEqualTo(swapped);
		});
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			REPORTS_TO,  Ann, Zoe, Ann, Zoe
			MANAGES,     Ann, Zoe, Zoe, Ann
			MARRIED_TO,  Ann, Zoe, Ann, Zoe
			MARRIED_TO,  Zoe, Ann, Ann, Zoe
			LIKES,       Zoe, Ann, Zoe, Ann
			HAS_BADGE,   Zoe, Ann, Zoe, Ann
			""")
	void turnsInversesRoundAndSymmetricOnesIntoOneOrder(String predicate, String subject, String object, String first,
			String second) {
		assertThat(ONTOLOGY.read(predicate).turn(subject, object, Comparator.naturalOrder()))
			.isEqualTo(new Reading.Ends<>(first, second));
	}

	@Test
	void keepsTheNameOfAPredicateThatNobodyKnows() {
		Reading reading = ONTOLOGY.read("has badge");
		assertThat(reading.predicate()).isEqualTo(Ontology.RELATED_TO);
		assertThat(reading.name()).hasToString("HAS_BADGE");
		assertThat(reading.text("Alice", "42")).isEqualTo("Alice has badge 42.");
	}

	@Test
	void refusesAPredicateThatIsNone() {
		for (String written : List.of("LIVES`IN", "lives in; drop", "X".repeat(200), "")) {
			assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> ONTOLOGY.read(written))
				.satisfies((ex) -> assertThat(ex.field()).isEqualTo("predicate"));
		}
	}

	@Test
	void knowsSeveralThingsThatLeavingMayEnd() {
		assertThat(ONTOLOGY.endings("left")).extracting((reading) -> reading.name().value())
			.contains("LIVES_IN", "WORKS_AT", "MEMBER_OF");
		assertThat(ONTOLOGY.endings("moved to")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			HAS_NAME,    STATE,      subject
			LIVES_IN,    STATE,      subject
			MARRIED_TO,  STATE,      subject
			REPORTS_TO,  STATE,      subject
			STATUS_IS,   STATE,      subject
			LIKES,       STATE,      taste
			DISLIKES,    STATE,      taste
			WORKS_AT,    STATE,      none
			BORN_ON,     CONSTANT,   subject
			MOTHER_IS,   CONSTANT,   subject
			VISITED,     OCCURRENCE, none
			MET,         OCCURRENCE, none
			BOUGHT,      OCCURRENCE, none
			""")
	void followsTheRulesOfTime(String name, TimeKind time, String slot) {
		Predicate predicate = ONTOLOGY.read(name).predicate();
		assertThat(predicate.time()).isEqualTo(time);
		assertThat(switch (predicate.slot()) {
			case Slot.OfSubject ofSubject -> "subject";
			case Slot.OfPair pair -> pair.group();
			case Slot.Open open -> "none";
		}).isEqualTo(slot);
	}

	@Test
	void coversEveryKindAndTellsFamiliesApart() {
		assertThat(ONTOLOGY.predicates()).extracting(Predicate::kind).contains(Predicate.Kind.values());
		assertThat(ONTOLOGY.family("programming language")).isEqualTo(ONTOLOGY.family("SOFTWARE"));
		assertThat(ONTOLOGY.family("Island")).isEqualTo(ONTOLOGY.family("place")).isPresent();
		assertThat(ONTOLOGY.family("island")).isNotEqualTo(ONTOLOGY.family("ProgrammingLanguage"));
		assertThat(ONTOLOGY.family("Wizard")).isEmpty();
	}

	private static void assertReads(String word, Predicate predicate, boolean swapped) {
		assertThat(ONTOLOGY.read(word)).as(word).isEqualTo(new Reading(predicate, predicate.name(), swapped));
	}

}
