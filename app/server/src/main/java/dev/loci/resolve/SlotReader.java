package dev.loci.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.loci.graph.Cypher;
import dev.loci.graph.Parameters;
import dev.loci.graph.Transaction;
import dev.loci.memory.FactId;
import dev.loci.memory.Metadata;
import dev.loci.memory.StatementId;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Reads slots, each by its key in an index: however much else is known of their subject.
 */
@Component
class SlotReader {

	/** The name of all that hangs together. */
	static final String PAIRED = "paired";

	private static final Cypher SLOTS = Cypher.named("resolve/slots");

	private static final TypeReference<Map<String, @Nullable Object>> ENTRIES = new TypeReference<>() {
	};

	private final JsonMapper json;

	SlotReader(JsonMapper json) {
		this.json = json;
	}

	/**
	 * What must be resolved together.
	 * @param paired those of the slots that hang together with others
	 * @return by slot; all that are paired have the same
	 */
	Map<String, SlotGroup> groups(Transaction tx, String space, Collection<String> slots, Set<String> paired) {
		Map<String, SlotContent> contents = read(tx, space, slots);
		Map<String, SlotGroup> groups = new LinkedHashMap<>();
		if (!paired.isEmpty()) {
			Set<String> all = new HashSet<>(paired);
			all.addAll(Couples.others(paired.stream()
				.flatMap((slot) -> Objects.requireNonNull(contents.get(slot)).statements().values().stream())
				.toList(), paired));
			List<SlotContent> joined = new ArrayList<>(paired.stream().map(contents::get).toList());
			Set<String> others = new HashSet<>(all);
			others.removeAll(paired);
			joined.addAll(read(tx, space, others).values());
			SlotGroup group = new SlotGroup(PAIRED, SlotGroup.joined(joined), new Couples(all));
			paired.forEach((slot) -> groups.put(slot, group));
		}
		contents.forEach((slot, content) -> groups.putIfAbsent(slot, new SlotGroup(slot, content, null)));
		return groups;
	}

	/** One for each slot; empty ones where there is nothing yet. */
	private Map<String, SlotContent> read(Transaction tx, String space, Collection<String> slots) {
		Map<String, SlotContent> contents = new LinkedHashMap<>();
		slots.forEach((slot) -> contents.put(slot, SlotContent.empty()));
		if (slots.isEmpty()) {
			return contents;
		}
		tx.list(SLOTS, Parameters.with("space", space).and("slots", slots),
				(row) -> contents.put(row.get("slot").asString(), content(row)));
		return contents;
	}

	private SlotContent content(org.neo4j.driver.Record row) {
		return SlotContent.of(row.get("statements").asList(this::claimed), facts(row.get("facts")),
				facts(row.get("former")));
	}

	private List<Held> facts(Value rows) {
		return rows.asList(this::held)
			.stream()
			.sorted(Comparator.comparing((Held held) -> held.version().validFrom()).thenComparing(Held::id))
			.toList();
	}

	Claimed claimed(Value node) {
		return Claimed.of(node, metadata(node));
	}

	Held held(Value node) {
		return new Held(FactId.of(node.get("id").asString()), node.get("version").asInt(),
				node.get("recordedFrom").asZonedDateTime().toInstant(), Version.of(node, metadata(node)),
				node.get("supports").asList((id) -> StatementId.of(id.asString())),
				node.get("ends").asList((id) -> StatementId.of(id.asString())));
	}

	private Metadata metadata(Value node) {
		String entries = node.get("metadata").asString();
		return entries.equals("{}") ? Metadata.NONE : new Metadata(this.json.readValue(entries, ENTRIES));
	}

}
