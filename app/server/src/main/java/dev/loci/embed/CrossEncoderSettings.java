package dev.loci.embed;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The cross-encoder that may look at what was recalled once more.
 *
 * @param model an ONNX file: tokens of a question and a text in, a number out
 * @param tokenizer its {@code tokenizer.json}
 * @param maxTokens of a question and a text together; what is longer is cut
 */
@ConfigurationProperties("loci.cross-encoder")
record CrossEncoderSettings(@Nullable Path model, @Nullable Path tokenizer, @DefaultValue("512") int maxTokens) {
}
