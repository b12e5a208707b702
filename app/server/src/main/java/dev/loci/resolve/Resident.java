package dev.loci.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.loci.memory.Entity;
import dev.loci.memory.EntityId;
import dev.loci.memory.NameKey;
import dev.loci.memory.Named;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * An entity while a request is resolved: what the database knows of it, and what the
 * request adds. It is one for all, but not everybody may know all of it: what only
 * private statements of an agent say stands with the names that this agent has for it.
 *
 * @param name that it had first
 * @param type as everybody may know it, like the external id
 * @param fresh whether the database does not know it
 * @param changed whether its properties must be written
 * @param parts itself and what was merged into it, itself first
 * @param told what it is called in the request and was not before
 */
record Resident(EntityId id, String name, @Nullable String type, @Nullable String externalId, boolean fresh,
		boolean changed, List<Part> parts, List<Called> told) {

	static Resident of(Record row) {
		return new Resident(EntityId.of(row.get("id").asString()), row.get("name").asString(),
				row.get("type").asString(null), row.get("externalId").asString(null), false, false,
				row.get("parts").asList(Part::of), List.of());
	}

	/** Somebody new, of whom all else is told {@link #with} the mention. */
	static Resident fresh(String name) {
		return new Resident(EntityId.next(), name.strip(), null, null, true, true, List.of(), List.of());
	}

	/**
	 * With what a mention tells beyond what is known. What is told of somebody who was
	 * merged into it stands with the names of that one, and goes with them.
	 */
	Resident with(Named named, Teller teller) {
		boolean itself = meant(named).equals(this.id);
		boolean everybodys = teller.tellsAll() || isSelf(named);
		String knownType = (this.type == null && teller.tellsAll() && itself) ? named.type() : this.type;
		boolean identified = this.externalId != null || !everybodys || !itself
				|| sharedIds().contains(named.externalId());
		String knownId = identified ? this.externalId : named.externalId();
		List<Called> all = new ArrayList<>(this.told);
		said(named, teller, itself && teller.tellsAll(), itself && everybodys).ifPresent(all::add);
		Resident now = new Resident(this.id, this.name, knownType, knownId, this.fresh, this.changed, this.parts, all);
		boolean same = Objects.equals(knownType, this.type) && Objects.equals(knownId, this.externalId)
				&& now.newlyShared() == null;
		return same ? now : new Resident(this.id, this.name, knownType, knownId, this.fresh, true, this.parts, all);
	}

	/**
	 * Who names it by an id calls it what it is called.
	 * @param typed whether its type stands with itself
	 * @param identified whether its external id does
	 */
	private Optional<Called> said(Named named, Teller teller, boolean typed, boolean identified) {
		EntityId whom = meant(named);
		NameKey key = (named.name() != null) ? NameKey.of(named.name()) : null;
		Optional<Called> known = calls().filter((each) -> each.isOf(whom, teller.owner()))
			.filter((each) -> key == null || each.key().equals(key))
			.findFirst();
		boolean knownType = calls().anyMatch((each) -> each.isOf(whom, teller.owner()) && each.type() != null);
		String ownType = (typed || knownType) ? null : named.type();
		String ownId = (identified || sharedIds().contains(named.externalId())
				|| own(teller.owner(), Called::externalId).anyMatch((each) -> each.equals(named.externalId()))) ? null
						: named.externalId();
		if (known.isPresent() && ownType == null && ownId == null) {
			return Optional.empty();
		}
		String called = known.map(Called::name)
			.orElseGet(() -> (named.name() != null) ? named.name().strip()
					: name(Objects.requireNonNullElse(teller.agentId(), "")));
		return Optional.of(new Called(whom, NameKey.of(called), called, teller.owner(), ownType, ownId));
	}

	private static boolean isSelf(Named named) {
		return Objects.equals(named.externalId(), Named.SELF.externalId());
	}

	/** Which of those that turned out to be one is named here. */
	EntityId meant(Named named) {
		return this.parts.stream()
			.filter((part) -> part.isIdentified(named))
			.findFirst()
			.or(() -> this.parts.stream().filter((part) -> part.isNamed(named)).findFirst())
			.map(Part::id)
			.orElse(this.id);
	}

	/** Its own id and those of what was merged into it. */
	Set<EntityId> ids() {
		return Stream.concat(Stream.of(this.id), this.parts.stream().map(Part::id)).collect(Collectors.toSet());
	}

	private Set<String> sharedIds() {
		return Stream.concat(Stream.ofNullable(this.externalId), this.parts.stream().map(Part::externalId))
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
	}

	/** Those that the teller may know. */
	Set<String> externalIds(Teller teller) {
		return Stream
			.concat(sharedIds().stream(),
					calls().filter(teller::knows).map(Called::externalId).filter(Objects::nonNull))
			.collect(Collectors.toSet());
	}

	Set<String> externalIds() {
		return Stream.concat(sharedIds().stream(), calls().map(Called::externalId).filter(Objects::nonNull))
			.collect(Collectors.toSet());
	}

	Set<NameKey> keys() {
		return calls().map(Called::key).collect(Collectors.toSet());
	}

	boolean isCalled(NameKey key, Teller teller) {
		return calls().anyMatch((each) -> each.key().equals(key) && teller.knows(each));
	}

	/** Whether the teller may know that there is such an entity. */
	boolean isKnownTo(Teller teller) {
		return calls().findAny().isEmpty() || calls().anyMatch(teller::knows);
	}

	/** As the teller knows it. */
	Candidate candidate(Teller teller, double closeness) {
		return new Candidate(this.id,
				calls().filter(teller::knows).map(Called::key).collect(Collectors.toUnmodifiableSet()),
				type(Objects.requireNonNullElse(teller.agentId(), "")), closeness);
	}

	/** As those know it who know all. */
	Candidate candidate() {
		String any = calls().map(Called::type).filter(Objects::nonNull).findFirst().orElse(null);
		return new Candidate(this.id, keys(), (this.type != null) ? this.type : any, 0);
	}

	/** As it is shown to those who may know what this one alone may know. */
	Entity.Ref ref(String owner) {
		return new Entity.Ref(this.id, name(owner), type(owner));
	}

	private String name(String owner) {
		return calls().filter(Called::isShared)
			.findFirst()
			.or(() -> calls().filter((each) -> each.owner().equals(owner)).findFirst())
			.map(Called::name)
			.orElse(this.name);
	}

	@Nullable String type(String owner) {
		return (this.type != null) ? this.type
				: Stream.concat(own("", Called::type), own(owner, Called::type)).findFirst().orElse(null);
	}

	/** What one alone says of it, or everybody of somebody who was merged into it. */
	private Stream<String> own(String owner, Function<Called, @Nullable String> what) {
		return calls().filter((each) -> each.owner().equals(owner)).map(what).filter(Objects::nonNull);
	}

	/** Its name for everybody, if it has had none before the request. */
	@Nullable String newlyShared() {
		boolean known = this.parts.stream()
			.flatMap((part) -> part.names().stream())
			.anyMatch((each) -> each.isOf(this.id, ""));
		return known ? null
				: this.told.stream()
					.filter((each) -> each.isOf(this.id, ""))
					.map(Called::name)
					.findFirst()
					.orElse(null);
	}

	private Stream<Called> calls() {
		return Stream.concat(this.parts.stream().flatMap((part) -> part.names().stream()), this.told.stream());
	}

	/** One of the entities that turned out to be one. */
	record Part(EntityId id, @Nullable String externalId, List<Called> names) {

		static Part of(Value row) {
			EntityId id = EntityId.of(row.get("id").asString());
			return new Part(id, row.get("externalId").asString(null),
					row.get("names").asList((name) -> Called.of(id, name)));
		}

		boolean isIdentified(Named named) {
			return this.id.equals(named.id())
					|| (named.externalId() != null && (named.externalId().equals(this.externalId)
							|| this.names.stream().anyMatch((each) -> named.externalId().equals(each.externalId()))));
		}

		boolean isNamed(Named named) {
			return named.name() != null
					&& this.names.stream().anyMatch((each) -> each.key().equals(NameKey.of(named.name())));
		}

	}

}
