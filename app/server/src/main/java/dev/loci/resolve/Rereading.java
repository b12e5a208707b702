package dev.loci.resolve;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import dev.loci.graph.Transaction;
import dev.loci.memory.Basis;
import dev.loci.memory.EntityId;
import dev.loci.memory.Fact.Visibility;
import dev.loci.memory.InvalidInput;
import dev.loci.memory.Moment;
import dev.loci.memory.Named;
import dev.loci.memory.Ontology;
import dev.loci.memory.Polarity;
import dev.loci.memory.Predicate;
import dev.loci.memory.Reading;
import dev.loci.memory.Statement;
import dev.loci.memory.TimeKind;
import dev.loci.memory.Told;
import dev.loci.resolve.Claimed.Target;
import org.jspecify.annotations.Nullable;

/**
 * Reads statements anew: what their words mean in another ontology. Nothing is thrown
 * away: what would be refused there is kept under its own words.
 *
 * @param before the ontology by which they were read
 * @param placing by the other one
 */
record Rereading(Ontology before, Placing placing) {

	static Rereading of(Transaction tx, String space, Ontology before, Ontology now, Collection<Claimed> statements) {
		return new Rereading(before, Placing.of(tx, space, now, statements.stream().map(Claimed::meant).toList()));
	}

	Claimed of(Claimed claimed) {
		Understood understood = understood(claimed);
		Reading reading = understood.reading();
		Predicate was = this.before.read(claimed.type()).predicate();
		Predicate.Kind kind = (claimed.kind() == was.kind()) ? reading.predicate().kind() : claimed.kind();
		Target target = (understood.value() != null) ? new Target(null, understood.value()) : claimed.target();
		Statement statement = said(claimed.statement(), understood.polarity(), reading.predicate().time());
		return this.placing.placed(claimed.read(reading, statement, target, kind), claimed.meant(), reading);
	}

	private Understood understood(Claimed claimed) {
		Told told = told(claimed);
		try {
			Understood understood = Understood.of(told, this.placing.ontology());
			return understood.others()
				.stream()
				.filter((other) -> other.name().value().equals(claimed.type()))
				.findFirst()
				.map(understood::as)
				.orElse(understood);
		}
		catch (InvalidInput ex) {
			return Understood.inItsWords(told.with(claimed.statement().polarity()));
		}
	}

	/** As it was told, as far as that matters for what its words mean. */
	private Told told(Claimed claimed) {
		Target target = claimed.target();
		EntityId object = claimed.meant().object();
		boolean ending = !this.before.endings(claimed.said()).isEmpty();
		Polarity polarity = claimed.statement().polarity();
		return new Told(named(claimed.meant().subject(), claimed.owner()), claimed.said(),
				(object != null) ? named(object, claimed.owner()) : null,
				(target != null && target.value() != null) ? target.value().stored() : null,
				(ending && polarity == Polarity.END) ? null : polarity, null, null, false, null, Told.Wording.PLAIN,
				new Told.Source(claimed.statement().rank().authority(), claimed.agentId(), null,
						claimed.owner().isEmpty() ? Visibility.SPACE : Visibility.AGENT, null, null, null, null));
	}

	private Named named(EntityId id, String owner) {
		return new Named(id, null, null, Objects.requireNonNull(this.placing.tops().get(id)).type(owner));
	}

	/**
	 * Words that did not end anything may do so now, and the other way round: the only
	 * time that is told is then that of the end.
	 */
	private static Statement said(Statement was, Polarity polarity, TimeKind time) {
		boolean same = polarity == was.polarity();
		Moment only = (was.polarity() == Polarity.END) ? was.to() : was.from();
		Moment from = same ? was.from() : (polarity == Polarity.END) ? null : only;
		Moment to = same ? was.to() : (polarity == Polarity.END) ? end(was, only) : null;
		Basis basis = same ? was.basis() : (polarity == Polarity.END) ? Basis.UNKNOWN : Basis.STATED;
		return new Statement(was.id(), was.slot(), time, polarity, was.state(), from, to, basis,
				same ? was.holdsAt() : null, was.rank(), was.suggestion());
	}

	private static Moment end(Statement was, @Nullable Moment only) {
		Instant observed = was.rank().observedAt();
		return (was.to() != null) ? was.to() : (only != null) ? only : Moment.of(observed);
	}

}
