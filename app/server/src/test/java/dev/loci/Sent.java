package dev.loci;

import java.util.List;
import java.util.Random;

import tools.jackson.databind.json.JsonMapper;

/**
 * A request that may be sent again: a message by its id, a text by the key of its
 * request.
 *
 * @param word occurs in this request and in no other
 */
record Sent(String space, String word, String content, boolean isText) {

	static final List<String> SPACES = List.of("crash-a", "crash-b", "crash-c");

	private static final JsonMapper JSON = JsonMapper.shared();

	static Sent next(int number, Random random) {
		String space = SPACES.get(random.nextInt(SPACES.size()));
		String word = "zq%06dx".formatted(number);
		return switch (random.nextInt(20)) {
			case 0 -> new Sent(space, word, text(word, 70), true);
			case 1, 2, 3 -> new Sent(space, word, text(word, 4), true);
			default -> new Sent(space, word, word + " is what I said in message " + number + ".", false);
		};
	}

	/** Passages by the number: too many for the answer, so that the job embeds them. */
	private static String text(String word, int passages) {
		return word + " begins.\n\n" + "Rain fell on the harbour and nobody came. ".repeat(passages * 20);
	}

	static String wordOf(String content) {
		return content.substring(0, content.indexOf(' '));
	}

	Api.Answer to(Api api) {
		String content = JSON.writeValueAsString(this.content);
		String path = "/spaces/" + this.space + "/episodes";
		return this.isText ? api.post(path, "{\"text\": %s}".formatted(content), "Idempotency-Key", this.word)
				: api.post(path, """
						{"messages": [{"id": "%s", "role": "user", "content": %s}]}""".formatted(this.word, content));
	}

}
