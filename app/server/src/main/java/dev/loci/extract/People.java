package dev.loci.extract;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.loci.memory.Named;
import org.jspecify.annotations.Nullable;

/**
 * Who was spoken of in this sentence and in the one before it: "she" means the only one
 * that it can mean, or nobody.
 */
final class People {

	private Map<String, Named> before = new LinkedHashMap<>();

	private Map<String, Named> now = new LinkedHashMap<>();

	private boolean blurred;

	void named(Named named) {
		if (named.name() != null) {
			this.now.put(named.name(), named);
		}
	}

	/** Somebody else may have been meant, too. */
	void blur() {
		this.blurred = true;
	}

	void nextSentence() {
		this.before = this.blurred ? new LinkedHashMap<>() : this.now;
		this.now = new LinkedHashMap<>();
		this.blurred = false;
	}

	@Nullable Named last() {
		Map<String, Named> meant = this.now.isEmpty() ? this.before : this.now;
		return (meant.size() == 1 && !this.blurred) ? meant.values().iterator().next() : null;
	}

}
