package dev.loci.extract;

import java.util.Set;

import dev.loci.memory.Named;
import org.jspecify.annotations.Nullable;

/**
 * Finds names in a sentence: words with capital letters, or names that are known.
 */
final class Names {

	private static final int MOST_WORDS = 5;

	private static final Set<String> LINKS = Set.of("of", "van", "de", "der", "den", "von", "da", "di", "la", "del",
			"dos", "al", "bin", "&");

	/** They stand for a name, each in its own family. */
	private static final Set<String> KIN = Set.of("mom", "mum", "dad", "mommy", "daddy", "mummy", "grandma", "grandpa",
			"mother", "father", "boss");

	private final Sentence sentence;

	private final KnownNames known;

	/**
	 * A name and the place of the first word after it.
	 */
	record Name(Named named, int next) {
	}

	Names(Sentence sentence, KnownNames known) {
		this.sentence = sentence;
		this.known = known;
	}

	/** The name that begins at this place, if one does. */
	@Nullable Name at(int index) {
		int start = (this.sentence.at(index).is("the") && isName(index + 1)) ? index + 1 : index;
		Name capital = capital(start);
		return (capital != null) ? capital : known(index);
	}

	private @Nullable Name capital(int index) {
		if (!isName(index)) {
			return null;
		}
		int next = index + 1;
		while (next - index < MOST_WORDS && (isName(next) || isLink(next))) {
			next++;
		}
		if (this.sentence.at(next).isNumber() && this.sentence.at(next).text().length() < 4) {
			next++;
		}
		String written = this.sentence.written(index, next);
		boolean stop = written.indexOf('.') == written.length() - 1;
		String name = stop ? written.substring(0, written.length() - 1) : written;
		Named known = this.known.find(name);
		return new Name((known != null) ? known : Named.of(name, null), next);
	}

	private boolean isLink(int index) {
		return LINKS.contains(this.sentence.at(index).low()) && isName(index + 1);
	}

	/** Every sentence begins with a capital: that is no sign of a name. */
	private boolean isName(int index) {
		Token token = this.sentence.at(index);
		if (!token.isCapital() || !token.isOpen() || KIN.contains(token.low())) {
			return false;
		}
		return token.begin() > 0 || token.tag().contains("PROPN") || this.known.find(token.text()) != null
				|| this.sentence.at(index + 1).is("'s")
				|| (this.sentence.at(index + 1).isCapital() && this.sentence.at(index + 1).isOpen());
	}

	private @Nullable Name known(int index) {
		for (int length = 3; length > 0; length--) {
			Token last = this.sentence.at(index + length - 1);
			if (!last.isEnd() && last.time() == null && this.sentence.at(index).time() == null) {
				Named named = this.known.find(this.sentence.written(index, index + length));
				if (named != null) {
					return new Name(Named.of(this.sentence.written(index, index + length), named.type()),
							index + length);
				}
			}
		}
		return null;
	}

}
