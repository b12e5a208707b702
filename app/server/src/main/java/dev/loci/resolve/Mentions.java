package dev.loci.resolve;

import java.util.Objects;

import dev.loci.graph.Parameters;
import dev.loci.memory.NameKey;
import dev.loci.memory.Named;
import dev.loci.memory.Told;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * How a statement names its ends, before anybody decides whom that means. By this it is
 * known what was decided, when its episode is read anew.
 */
record Mentions(String subject, @Nullable String object) {

	static Mentions of(Told told) {
		return new Mentions(Objects.requireNonNull(mention(told.subject())), mention(told.object()));
	}

	static Mentions of(Value node) {
		return new Mentions(node.get("subjectMention").asString(), node.get("objectMention").asString(null));
	}

	Parameters describe(Parameters properties) {
		return properties.and("subjectMention", this.subject).and("objectMention", this.object);
	}

	/** Equal for all that name one thing in the same way. */
	private static @Nullable String mention(@Nullable Named named) {
		if (named == null) {
			return null;
		}
		if (named.id() != null) {
			return "id " + named.id();
		}
		return (named.externalId() != null) ? "as " + named.externalId()
				: name(NameKey.of(Objects.requireNonNull(named.name())));
	}

	/** One that names by a name. */
	static String name(NameKey key) {
		return key.value();
	}

}
