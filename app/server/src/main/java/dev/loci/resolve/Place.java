package dev.loci.resolve;

import java.util.Comparator;

import dev.loci.memory.Entity;
import dev.loci.memory.Reading;
import dev.loci.resolve.Claimed.Target;
import org.jspecify.annotations.Nullable;

/**
 * Where a statement belongs, once it is known whom it means.
 *
 * @param subject as it is stored
 * @param target as it is stored
 * @param turned whether they stand the other way round than they were told
 * @param slot the key of the slot, {@link #NOWHERE} if it belongs to none
 * @param paired whether the slot hangs together with those of others
 * @param mirror the slot of the one whom it joins the subject with
 */
record Place(Entity.Ref subject, @Nullable Target target, boolean turned, String slot, String state, boolean paired,
		@Nullable String mirror) {

	/**
	 * The slot of what says nothing: that somebody knows oneself. Nothing is believed of
	 * it, but facts may rest on it that were.
	 */
	static final String NOWHERE = "";

	/** Ids sort by the moment they were made. */
	private static final Comparator<Entity.Ref> BY_AGE = Comparator.comparing((end) -> end.id().value());

	/**
	 * Finds the place of a statement.
	 * @param subject as told
	 * @param target as told
	 */
	static Place of(Reading reading, Entity.Ref subject, @Nullable Target target, String owner) {
		Entity.Ref object = (target != null) ? target.object() : null;
		boolean turned = object != null && reading.isTurned(subject, object, BY_AGE);
		Entity.Ref first = (turned && object != null) ? object : subject;
		Target second = turned ? new Target(subject, null) : target;
		String key = (second != null) ? second.key() : "";
		boolean alone = reading.predicate().symmetric() && object != null && object.id().equals(subject.id());
		boolean paired = !alone && Slots.isPaired(reading);
		Entity.Ref other = (second != null) ? second.object() : null;
		return new Place(first, second, turned, alone ? NOWHERE : Slots.key(reading, first.id(), key, owner),
				Slots.state(reading, key), paired,
				(paired && other != null) ? Slots.key(reading, other.id(), "", owner) : null);
	}

	String key() {
		return (this.target != null) ? this.target.key() : "";
	}

}
