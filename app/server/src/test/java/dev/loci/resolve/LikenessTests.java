package dev.loci.resolve;

import java.time.Duration;
import java.util.Optional;

import dev.loci.memory.NameKey;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class LikenessTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Zoë                 | Zoe                             | WRITING
			Jean-Luc Picard     | Jean Luc Picard                 | WRITING
			Data Base           | Database                        | WRITING
			O'Brien             | OBrien                          | WRITING
			The Beatles         | Beatles                         | WRITING
			U.S.A.              | USA                             | WRITING
			Chen, Alice         | Alice Chen                      | ORDER
			Jon Smith           | John Smith                      | SPELLING
			Sara                | Sarah                           | SPELLING
			Alice Johnson       | Alice Jonhson                   | SPELLING
			Elisabeth Mayer     | Elizabeth Meyer                 | SPELLING
			Александра          | Алексанра                       | SPELLING
			Jonathon Smith 3    | Jonathan Smith 3                | SPELLING
			J. Smith            | John Smith                      | INITIALS
			J. R. Smith         | John Ronald Smith               | INITIALS
			John F. Kennedy     | J. Fitzgerald Kennedy           | INITIALS
			Alice               | Alice Chen                      | PART
			Chen                | Alice Chen                      | PART
			John Kennedy        | John Fitzgerald Kennedy         | PART
			IBM                 | International Business Machines | ACRONYM
			I.B.M.              | International Business Machines | ACRONYM
			MIT                 | Massachusetts Institute of Technology | ACRONYM
			USA                 | United States of America        | ACRONYM
			""")
	void seesWhatMayBeOneThing(String one, String other, Likeness.Reason reason) {
		assertThat(between(one, other)).hasValueSatisfying((like) -> {
			assertThat(like.reason()).isEqualTo(reason);
			assertThat(like.score()).isBetween(0.5, 0.99);
		});
		assertThat(between(other, one)).isEqualTo(between(one, other));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Release 1.2.10    | Release 1.2.11
			Release 1.2       | Release 1.2.1
			Acme 2023         | Acme 2024
			Acme              | Acme 2023
			iPhone 15         | iPhone 15 Pro
			GPT-4             | GPT-4o
			iPhone 15         | 15
			v1.2              | 1.2
			Windows 7         | Windows 10
			World War I       | World War II
			Henry IV          | Henry VI
			第一中学          | 第二中学
			第一中学校法人会   | 第二中学校法人会
			١٢٣ شارع          | ١٢٤ شارع
			Plan A            | Plan B
			Vitamin C         | Vitamin D
			C                 | C++
			C#                | C++
			Jan               | Jon
			Al                | Ali
			Lisbeth Meyer Jonson | Lizbeth Mayer Johnson
			Tim Cook          | Tom Cook
			Iran              | Iraq
			Austria           | Australia
			North Korea       | South Korea
			Alice Chen        | Bob Chen
			J. Smith          | J. Brown
			Alice             | Bob
			東京              | 京都
			A                 | Alice Chen
			Acme              | Acme
			""")
	void seesNothingInNamesOfDifferentThings(String one, String other) {
		assertThat(between(one, other)).isEmpty();
		assertThat(between(other, one)).isEmpty();
	}

	@Property(seed = "2026")
	void neverJoinsNamesThatDifferInADigit(@ForAll("words") String words, @ForAll @IntRange(max = 9999) int one,
			@ForAll @IntRange(max = 9999) int other, @ForAll("joints") String joint) {
		NameKey first = NameKey.of(words + joint + one);
		NameKey second = NameKey.of(words + joint + other);
		assertThat(Likeness.between(first, second)).isEmpty();
		assertThat(Likeness.between(first, NameKey.of(words))).isEmpty();
	}

	@Property(seed = "2026")
	void isTheSameFromBothSidesAndNeverCertain(@ForAll("words") String one, @ForAll("words") String other) {
		assertThat(between(one, other)).isEqualTo(between(other, one));
		assertThat(between(one, other).stream()).allMatch((like) -> like.score() > 0 && like.score() < 1);
	}

	@Test
	void takesLittleTimeForLongNames() {
		String words = "ab ".repeat(166);
		assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
			for (int i = 0; i < 20; i++) {
				between("x".repeat(499), "x".repeat(498) + "y");
				between("a ".repeat(249), "a ".repeat(248) + "b");
				between(words, words + "c");
			}
		});
	}

	@Provide
	Arbitrary<String> words() {
		return Arbitraries.of("a", "j", "john", "jon", "smith", "smyth", "alice", "release", "v", "i", "ii", "of", "東京")
			.list()
			.ofMinSize(1)
			.ofMaxSize(4)
			.map((words) -> String.join(" ", words));
	}

	@Provide
	Arbitrary<String> joints() {
		return Arbitraries.of(" ", "", "-", " v", " 1.", ".");
	}

	private static Optional<Likeness> between(String one, String other) {
		return Likeness.between(NameKey.of(one), NameKey.of(other));
	}

}
