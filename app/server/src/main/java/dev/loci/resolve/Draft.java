package dev.loci.resolve;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.loci.memory.Authority;
import dev.loci.memory.EntityId;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Fact.Visibility;
import dev.loci.memory.Fingerprint;
import dev.loci.memory.InvalidInput;
import dev.loci.memory.Moment;
import dev.loci.memory.Named;
import dev.loci.memory.Polarity;
import dev.loci.memory.Rank;
import dev.loci.memory.Reading;
import dev.loci.memory.Statement;
import dev.loci.memory.StatementId;
import dev.loci.memory.Text;
import dev.loci.memory.Told;
import dev.loci.resolve.Claimed.Meant;
import dev.loci.resolve.Claimed.Target;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a statement that is understood, and of those whom it means, one that can be
 * kept.
 *
 * @param now the moment of acceptance
 * @param places of the statements among all that were observed at one moment; none, if
 * these are all
 * @param episodes where statements of the request were said
 * @param precedents what was read there before, if it is read again
 */
record Draft(Instant now, List<Integer> places, Map<EpisodeId, Spoken> episodes, double minConfidence,
		Precedents precedents) {

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
		Reading reading = understood.reading();
		Meant meant = meant(understood, subject, object);
		if (reading.predicate().symmetric() && object != null && subject.id().equals(object.id())
				&& !mayBeToldApart(meant)) {
			throw new InvalidInput("object",
					"must be another one than the subject: " + reading.name() + " says nothing of one alone");
		}
		String agentId = agentId(source, spoken);
		String owner = owner(source, agentId);
		Place place = place(understood, subject, object);
		Instant observed = (source.observedAt() != null) ? source.observedAt()
				: (spoken != null) ? spoken.occurredAt() : this.now;
		Rank rank = new Rank(source.authority(), observed, place(position),
				Fingerprint.of(reading.name(), place.subject().id(), place.key(), understood.polarity(), owner,
						told.from(), told.to(), told.holdsAt(), told.wording().text()));
		double confidence = Objects.requireNonNullElse(told.wording().confidence(), 1.0);
		// Who corrects is not asked again.
		boolean doubtful = confidence < this.minConfidence && source.authority() != Authority.CORRECTION;
		Statement statement = accepted(understood, place, rank, doubtful);
		String text = (told.wording().text() != null) ? Text.checked("text", told.wording().text())
				: sentence(understood, place);
		boolean recognisable = source.observedAt() != null || source.episode() != null;
		return new Claimed(statement, place.paired(), place.mirror(), place.subject(), place.target(), meant,
				Mentions.of(told), reading.name().value(), reading.predicate().name().value(),
				Objects.requireNonNull(told.predicate()), reading.predicate().symmetric(), place.turned(), text,
				Objects.requireNonNullElse(told.wording().kind(), reading.predicate().kind()), confidence, owner,
				agentId, (source.sessionId() != null || spoken == null) ? source.sessionId() : spoken.sessionId(),
				told.wording().expiresAt(), told.wording().metadata(),
				(source.episode() != null) ? source.episode() : EpisodeId.next(), source.episode() == null,
				source.quote(), recognisable ? identity(understood, meant, rank, owner) : null);
	}

	/**
	 * What was read before two turned out to be one says something again, once that is
	 * taken back.
	 */
	private boolean mayBeToldApart(Meant meant) {
		return this.precedents.areThere() && !meant.subject().equals(meant.object());
	}

	/**
	 * By which it is recognised when it is sent again. Who is one with whom may change in
	 * between, and with it the place; whom the words mean does not.
	 */
	private static String identity(Understood understood, Meant meant, Rank rank, String owner) {
		Told told = understood.told();
		Object whom = (meant.object() != null)
				? understood.reading().turn(meant.subject(), meant.object(), Comparator.comparing(EntityId::value))
				: meant.subject();
		return Fingerprint.of(understood.reading().name(), whom,
				(understood.value() != null) ? new Target(null, understood.value()).key() : null, understood.polarity(),
				owner, told.from(), told.to(), told.holdsAt(), told.wording().text(), rank.authority(),
				rank.observedAt(), told.source().episode());
	}

	/** Where it belongs, if it means these. */
	Place place(Understood understood, Resident subject, @Nullable Resident object) {
		String owner = teller(understood).owner();
		Target target = (object != null) ? new Target(object.ref(owner), null)
				: (understood.value() != null) ? new Target(null, understood.value()) : null;
		return Place.of(understood.reading(), subject.ref(owner), target, owner);
	}

	/** Who tells it, and to whom. */
	Teller teller(Understood understood) {
		Told.Source source = understood.told().source();
		String agentId = agentId(source, spoken(source.episode()));
		return new Teller(owner(source, agentId), agentId);
	}

	private int place(int position) {
		return this.places.isEmpty() ? position : this.places.get(position);
	}

	private static @Nullable String agentId(Told.Source source, @Nullable Spoken spoken) {
		return (source.agentId() != null || spoken == null) ? source.agentId() : spoken.agentId();
	}

	private static String owner(Told.Source source, @Nullable String agentId) {
		return (source.visibility() == Visibility.AGENT && agentId != null) ? agentId : "";
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

	private static Meant meant(Understood understood, Resident subject, @Nullable Resident object) {
		Named about = understood.object();
		return new Meant(subject.meant(understood.subject()),
				(object != null && about != null) ? object.meant(about) : null);
	}

	private Statement accepted(Understood understood, Place place, Rank rank, boolean suggestion) {
		Told told = understood.told();
		boolean end = understood.polarity() == Polarity.END;
		// Whoever left in March began nothing in March: the only time that is told is
		// that of the end.
		Moment to = (end && told.to() == null) ? told.from() : told.to();
		Claim claim = new Claim(id(told, understood.polarity(), place, rank), place.slot(),
				understood.reading().predicate().time(), understood.polarity(), place.state(),
				(end && told.to() == null) ? null : told.from(), to, told.through(), told.holdsAt(), rank, suggestion);
		return switch (Acceptance.of(claim, this.now)) {
			case Acceptance.Accepted accepted -> accepted.statement();
			case Acceptance.Refused refused -> throw new InvalidInput("statement", refused.reason());
		};
	}

	private StatementId id(Told told, Polarity polarity, Place place, Rank rank) {
		EpisodeId episode = told.source().episode();
		return (episode != null) ? this.precedents.id(episode, polarity, place, rank) : StatementId.next();
	}

	private static String sentence(Understood understood, Place place) {
		Target target = place.target();
		String sentence = understood.reading()
			.text(place.subject().name(), (target != null) ? target.words() : "anything");
		return switch (understood.polarity()) {
			case ASSERT -> sentence;
			case END -> "No longer: " + sentence;
			case RETRACT -> "Not so: " + sentence;
		};
	}

}
