package dev.loci.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A text that a model is given. They are files since they are half of what extraction
 * does, and many of their readers know no Java.
 */
final class PromptFile {

	private PromptFile() {
	}

	/** Reads a file: one that is missing stops the start. */
	static String named(String name) {
		String path = "/extract/" + name;
		try (InputStream file = PromptFile.class.getResourceAsStream(path)) {
			if (file == null) {
				throw new IllegalStateException(path + " is missing in the class path");
			}
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException(path + " cannot be read", ex);
		}
	}

}
