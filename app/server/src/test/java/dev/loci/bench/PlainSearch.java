package dev.loci.bench;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.loci.bench.Conversation.Turn;
import dev.loci.embed.Embedder;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * What anybody would build first: the same texts by their words (BM25), by the same
 * vectors, and by the ranks of both.
 */
final class PlainSearch {

	private static final String TEXT = "text";

	private static final String ID = "id";

	/** How much less the lower ranks differ; everybody takes this. */
	private static final int RANKS = 60;

	private final List<Turn> turns;

	private final List<float[]> vectors;

	private final Embedder embedder;

	private final EnglishAnalyzer analyzer = new EnglishAnalyzer();

	private final IndexSearcher words;

	PlainSearch(List<Turn> turns, Embedder embedder) throws IOException {
		this.turns = turns;
		this.embedder = embedder;
		this.vectors = embedder.passages(turns.stream().map(PlainSearch::line).toList());
		ByteBuffersDirectory directory = new ByteBuffersDirectory();
		try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(this.analyzer))) {
			for (Turn turn : turns) {
				Document document = new Document();
				document.add(new StoredField(ID, turn.id()));
				document.add(new TextField(TEXT, line(turn), Field.Store.NO));
				writer.addDocument(document);
			}
		}
		this.words = new IndexSearcher(DirectoryReader.open(directory));
	}

	/** With the name, which the service knows, too. */
	private static String line(Turn turn) {
		return turn.speaker() + ": " + turn.text();
	}

	List<String> byWords(String question) throws IOException {
		Query query = new QueryBuilder(this.analyzer).createBooleanQuery(TEXT, question);
		if (query == null) {
			return List.of();
		}
		ScoreDoc[] found = this.words.search(query, this.turns.size()).scoreDocs;
		String[] ids = new String[found.length];
		for (int i = 0; i < found.length; i++) {
			ids[i] = this.words.storedFields().document(found[i].doc).get(ID);
		}
		return List.of(ids);
	}

	List<String> byMeaning(String question) {
		float[] meaning = this.embedder.question(question);
		return IntStream.range(0, this.turns.size())
			.boxed()
			.sorted(Comparator.comparingDouble((Integer i) -> Nearest.cosine(meaning, this.vectors.get(i))).reversed())
			.map((i) -> this.turns.get(i).id())
			.toList();
	}

	/** Reciprocal ranks, added. */
	static List<String> byRanks(List<String> one, List<String> other) {
		Map<String, Double> points = new HashMap<>();
		Stream.of(one, other)
			.forEach((list) -> IntStream.range(0, list.size())
				.forEach((rank) -> points.merge(list.get(rank), 1.0 / (RANKS + rank + 1), Double::sum)));
		return points.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
			.map(Map.Entry::getKey)
			.toList();
	}

}
