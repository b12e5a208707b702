package dev.loci.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Predicates that share the slot of a subject and an object must fit each other.
 */
final class SlotGroups {

	private SlotGroups() {
	}

	static void check(List<Predicate> predicates) {
		byName(predicates).forEach(SlotGroups::check);
	}

	private static Map<String, List<Predicate>> byName(List<Predicate> predicates) {
		Map<String, List<Predicate>> groups = new LinkedHashMap<>();
		for (Predicate predicate : predicates) {
			if (predicate.slot() instanceof Slot.OfPair pair) {
				groups.computeIfAbsent(pair.group(), (group) -> new ArrayList<>()).add(predicate);
			}
		}
		return groups;
	}

	private static void check(String group, List<Predicate> members) {
		Predicate first = members.getFirst();
		if (members.size() == 1) {
			throw new InvalidInput(first.name() + ".group",
					group + " has no other member: nothing would exclude anything");
		}
		for (Predicate member : members) {
			if (member.symmetric() != first.symmetric()) {
				throw new InvalidInput(member.name() + ".group",
						group + " mixes symmetric predicates with others: their pairs could not be compared");
			}
		}
	}

}
