package dev.loci.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.Span;

/**
 * What OpenNLP knows of English. It is loaded in the background, once.
 */
final class EnglishModels {

	private final CompletableFuture<SentenceModel> sentences = loading(
			() -> new SentenceModel(file("opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin")));

	private final CompletableFuture<TokenizerModel> tokens = loading(
			() -> new TokenizerModel(file("opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin")));

	private final CompletableFuture<POSModel> partsOfSpeech = loading(
			() -> new POSModel(file("opennlp-en-ud-ewt-pos-1.3-2.5.4.bin")));

	private interface Loading<T> {

		T load() throws IOException;

	}

	/**
	 * Reads one text. The models may be shared between threads, their users may not, and
	 * cost next to nothing.
	 */
	Tagger tagger() {
		return new Tagger(new SentenceDetectorME(this.sentences.join()), new TokenizerME(this.tokens.join()),
				new POSTaggerME(this.partsOfSpeech.join()));
	}

	private static <T> CompletableFuture<T> loading(Loading<T> model) {
		return CompletableFuture.supplyAsync(() -> {
			try {
				return model.load();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	private static InputStream file(String name) throws IOException {
		InputStream file = EnglishModels.class.getResourceAsStream("/" + name);
		if (file == null) {
			throw new IOException(name + " is missing in the class path");
		}
		return file;
	}

	/** Cuts a text into sentences and words, and says what part of speech they are. */
	record Tagger(SentenceDetectorME sentences, TokenizerME tokens, POSTaggerME partsOfSpeech) {

		Span[] sentences(String text) {
			return this.sentences.sentPosDetect(text);
		}

		/** Before a full stop it may cut a word in two ("week", "days"). */
		Span[] words(String sentence) {
			List<Span> words = new ArrayList<>();
			for (Span next : this.tokens.tokenizePos(sentence)) {
				boolean one = !words.isEmpty() && words.getLast().getEnd() == next.getStart()
						&& isOfLetters(sentence, words.getLast()) && isOfLetters(sentence, next);
				words.add(one ? new Span(words.removeLast().getStart(), next.getEnd()) : next);
			}
			return words.toArray(Span[]::new);
		}

		private static boolean isOfLetters(String sentence, Span word) {
			return word.getCoveredText(sentence).codePoints().allMatch(Character::isLetter);
		}

		String[] partsOfSpeech(String[] words) {
			return this.partsOfSpeech.tag(words);
		}

	}

}
