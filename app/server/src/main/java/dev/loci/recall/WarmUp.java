package dev.loci.recall;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.loci.embed.Embedder;
import dev.loci.graph.View;
import dev.loci.memory.EmbedderAway;
import dev.loci.memory.EntityId;
import dev.loci.memory.Metadata;
import dev.loci.memory.Scope;
import dev.loci.memory.StoreUnavailable;
import dev.loci.memory.TookTooLong;
import dev.loci.recall.Recalled.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The first run of a query is planned, which takes longer than the query: nobody should
 * wait for that.
 */
@Component
class WarmUp {

	private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

	/** Whoever limits the memories asks in other words. */
	private static final Question.Filters OF_AN_AGENT = new Question.Filters(Set.of(), Set.of(), List.of(), List.of(),
			"none", null, null, null, Metadata.NONE);

	private final Embedder embedder;

	private final Linked linked;

	private final Answering answering;

	private final Ahead ahead;

	private final boolean wanted;

	WarmUp(Embedder embedder, Linked linked, Answering answering, Ahead ahead, RecallSettings settings) {
		this.embedder = embedder;
		this.linked = linked;
		this.answering = answering;
		this.ahead = ahead;
		this.wanted = settings.warmUp();
	}

	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		if (!this.wanted) {
			return;
		}
		this.ahead.execute(() -> {
			try {
				askAnything(Question.Filters.NONE);
				askAnything(OF_AN_AGENT);
			}
			catch (StoreUnavailable | TookTooLong | EmbedderAway ex) {
				log.debug("Not all is there yet, so the first question will wait a little", ex);
			}
		});
	}

	/** Of a space that is not there. */
	private void askAnything(Question.Filters filters) {
		Cues cues = Cues.of("anything in 2020", Instant.now());
		this.linked.by(new Scope("none", "none"), cues, AsOf.NOW);
		Question anything = new Question("anything", 1, EnumSet.allOf(Kind.class), filters, AsOf.NOW, false,
				Question.Order.USUAL, false, null);
		Sight nothing = Sight.of(new View("none0", "none0", Instant.now(), new View.Version(Instant.now(), 0), 0),
				AsOf.NOW);
		this.answering.of(new Asked(anything, nothing, cues, this.embedder.question(anything.query()), true,
				List.of(new Linked.Link(EntityId.next(), "anything", null, 1, Use.NONE)), null, null));
	}

}
