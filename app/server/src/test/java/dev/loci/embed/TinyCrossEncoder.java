package dev.loci.embed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A cross-encoder that is small enough to be written by hand: it likes a text for the
 * word that it likes best. In bytes it is an ONNX file like any other.
 */
public final class TinyCrossEncoder {

	/** Likes "berlin" much, "tea" a little, and all other words not at all. */
	private static final float[] WORDS = { -4, 4, 1 };

	/** A word that is not in its table: there it fails, as a broken file does. */
	public static final String POISON = "poison";

	private static final String TOKENIZER = """
			{"version": "1.0", "truncation": null, "padding": null, "added_tokens": [], "decoder": null,
			 "normalizer": {"type": "Lowercase"}, "pre_tokenizer": {"type": "Whitespace"},
			 "post_processor": {"type": "TemplateProcessing", "special_tokens": {},
			   "single": [{"Sequence": {"id": "A", "type_id": 0}}],
			   "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}}]},
			 "model": {"type": "WordLevel", "unk_token": "other", "vocab": {"other": 0, "berlin": 1, "tea": 2, "poison": 9}}}
			""";

	private static final int INT64 = 7;

	private static final int FLOAT = 1;

	private TinyCrossEncoder() {
	}

	/** Writes both files, and returns the settings that name them. */
	public static String[] in(Path folder) throws IOException {
		return new String[] { "loci.cross-encoder.model=" + model(folder),
				"loci.cross-encoder.tokenizer=" + tokenizer(folder) };
	}

	static Path tokenizer(Path folder) throws IOException {
		return Files.writeString(folder.resolve("tokenizer.json"), TOKENIZER);
	}

	/** The fields are numbered as in onnx.proto. */
	static Path model(Path folder) throws IOException {
		ByteBuffer words = ByteBuffer.allocate(4 * WORDS.length).order(ByteOrder.LITTLE_ENDIAN);
		for (float word : WORDS) {
			words.putFloat(word);
		}
		Message table = new Message().number(1, WORDS.length).number(2, FLOAT).text(8, "table").bytes(9, words.array());
		Message look = new Message().text(1, "table").text(1, "input_ids").text(2, "liked").text(4, "Gather");
		Message axes = new Message().text(1, "axes").number(8, 1).number(20, INT64);
		Message best = new Message().text(1, "liked").text(2, "logits").text(4, "ReduceMax").message(5, axes);
		Message graph = new Message().message(1, look)
			.message(1, best)
			.text(2, "tiny")
			.message(5, table)
			.message(11, value("input_ids", INT64, "length"))
			.message(12, value("logits", FLOAT, "one"));
		Message opset = new Message().text(1, "").number(2, 13);
		return Files.write(folder.resolve("model.onnx"),
				new Message().number(1, 8).message(7, graph).message(8, opset).bytes());
	}

	/** One that gives the tokens back instead of a number for each text. */
	static Path wordless(Path folder) throws IOException {
		Message graph = new Message()
			.message(1, new Message().text(1, "input_ids").text(2, "logits").text(4, "Identity"))
			.text(2, "wordless")
			.message(11, value("input_ids", INT64, "length"))
			.message(12, value("logits", INT64, "length"));
		Message opset = new Message().text(1, "").number(2, 13);
		return Files.write(folder.resolve("wordless.onnx"),
				new Message().number(1, 8).message(7, graph).message(8, opset).bytes());
	}

	private static Message value(String name, int type, String width) {
		Message shape = new Message().message(1, new Message().text(2, "batch"))
			.message(1, new Message().text(2, width));
		Message tensor = new Message().number(1, type).message(2, shape);
		return new Message().text(1, name).message(2, new Message().message(1, tensor));
	}

	/** A message of protocol buffers. */
	private static final class Message {

		private static final int VARINT = 0;

		private static final int LENGTH = 2;

		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

		Message number(int field, long value) {
			varint((long) field << 3 | VARINT);
			varint(value);
			return this;
		}

		Message text(int field, String text) {
			return bytes(field, text.getBytes(StandardCharsets.UTF_8));
		}

		Message message(int field, Message message) {
			return bytes(field, message.bytes());
		}

		Message bytes(int field, byte[] content) {
			varint((long) field << 3 | LENGTH);
			varint(content.length);
			this.bytes.writeBytes(content);
			return this;
		}

		private void varint(long value) {
			long rest = value;
			while (rest > 0x7F) {
				this.bytes.write((int) ((rest & 0x7F) | 0x80));
				rest >>>= 7;
			}
			this.bytes.write((int) rest);
		}

		byte[] bytes() {
			return this.bytes.toByteArray();
		}

	}

}
