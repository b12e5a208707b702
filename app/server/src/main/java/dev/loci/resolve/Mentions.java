package dev.loci.resolve;

import java.util.Objects;

import dev.loci.graph.Parameters;
import dev.loci.memory.EntityId;
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
		return new Mentions(node.get("subjectMention").asString(""), node.get("objectMention").asString(null));
	}

	Parameters describe(Parameters properties) {
		return properties.and("subjectMention", this.subject).and("objectMention", this.object);
	}

	/**
	 * Equal for all that name one thing in the same way. A name stands in a line of its
	 * own: neither it nor an id has more than one.
	 */
	private static @Nullable String mention(@Nullable Named named) {
		if (named == null) {
			return null;
		}
		String name = (named.name() != null) ? NameKey.of(named.name()).value() : null;
		String id = (named.id() != null) ? id(named.id())
				: (named.externalId() != null) ? "as " + named.externalId().replace('\n', ' ') : null;
		return (id == null) ? name : (name == null) ? id : id + "\n" + name;
	}

	/** One that names by an id. */
	static String id(EntityId id) {
		return "id " + id;
	}

}
