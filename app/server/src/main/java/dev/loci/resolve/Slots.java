package dev.loci.resolve;

import dev.loci.memory.EntityId;
import dev.loci.memory.Reading;
import dev.loci.memory.Slot;
import dev.loci.memory.Statement;

/**
 * Where a statement belongs: the key of its slot, and which state of it is meant.
 */
final class Slots {

	private static final String HOLDS = "holds";

	private Slots() {
	}

	/**
	 * Whether a slot hangs together with those of others: who marries, marries somebody.
	 */
	static boolean isPaired(Reading reading) {
		return reading.predicate().symmetric() && reading.predicate().slot() instanceof Slot.OfSubject;
	}

	/** The owner stands last, since it may be any text, and so may the target. */
	static String key(Reading reading, EntityId subject, String about, String owner) {
		String target = about.replace("\\", "\\\\").replace("|", "\\|");
		return switch (reading.predicate().slot()) {
			case Slot.OfSubject single -> reading.name() + "|" + subject + "||" + owner;
			case Slot.OfPair pair -> pair.group() + "|" + subject + "|" + target + "|" + owner;
			case Slot.Open open -> reading.name() + "|" + subject + "|" + target + "|" + owner;
		};
	}

	static String state(Reading reading, String target) {
		return switch (reading.predicate().slot()) {
			case Slot.OfSubject single -> target.isEmpty() ? Statement.ANY : target;
			case Slot.OfPair pair -> reading.name().value();
			case Slot.Open open -> HOLDS;
		};
	}

}
