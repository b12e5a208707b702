package dev.loci.resolve;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import dev.loci.memory.Entity;
import dev.loci.memory.Fact;
import dev.loci.memory.Fact.Visibility;
import dev.loci.memory.Moments;
import dev.loci.memory.StatementId;

/**
 * Facts as callers see them, right after they were written.
 */
final class Shown {

	private Shown() {
	}

	static Fact of(Held held, Map<StatementId, Claimed> statements, Instant now) {
		Version version = held.version();
		Claimed.Target target = version.target();
		Entity.Ref object = (target != null) ? target.object() : null;
		Value value = (target != null) ? target.value() : null;
		return new Fact(held.id(), held.number(), version.subject(), version.predicate(), object,
				(value != null) ? value.stored() : null, version.text(), version.kind(),
				Moments.told(version.validFrom()), Moments.told(version.validTo()), version.basis(),
				version.fromPrecision(), version.toPrecision(), held.recordedFrom(), null,
				Fact.Status.at(now, version.validFrom(), version.validTo(), version.expiresAt()), version.confidence(),
				version.agentId().isEmpty() ? null : version.agentId(),
				version.owner().isEmpty() ? Visibility.SPACE : Visibility.AGENT, Moments.told(version.expiresAt()),
				version.metadata(),
				held.supports()
					.stream()
					.limit(Fact.MOST_EVIDENCE)
					.map(statements::get)
					.filter(Objects::nonNull)
					.map(Claimed::evidence)
					.toList(),
				null);
	}

}
