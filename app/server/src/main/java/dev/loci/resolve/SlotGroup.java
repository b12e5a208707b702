package dev.loci.resolve;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
 */
record SlotGroup(String name, SlotContent content, @Nullable Couples couples) {

	/** One of several, with the facts that are believed anew. */
	static SlotGroup joined(String name, Collection<SlotContent> contents, Couples couples) {
		Map<StatementId, Claimed> statements = new LinkedHashMap<>();
		contents.forEach((each) -> statements.putAll(each.statements()));
		return new SlotGroup(name,
				new SlotContent(statements, touched(contents, SlotContent::facts, statements, couples),
						touched(contents, SlotContent::former, statements, couples)),
				couples);
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
		Couples together = this.couples;
		if (together == null) {
			return Resolution.of(known.stream().map(Claimed::statement).toList(), beliefs,
					news.stream().map(Claimed::statement).toList(), FactId::next);
		}
		return Resolution.of(views(together, known), beliefs, views(together, news), FactId::next,
				(statements) -> together.timeline(claimed, statements),
				(one, other) -> Couples.meet(claimed, one, other));
	}

	private static List<Statement> views(Couples couples, Collection<Claimed> claimed) {
		return claimed.stream().map(couples::view).toList();
	}

}
