package dev.loci.resolve;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import dev.loci.memory.EpisodeId;
import dev.loci.memory.Fact.Visibility;
import dev.loci.memory.Fingerprint;
import dev.loci.memory.InvalidInput;
import dev.loci.memory.Moment;
import dev.loci.memory.Polarity;
import dev.loci.memory.Rank;
import dev.loci.memory.Reading;
import dev.loci.memory.Statement;
import dev.loci.memory.StatementId;
import dev.loci.memory.Text;
import dev.loci.resolve.Claimed.Target;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a statement that is understood, and of those whom it means, one that can be
 * kept.
 *
 * @param now the moment of acceptance
 * @param episodes where statements of the request were said
 */
record Draft(Instant now, Map<EpisodeId, Spoken> episodes, double minConfidence) {

	/**
	 * An episode that a statement comes from.
	 */
	record Spoken(Instant occurredAt, @Nullable String agentId, @Nullable String sessionId) {
	}

	/**
	 * Makes a statement.
	 * @param position the place in the request
	 * @throws InvalidInput if it cannot be true
	 */
	Claimed of(Understood understood, Resident subject, @Nullable Resident object, int position) {
		Told told = understood.told();
		Told.Source source = told.source();
		Spoken spoken = spoken(source.episode());
		Target target = (object != null) ? new Target(object.ref(), null)
				: (understood.value() != null) ? new Target(null, understood.value()) : null;
		Reading reading = understood.reading();
		boolean turned = object != null && isTurned(reading, subject, object);
		Resident first = turned ? Objects.requireNonNull(object) : subject;
		Target second = turned ? new Target(subject.ref(), null) : target;
		String key = (second != null) ? second.key() : "";
		String agentId = (source.agentId() != null || spoken == null) ? source.agentId() : spoken.agentId();
		String owner = (source.visibility() == Visibility.AGENT && agentId != null) ? agentId : "";
		Instant observed = (source.observedAt() != null) ? source.observedAt()
				: (spoken != null) ? spoken.occurredAt() : this.now;
		Rank rank = new Rank(source.authority(), observed, position, Fingerprint.of(reading.name(), first.id, key,
				understood.polarity(), owner, told.from(), told.to(), told.holdsAt(), told.wording().text()));
		double confidence = Objects.requireNonNullElse(told.wording().confidence(), 1.0);
		Statement statement = accepted(understood, first, key, owner, rank, confidence < this.minConfidence);
		String text = (told.wording().text() != null) ? Text.checked("text", told.wording().text())
				: sentence(understood, first, second);
		boolean recognisable = source.observedAt() != null || source.episode() != null;
		boolean paired = Slots.isPaired(reading);
		String mirror = (paired && second != null && second.object() != null)
				? Slots.key(reading, second.object().id(), "", owner) : null;
		return new Claimed(statement, paired, mirror, first.ref(), second, reading.name().value(),
				reading.predicate().name().value(), Objects.requireNonNull(told.predicate()), turned, text,
				Objects.requireNonNullElse(told.wording().kind(), reading.predicate().kind()), confidence, owner,
				agentId, (source.sessionId() != null || spoken == null) ? source.sessionId() : spoken.sessionId(),
				told.wording().expiresAt(), told.wording().metadata(),
				(source.episode() != null) ? source.episode() : EpisodeId.next(), source.episode() == null,
				source.quote(),
				recognisable ? Fingerprint.of(rank.hash(), source.authority(), observed, source.episode()) : null);
	}

	private @Nullable Spoken spoken(@Nullable EpisodeId episode) {
		if (episode == null) {
			return null;
		}
		Spoken spoken = this.episodes.get(episode);
		if (spoken == null) {
			throw new InvalidInput("episodeId", "names no episode of this space: " + episode);
		}
		return spoken;
	}

	private static boolean isTurned(Reading reading, Resident subject, Resident object) {
		Reading.Ends<Resident> ends = reading.turn(subject, object, Resident.BY_AGE);
		if (reading.predicate().symmetric() && subject == object) {
			throw new InvalidInput("object",
					"must be another one than the subject: " + reading.name() + " says nothing of one alone");
		}
		return ends.subject() == object && subject != object;
	}

	private Statement accepted(Understood understood, Resident first, String target, String owner, Rank rank,
			boolean suggestion) {
		Told told = understood.told();
		boolean end = understood.polarity() == Polarity.END;
		// Whoever left in March began nothing in March: the only time that is told is
		// that of the end.
		Moment to = (end && told.to() == null) ? told.from() : told.to();
		Claim claim = new Claim(StatementId.next(), Slots.key(understood.reading(), first.id, target, owner),
				understood.reading().predicate().time(), understood.polarity(),
				Slots.state(understood.reading(), target), end ? null : told.from(), to, told.through(), told.holdsAt(),
				rank, suggestion);
		return switch (Acceptance.of(claim, this.now)) {
			case Acceptance.Accepted accepted -> accepted.statement();
			case Acceptance.Refused refused -> throw new InvalidInput("statement", refused.reason());
		};
	}

	private static String sentence(Understood understood, Resident subject, @Nullable Target target) {
		String sentence = understood.reading().text(subject.name, (target != null) ? target.words() : "anything");
		return switch (understood.polarity()) {
			case ASSERT -> sentence;
			case END -> "No longer: " + sentence;
			case RETRACT -> "Not so: " + sentence;
		};
	}

}
