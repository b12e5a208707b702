package dev.loci.extract;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import dev.loci.memory.Authority;
import dev.loci.memory.Entity;
import dev.loci.memory.EntityId;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Fact.Visibility;
import dev.loci.memory.Named;
import dev.loci.memory.Ontology;
import dev.loci.memory.Told;
import dev.loci.resolve.Ontologies;
import org.jspecify.annotations.Nullable;

/**
 * Messages of one session, as they are given to an extractor.
 */
final class ModelConversation {

	static final OffsetDateTime SAID_AT = OffsetDateTime.parse("2024-05-17T10:30:00+02:00");

	static final Named SELF = Named.of(EntityId.next());

	private static final Ontology ONTOLOGY = Ontologies.standard();

	private final List<Utterance> utterances = new ArrayList<>();

	private final List<Entity> known = new ArrayList<>();

	/** Something that the user says, who may claim. */
	ModelConversation user(String content) {
		return add("user", SELF, content, true, Authority.USER);
	}

	/** Something that the assistant says, which is only context. */
	ModelConversation assistant(String content) {
		return add("assistant", null, content, false, Authority.AGENT);
	}

	ModelConversation add(@Nullable String role, @Nullable Named speaker, String content, boolean claims,
			Authority authority) {
		this.utterances.add(new Utterance(role, speaker, content, SAID_AT.plusMinutes(this.utterances.size()), claims,
				new Told.Source(authority, null, "s1", Visibility.SPACE, null, EpisodeId.next(), null, null)));
		return this;
	}

	/** Somebody whom the space knows already. */
	ModelConversation knows(String name, String type, String... aliases) {
		this.known.add(new Entity(EntityId.next(), "demo", name, type, List.of(aliases), null, Instant.EPOCH, null));
		return this;
	}

	Entity known(int index) {
		return this.known.get(index);
	}

	Utterance utterance(int index) {
		return this.utterances.get(index);
	}

	Excerpt excerpt() {
		return new Excerpt(ONTOLOGY, this.utterances, this.known);
	}

}
