package dev.loci.recall;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AskedEventTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Where did Ana live before she moved to Berlin?       | before begins [] [berlin]
			What did Bob do after Ana joined Acme?               | after begins [ana] [acme]
			What has changed since he got married?               | since begins [] []
			Whom did I meet while I lived in Paris?              | during holds [] [paris]
			Which books did she read when she worked at Acme?    | during holds [] [acme]
			What did Ana Lopez own before moving to Berlin?      | before begins [] [berlin]
			Where was she until she left Acme Labs, by the way?  | until ends [] [acme, labs]
			What did she say before her sister Eva moved away?   | before ends [sister, eva] []
			When did Ana move to Berlin?                         |
			When Ana moved to Berlin, what did she sell?         |
			What happened after the concert?                     |
			What did she eat before lunch?                       |
			Who left before?                                     |
			What comes after work?                               |
			""")
	void isReadOutOfAQuestion(String question, @Nullable String expected) {
		Optional<AskedEvent> event = AskedEvent.in(question);

		assertThat(
				event.map((each) -> each.when() + " " + each.happening().turn() + " " + each.who() + " " + each.what()))
			.isEqualTo(Optional.ofNullable(expected));
	}

}
