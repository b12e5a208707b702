package dev.loci.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.loci.extract.Excerpt;
import dev.loci.extract.Extraction.Dropped;
import dev.loci.extract.Extractor;
import dev.loci.extract.Extractors;
import dev.loci.extract.Utterance;
import dev.loci.graph.Cypher;
import dev.loci.graph.OpenSpace;
import dev.loci.graph.Parameters;
import dev.loci.graph.Spaces;
import dev.loci.graph.Transaction;
import dev.loci.ingest.Page.Silent;
import dev.loci.memory.Entity;
import dev.loci.memory.EpisodeId;
import dev.loci.memory.Job;
import dev.loci.memory.Named;
import dev.loci.resolve.Resolver;

import org.springframework.stereotype.Component;

/**
 * Puts together what is read at once: the next passages of a job or of a whole space and,
 * where each time is dear, of the jobs that wait behind it with more of the same session;
 * what was said before them, and who may be meant there.
 */
@Component
class Pages {

	private static final Cypher PASSAGES_TO_READ = Cypher.named("ingest/passages_to_read");

	private static final Cypher PASSAGES_TO_REREAD = Cypher.named("ingest/passages_to_reread");

	private static final Cypher SAID_BEFORE = Cypher.named("ingest/said_before");

	private static final String GIVEN_OUT = "given out by Loci itself";

	/** So many are told to a model by their numbers. */
	private static final int MOST_KNOWN = 30;

	private final Spaces spaces;

	private final Extractors extractors;

	private final Resolver resolver;

	private final IngestSettings settings;

	Pages(Spaces spaces, Extractors extractors, Resolver resolver, IngestSettings settings) {
		this.spaces = spaces;
		this.extractors = extractors;
		this.resolver = resolver;
		this.settings = settings;
	}

	/** Empty if all of the job was read. */
	Optional<Page> next(Transaction tx, Claim claim, Extractor extractor) {
		List<Heard> heard = heard(tx, PASSAGES_TO_READ,
				claim.parameters().and("limit", atOnce(claim, extractor)).and("behind", jobsBehind(claim, extractor)));
		return heard.isEmpty() ? Optional.empty()
				: Optional.of(page(tx, claim, this.spaces.peek(tx, claim.scope()), extractor, heard));
	}

	private static List<Heard> heard(Transaction tx, Cypher which, Parameters parameters) {
		return tx.list(which, parameters, Heard::of).stream().flatMap(List::stream).toList();
	}

	/** What has failed is tried one by one: it may be the words of one of them. */
	private static int atOnce(Claim claim, Extractor extractor) {
		return (extractor.isDear() && claim.isRepeated()) ? 1 : extractor.atOnce();
	}

	/** A job that has failed is tried by itself: it may have been another one's words. */
	private static int jobsBehind(Claim claim, Extractor extractor) {
		return (extractor.isDear() && !claim.isRepeated()) ? extractor.atOnce() - 1 : 0;
	}

	/**
	 * The same of all that was said in a space, for a generation that is being built.
	 * Empty if all of it was read for that.
	 */
	Optional<Page> nextAnew(Transaction tx, Claim claim, OpenSpace space, Extractor extractor) {
		List<Heard> heard = heard(tx, PASSAGES_TO_REREAD,
				claim.parameters().and("generation", space.generation()).and("limit", atOnce(claim, extractor)));
		return heard.isEmpty() ? Optional.empty() : Optional.of(page(tx, claim, space, extractor, heard));
	}

	private Page page(Transaction tx, Claim claim, OpenSpace space, Extractor extractor, List<Heard> heard) {
		List<Heard> before = tx.list(SAID_BEFORE,
				claim.parameters().and("episode", heard.getFirst().episode()).and("limit", messagesBefore(claim)),
				Heard::before);
		Predicate<Heard> claiming = (each) -> each.speaks(this.extractors.roles()) && extractor.reads(each.kind());
		Echoes echoes = Echoes.in(tx, claim, space, Stream.concat(before.stream(), heard.stream()).toList());
		List<Utterance> utterances = Stream
			.concat(before.stream().map((each) -> each.saying(echoes.without(each), echoes.blanked(each), false)),
					heard.stream()
						.map((each) -> each.saying(echoes.without(each), echoes.blanked(each), claiming.test(each))))
			.filter((each) -> !each.content().isBlank())
			.toList();
		List<Dropped> dropped = heard.stream()
			.filter(claiming)
			.flatMap((each) -> echoes.of(each).stream().map((echo) -> new Dropped(echo, GIVEN_OUT, each.episode())))
			.toList();
		Map<EpisodeId, Dropped> records = new LinkedHashMap<>();
		heard.stream()
			.filter((each) -> each.speaks(this.extractors.roles()) && !extractor.reads(each.kind()))
			.forEach((each) -> records.putIfAbsent(each.episode(), Dropped.record(each.content(), each.episode())));
		return new Page(space, heard,
				new Excerpt(this.resolver.ontology(space), utterances, known(tx, space, utterances)),
				Stream.concat(dropped.stream(), records.values().stream()).toList(),
				heard.stream().flatMap((each) -> silent(each, extractor, echoes).stream()).toList());
	}

	private Optional<Silent> silent(Heard heard, Extractor extractor, Echoes echoes) {
		if (!heard.speaks(this.extractors.roles())) {
			return Optional
				.of(new Silent(heard.episode(), "messages of its role claim nothing, see loci.extract.roles"));
		}
		if (!extractor.reads(heard.kind())) {
			return Optional.of(new Silent(heard.episode(), Dropped.record("", null).reason()));
		}
		return echoes.without(heard).isBlank() ? Optional.of(new Silent(heard.episode(), GIVEN_OUT)) : Optional.empty();
	}

	/** The last attempt does without: it may be them that cannot be read. */
	private int messagesBefore(Claim claim) {
		boolean last = claim.statusAfterFailure(this.settings.maxAttempts()) == Job.Status.FAILED;
		return last ? 0 : this.extractors.messagesBefore();
	}

	private List<Entity> known(Transaction tx, OpenSpace space, List<Utterance> utterances) {
		String text = utterances.stream()
			.flatMap((each) -> Stream.of((each.speaker() != null) ? each.speaker().name() : null, each.content()))
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" "));
		return this.resolver.mentioned(tx, space, text, MOST_KNOWN)
			.stream()
			.filter((entity) -> !Objects.equals(entity.externalId(), Named.SELF.externalId()))
			.toList();
	}

}
