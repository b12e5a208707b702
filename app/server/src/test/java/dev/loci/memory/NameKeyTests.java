package dev.loci.memory;

import java.text.Normalizer;
import java.util.Locale;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NameKeyTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ACME Corp.           | Acme Corp
			ACME Corp.           | acme
			ＡＣＭＥ             | Acme
			東京                 | 東京
			STRASSE              | Straße
			STRAẞE               | straße
			ΝΙΚΟΣ                | νικος
			İstanbul             | ISTANBUL
			i̇̇                  | I
			Iğdır                | IĞDIR
			DİYARBAKIR           | diyarbakır
			Москва               | МОСКВА
			O’Brien              | O'Brien
			Jean‑Luc             | Jean-Luc
			  New    York        | New York
			St. Louis            | St Louis
			"Acme"               | Acme
			«Ромашка»            | ромашка
			Yahoo!               | Yahoo
			می‌خواهم              | میخواهم
			① Main Street        | 1 Main Street
			""", quoteCharacter = '`')
	void isEqualForWritingsOfOneName(String one, String other) {
		assertThat(NameKey.of(one)).isEqualTo(NameKey.of(other));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Zoë           | Zoe
			C             | C++
			C             | C#
			NET           | .NET
			Release 1.2.10 | Release 1.2.11
			Acme 2023     | Acme 2024
			Ana Sa        | Ana
			Day Spa       | Day
			東京          | 京都
			A-            | A+
			A-            | A
			""")
	void differsForDifferentNames(String one, String other) {
		assertThat(NameKey.of(one)).isNotEqualTo(NameKey.of(other));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Siemens GmbH               | siemens
			Foo GmbH & Co. KG          | foo
			Tiffany & Co.              | tiffany
			Acme, Inc.                 | acme
			Acme Pty Ltd               | acme
			Nestlé S.A.                | nestlé
			Ferrero S.p.A.             | ferrero
			株式会社アクメ             | アクメ
			アクメ株式会社             | アクメ
			㈱アクメ                   | アクメ
			北京字节跳动科技有限公司   | 北京字节跳动科技
			주식회사 카카오            | 카카오
			ООО «Ромашка»              | ромашка
			Inc                        | inc
			Inc. Ltd.                  | inc
			The Limited                | the limited
			株式会社                   | 株式会社
			Incorporated Smith         | incorporated smith
			""")
	void leavesOutTheFormOfACompanyButNeverTheName(String name, String key) {
		assertThat(NameKey.of(name).value()).isEqualTo(key);
	}

	@Test
	void tellsFlagsApartByWhatOnlyTheyShow() {
		String flag = Character.toString(0x1F3F4);
		String england = flag + tags("gbeng");

		assertThat(NameKey.of(england)).isNotEqualTo(NameKey.of(flag + tags("gbsct"))).isNotEqualTo(NameKey.of(flag));
		assertThat(NameKey.of("Ann" + tags("gbeng"))).isEqualTo(NameKey.of("Ann"));
	}

	private static String tags(String letters) {
		StringBuilder tags = new StringBuilder();
		letters.chars().forEach((letter) -> tags.appendCodePoint(0xE0000 + letter));
		return tags.appendCodePoint(0xE007F).toString();
	}

	@Test
	void isTheSameForComposedAndDecomposedLetters() {
		String name = "Zoë Ångström";
		assertThat(NameKey.of(Normalizer.normalize(name, Normalizer.Form.NFD)))
			.isEqualTo(NameKey.of(Normalizer.normalize(name, Normalizer.Form.NFC)))
			.isEqualTo(new NameKey("zoë ångström"));
	}

	@Test
	void doesNotDependOnTheLocaleOfTheMachine() {
		Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.forLanguageTag("tr"));
			assertThat(NameKey.of("TITANIC").value()).isEqualTo("titanic");
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "!!!", "🍕", "???", "...", "- -" })
	void keepsANameOfSignsOnly(String name) {
		assertThat(NameKey.of(name).value()).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "   ", "\u200B", "\n\t", "a\u0000b", "\uD83C" })
	void refusesWhatIsNoName(String name) {
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> NameKey.of(name))
			.satisfies((ex) -> assertThat(ex.field()).isEqualTo("name"));
	}

	@Test
	void refusesNamesThatAreTooLong() {
		assertThat(NameKey.of("x".repeat(500)).value()).hasSize(500);
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> NameKey.of("x".repeat(501)));
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> NameKey.of("\uFDFA".repeat(400)));
	}

	@Property(tries = 2000, seed = "2026")
	void isItsOwnKey(@ForAll("names") String name) {
		NameKey key = NameKey.of(name);
		assertThat(NameKey.of(key.value())).isEqualTo(key);
	}

	@Property(tries = 2000, seed = "2026")
	void isNeverEmpty(@ForAll("names") String name) {
		assertThat(NameKey.of(name).value()).isNotBlank();
	}

	@Property(tries = 2000, seed = "2026")
	void isEqualForAllNormalForms(@ForAll("names") String name) {
		NameKey key = NameKey.of(name);
		for (Normalizer.Form form : Normalizer.Form.values()) {
			assertThat(NameKey.of(Normalizer.normalize(name, form))).isEqualTo(key);
		}
	}

	@Property(tries = 2000, seed = "2026")
	void isEqualForLargeAndSmallLetters(@ForAll("names") String written) {
		// composed first: String would tear an accent from a letter that falls apart when
		// it grows
		String name = Normalizer.normalize(written, Normalizer.Form.NFC);
		assertThat(NameKey.of(name.toUpperCase(Locale.ROOT))).isEqualTo(NameKey.of(name));
		assertThat(NameKey.of(name.toLowerCase(Locale.ROOT))).isEqualTo(NameKey.of(name));
	}

	/** Letters of every script beside the signs that the rules are about. */
	@Provide
	Arbitrary<String> names() {
		Arbitrary<String> letter = Arbitraries.integers()
			.between('0', 0x1FFFF)
			.filter(Character::isLetterOrDigit)
			.map(Character::toString);
		Arbitrary<String> rule = Arbitraries.of(" ", ".", ",", "-", "'", "’", "\"", "(", ")", "&", "#", "+", "!",
				"\u0301", "\u0307", "\u200D", " Inc.", " Co", " GmbH", " S.A.", "株式会社", "(株)", "ООО ", "ß", "ẞ", "ı",
				"İ", "I", "ς", "the ", "2023", "1.2");
		return Arbitraries.frequencyOf(Tuple.of(1, letter), Tuple.of(2, rule))
			.list()
			.ofMaxSize(12)
			.map((parts) -> String.join("", parts))
			.filter((name) -> name.codePoints().anyMatch(Character::isLetterOrDigit));
	}

}
