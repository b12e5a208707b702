package dev.loci.resolve;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.loci.memory.Authority;
import dev.loci.memory.Basis;
import dev.loci.memory.Polarity;
import dev.loci.memory.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The rules once more, as naively as possible: the state of a day is found by going
 * through all statements from the first day on, with nothing remembered from the day
 * before.
 */
final class Oracle {

	private final List<Statement> all;

	private final List<Begin> begins = new ArrayList<>();

	Oracle(List<Statement> statements) {
		this.all = statements.stream().filter((s) -> !s.suggestion()).toList();
		for (Statement s : this.all) {
			if (s.polarity() == Polarity.ASSERT && s.from() != null) {
				this.begins.add(new Begin(s, s.from().at(), true));
			}
			Instant holds = s.holdsAt();
			if (holds != null && (s.from() == null || !s.from().at().equals(holds))) {
				this.begins.add(new Begin(s, holds, false));
			}
		}
		this.begins.sort(Comparator.comparing(Begin::at).thenComparing((b) -> b.by().rank()));
	}

	/** Whether it is taken back at this moment. */
	private boolean takenBack(Statement s, Instant at) {
		return this.all.stream()
			.anyMatch((r) -> r.polarity() == Polarity.RETRACT && r.concerns(s.state()) && s.isEarlierThan(r)
					&& r.rank().authority().compareTo(s.rank().authority()) >= 0
					&& (r.from() == null || !at.isBefore(r.from().at()))
					&& (r.to() == null || at.isBefore(r.to().at())));
	}

	private boolean takenBackForGood(Statement s, Instant at) {
		return this.all.stream()
			.anyMatch((r) -> r.polarity() == Polarity.RETRACT && r.to() == null && r.concerns(s.state())
					&& s.isEarlierThan(r) && r.rank().authority().compareTo(s.rank().authority()) >= 0
					&& (r.from() == null || !at.isBefore(r.from().at())));
	}

	/** The ends that are not about a stretch of their own. */
	private List<Statement> ends(String state) {
		return this.all.stream()
			.filter((s) -> s.polarity() == Polarity.END || (s.polarity() == Polarity.ASSERT && s.to() != null
					&& (s.basis() == Basis.OBSERVED || s.basis() == Basis.UNKNOWN)))
			.filter((s) -> s.state().equals(state))
			.toList();
	}

	/** Whether an end was taken back before this start was told. */
	private boolean isVoid(Statement e, Statement begun) {
		return isVoid(e, told(e), begun);
	}

	private boolean isVoid(Statement e, Instant at, Statement begun) {
		return this.all.stream()
			.filter((r) -> r.polarity() == Polarity.RETRACT && r.concerns(e.state()))
			.filter((r) -> (r.from() == null || !at.isBefore(r.from().at()))
					&& (r.to() == null || at.isBefore(r.to().at())))
			.filter((r) -> e.isEarlierThan(r) && r.rank().authority().compareTo(e.rank().authority()) >= 0)
			.anyMatch((r) -> !begun.isEarlierThan(r));
	}

	private static Instant told(Statement s) {
		if (s.from() != null) {
			return s.from().at();
		}
		return (s.polarity() == Polarity.END) ? end(s) : end(s).minusNanos(1);
	}

	private static Instant end(Statement s) {
		return (s.to() != null) ? s.to().at() : Instant.MAX;
	}

	private static boolean binds(Statement c, Statement s, Instant at) {
		return c.rank().authority() == Authority.CORRECTION && s.rank().authority() != Authority.CORRECTION
				&& (c.to() != null || s.isEarlierThan(c) || at.isBefore(c.rank().observedAt()));
	}

	/** An open correction stands in the place of those before it. */
	private static boolean reopens(Statement begun, Statement ends) {
		return begun.isCorrection() && begun.to() == null && ends.isCorrection() && ends.isEarlierThan(begun);
	}

	/** Whether an end after this start can mean no start before it, such as this one. */
	private boolean parts(Begin b, Begin before) {
		if (isVoid(b.by(), b.at(), before.by())) {
			return false;
		}
		return b.by().basis() != Basis.STATED || b.by().to() == null
				|| following(b, b.by().state()).stream().anyMatch((e) -> e.outranks(b.by()));
	}

	/** The ends between this start and the next one that parts; for any state, of all. */
	private List<Statement> following(Begin b, String state) {
		Instant next = this.begins.stream()
			.filter((o) -> o.at().isAfter(b.at()))
			.filter((o) -> state.equals(Statement.ANY) || o.by().state().equals(state))
			.filter((o) -> parts(o, b))
			.map(Begin::at)
			.findFirst()
			.orElse(Instant.MAX);
		return ends(state).stream()
			.filter((e) -> end(e).isAfter(b.at()) && !end(e).isAfter(next))
			.filter((e) -> !binds(b.by(), e, end(e)) && !isVoid(e, b.by()))
			.toList();
	}

