package dev.loci.resolve;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.loci.memory.EntityId;
import dev.loci.memory.Family;
import dev.loci.memory.Ontology;

/**
 * Decides by names and types which entity a mention means.
 * <p>
 * Only an equal name joins. What has no type is joined to the only thing of its name;
 * what has one to the only thing of its family, or else to one without a type.
 */
record Identity(Ontology ontology) {

	private static final int MOST_SUGGESTIONS = 5;

	private static final Comparator<EntityId> BY_AGE = Comparator.comparing(EntityId::value);

	Decision decide(Mention mention, Collection<Candidate> candidates) {
		List<Candidate> named = candidates.stream().filter((each) -> each.names().contains(mention.name())).toList();
		List<Candidate> meant = meant(mention, named);
		return switch (meant.size()) {
			case 0 -> doubts(mention, candidates);
			case 1 -> new Decision.Same(meant.getFirst().id());
			default -> new Decision.Ambiguous(meant.stream().map(Candidate::id).sorted(BY_AGE).toList());
		};
	}

	private List<Candidate> meant(Mention mention, List<Candidate> named) {
		if (mention.type() == null) {
			return named;
		}
		List<Candidate> family = named.stream().filter((each) -> kinship(mention, each) == Kinship.FAMILY).toList();
		return family.isEmpty() ? named.stream().filter((each) -> each.type() == null).toList() : family;
	}

	private Decision doubts(Mention mention, Collection<Candidate> candidates) {
		List<Decision.Suggestion> suggestions = candidates.stream()
			.flatMap((candidate) -> doubt(mention, candidate).stream())
			.sorted(Comparator.comparingDouble(Decision.Suggestion::score)
				.reversed()
				.thenComparing(Decision.Suggestion::entity, BY_AGE))
			.limit(MOST_SUGGESTIONS)
			.toList();
		return suggestions.isEmpty() ? new Decision.New() : new Decision.Doubtful(suggestions);
	}

	private Optional<Decision.Suggestion> doubt(Mention mention, Candidate candidate) {
		Optional<Likeness> likeness = switch (kinship(mention, candidate)) {
			case FAMILY -> likeness(mention, candidate).or(() -> closeness(mention, candidate));
			case UNTYPED -> likeness(mention, candidate);
			case UNKNOWN -> candidate.names().contains(mention.name())
					? Optional.of(new Likeness(0.85, Likeness.Reason.NAME)) : Optional.empty();
			case OTHER -> Optional.empty();
		};
		return likeness.map((like) -> new Decision.Suggestion(candidate.id(), like.score(), like.reason()));
	}

	private static Optional<Likeness> likeness(Mention mention, Candidate candidate) {
		return candidate.names()
			.stream()
			.flatMap((name) -> Likeness.between(mention.name(), name).stream())
			.max(Comparator.comparingDouble(Likeness::score).thenComparing(Likeness::reason));
	}

	/**
	 * Only among things of one family: what is near in meaning is so for many reasons.
	 */
	private static Optional<Likeness> closeness(Mention mention, Candidate candidate) {
		return candidate.names()
			.stream()
			.map((name) -> Likeness.close(mention.name(), name, candidate.closeness()))
			.reduce((one, other) -> one.isPresent() ? other : one)
			.flatMap((like) -> like);
	}

	private Kinship kinship(Mention mention, Candidate candidate) {
		String type = mention.type();
		String other = candidate.type();
		if (type == null || other == null) {
			return Kinship.UNTYPED;
		}
		if (this.ontology.isSameType(type, other)) {
			return Kinship.FAMILY;
		}
		Optional<Family> family = this.ontology.family(type);
		Optional<Family> otherFamily = this.ontology.family(other);
		if (family.isEmpty() || otherFamily.isEmpty()) {
			return Kinship.UNKNOWN;
		}
		return family.equals(otherFamily) ? Kinship.FAMILY : Kinship.OTHER;
	}

	/** How two types stand to each other. */
	private enum Kinship {

		FAMILY, OTHER,

		/** The ontology does not know one of the types. */
		UNKNOWN,

		/** One of them is not said. */
		UNTYPED

	}

}
