package dev.loci.resolve;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.loci.memory.FactId;
import dev.loci.memory.Statement;
import dev.loci.memory.StatementId;
import org.jspecify.annotations.Nullable;

/**
 * What is resolved together: one slot, or those of people who exclude all others for each
 * other.
 *
 * @param name tells it from others of the request
 * @param couples how the slots hang together, if there are several
 * @param ending whether only what holds last is there, since all that is new comes after
 * it
 */
record SlotGroup(String name, SlotContent content, @Nullable Couples couples, boolean ending) {

	static SlotGroup whole(String slot, SlotContent content) {
		return new SlotGroup(slot, content, null, false);
	}

	static SlotGroup ending(String slot, SlotContent last) {
		return new SlotGroup(slot, last, null, true);
	}

	/**
	 * Some that hang together, with the facts that are believed anew.
	 * @param circle all that do, some of which may not be here
	 * @param contents of these and of others
	 * @param whole those of which all is there
	 * @param touched those whose facts are believed anew
	 */
	static SlotGroup joined(SortedSet<String> circle, Map<String, SlotContent> contents, Set<String> whole,
			Set<String> touched) {
		List<SlotContent> own = circle.stream().map(contents::get).filter(Objects::nonNull).toList();
		Map<StatementId, Claimed> statements = new LinkedHashMap<>();
		own.forEach((each) -> statements.putAll(each.statements()));
		Couples couples = new Couples(circle.stream().filter(whole::contains).collect(Collectors.toSet()),
				circle.stream().filter(touched::contains).collect(Collectors.toSet()));
		return new SlotGroup(circle.first(),
				new SlotContent(statements, touched(own, SlotContent::facts, statements, couples),
						touched(own, SlotContent::former, statements, couples)),
				couples, false);
	}

	/** Each once, in order of their names. */
	static SortedMap<String, SlotGroup> byName(Collection<SlotGroup> groups) {
		SortedMap<String, SlotGroup> byName = new TreeMap<>();
		groups.forEach((group) -> byName.put(group.name(), group));
		return byName;
	}

	private static List<Held> touched(Collection<SlotContent> contents, Function<SlotContent, List<Held>> facts,
			Map<StatementId, Claimed> statements, Couples couples) {
		return contents.stream()
			.flatMap((content) -> facts.apply(content).stream())
			.filter((held) -> couples.touches(held, statements))
			.toList();
	}

	/**
	 * Resolves it.
	 * @param claimed all statements, new ones included
	 * @param known those that count already
	 */
	Resolution resolve(Map<StatementId, Claimed> claimed, Collection<Claimed> known, List<Claimed> news) {
		return resolve(claimed, new SlotContent(claimed, this.content.facts(), this.content.former()).beliefs(), known,
				news);
	}

	/** The same, with other facts than those that are there. */
	Resolution resolve(Map<StatementId, Claimed> claimed, Beliefs beliefs, Collection<Claimed> known,
			List<Claimed> news) {
		if (this.name.equals(Place.NOWHERE)) {
			return Resolution.of(List.of(), beliefs, List.of(), FactId::next)
				.silent(news.stream().map(Claimed::id).toList(), "both have turned out to be one");
		}
		if (this.ending) {
			return Resolution.following(beliefs, news.stream().map(Claimed::statement).toList(), FactId::next);
		}
		Couples together = this.couples;
		if (together == null) {
			return Resolution.of(known.stream().map(Claimed::statement).toList(), beliefs,
					news.stream().map(Claimed::statement).toList(), FactId::next);
		}
		return Resolution.of(views(together, known), beliefs, views(together, news), FactId::next,
				(statements) -> together.timeline(claimed, statements),
				(one, other) -> Couples.meet(claimed, one.supports(), other.supports()));
	}

	private static List<Statement> views(Couples couples, Collection<Claimed> claimed) {
		return claimed.stream().map(couples::view).toList();
	}

}