	private @Nullable Statement until(Begin b) {
		List<Statement> candidates = new ArrayList<>();
		boolean stretch = b.by().basis() == Basis.STATED && b.by().to() != null;
		List<Statement> own = following(b, b.by().state());
		if (!stretch || own.stream().anyMatch((e) -> e.outranks(b.by()))) {
			candidates.addAll(own);
		}
		if (!stretch) {
			candidates.addAll(following(b, Statement.ANY));
		}
		this.begins.stream()
			.filter((d) -> d.first() && d.by().basis() == Basis.STATED && d.by().to() != null)
			.filter((d) -> d.by().state().equals(b.by().state()))
			.filter((d) -> !d.at().isAfter(b.at()) && end(d.by()).isAfter(b.at()))
			.filter((d) -> !binds(b.by(), d.by(), end(d.by())) && !isVoid(d.by(), d.at(), b.by()))
			.filter((d) -> !reopens(b.by(), d.by()))
			.map(Begin::by)
			.max(Comparator.comparing(Statement::rank))
			.filter((d) -> !b.by().isStretch() || end(d).isBefore(end(b.by())))
			.ifPresent(candidates::add);
		if (b.by().to() != null) {
			candidates.add(b.by());
		}
		return candidates.stream().max(Comparator.comparing(Statement::rank)).orElse(null);
	}

	List<String> days() {
		List<String> days = new ArrayList<>();
		Map<Begin, Statement> until = new HashMap<>();
		for (Begin b : this.begins) {
			Statement end = until(b);
			if (end != null) {
				until.put(b, end);
			}
		}
		for (int day = -1; day < Histories.DAYS + 4; day++) {
			days.add(onDay(day, until));
		}
		return days;
	}

	private String onDay(int today, Map<Begin, Statement> until) {
		List<Layer> pile = new ArrayList<>();
		for (int day = -1; day <= today; day++) {
			Instant at = Histories.day(day);
			pile.removeIf(
					(l) -> until.get(l.begin) != null && end(Objects.requireNonNull(until.get(l.begin))).equals(at));
			for (Statement e : allEnds()) {
				if (end(e).equals(at)) {
					pile.removeIf((l) -> e.concerns(l.state()) && !stays(l, e, until.get(l.begin)));
				}
			}
			pile.removeIf((l) -> takenBackForGood(l.begin.by(), at));
			for (Layer l : List.copyOf(pile)) {
				if (l.unseen && !takenBack(l.begin.by(), at)) {
					l.unseen = false;
					move(pile, l);
				}
			}
			for (Begin b : this.begins) {
				if (b.at().equals(at) && !takenBackForGood(b.by(), at)) {
					lay(pile, new Layer(b, takenBack(b.by(), at)), at);
				}
			}
		}
		return fromTheTop(pile).stream()
			.filter((l) -> !takenBack(l.begin.by(), Histories.day(today)))
			.map(Layer::state)
			.findFirst()
			.orElse("");
	}

	private List<Statement> allEnds() {
		List<Statement> ends = new ArrayList<>();
		for (String state : List.of("A", "B", "C", Statement.ANY)) {
			ends.addAll(ends(state));
		}
		return ends;
	}

	private boolean stays(Layer l, Statement e, @Nullable Statement until) {
		return isVoid(e, l.begin.by()) || binds(l.begin.by(), e, end(e))
				|| (until != null && end(until).isAfter(end(e)) && until.outranks(e));
	}

	/** Closed corrections lie above all else, and the later start above the earlier. */
	private static List<Layer> fromTheTop(List<Layer> pile) {
		List<Layer> apart = pile.reversed().stream().filter(Layer::liesApart).toList();
		List<Layer> others = pile.reversed().stream().filter((l) -> !l.liesApart()).toList();
		return Stream.concat(apart.stream(), others.stream()).toList();
	}

	private void lay(List<Layer> pile, Layer layer, Instant at) {
		for (Layer l : fromTheTop(pile)) {
			if (l.state().equals(layer.state())) {
				break;
			}
			if (l.begin.by().to() == null && binds(l.begin.by(), layer.begin.by(), at) && !l.unseen) {
				return;
			}
		}
		pile.add(layer);
		if (!layer.unseen) {
			move(pile, layer);
		}
	}

	private static void move(List<Layer> pile, Layer layer) {
		if (layer.begin.by().to() != null) {
			return;
		}
		for (Layer l : fromTheTop(pile.subList(0, pile.indexOf(layer)))) {
			if (l.state().equals(layer.state())) {
				return;
			}
			if (!l.liesApart() || layer.begin.by().isCorrection()) {
				pile.remove(l);
			}
		}
	}

	private record Begin(Statement by, Instant at, boolean first) {
	}

	private static final class Layer {

		private final Begin begin;

		private boolean unseen;

		Layer(Begin begin, boolean unseen) {
			this.begin = begin;
			this.unseen = unseen;
		}

		String state() {
			return this.begin.by().state();
		}

		boolean liesApart() {
			return this.begin.by().isCorrection() && this.begin.by().to() != null;
		}

	}

}
