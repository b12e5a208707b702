package dev.loci.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins anew what was killed while it made its databases and their schema.
 * <p>
 * Neo4j makes its files one after the other, and opens no folder in which only some of
 * them are. A mark lies beside them from before the first until the schema is there. As
 * long as it lies there nobody has been told that anything was kept, so nothing is lost
 * when they are made again.
 */
final class FirstStart {

	private static final Logger log = LoggerFactory.getLogger(FirstStart.class);

	/** What Neo4j locks while it runs. Other processes may start in this folder, too. */
	private static final String LOCK = "store_lock";

	private final Path databases;

	private final Path transactions;

	private final Path mark;

	FirstStart(Path home) {
		this.databases = home.resolve("data/databases");
		this.transactions = home.resolve("data/transactions");
		this.mark = home.resolve("first-start-unfinished");
	}

	/** To be called before the databases are opened. */
	void begin() {
		try {
			Files.createDirectories(this.databases);
			try (FileChannel channel = FileChannel.open(this.databases.resolve(LOCK), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE); FileLock lock = channel.tryLock()) {
				// Whoever holds it opens them; Neo4j will refuse us and say so.
				if (lock != null) {
					prepare();
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The data folder " + this.databases + " cannot be prepared", ex);
		}
	}

	private void prepare() throws IOException {
		List<Path> made = made();
		if (made.isEmpty()) {
			Files.writeString(this.mark, "Lies here until the databases and their schema have been made.\n");
		}
		else if (Files.exists(this.mark)) {
			log.warn("The first start in {} was interrupted and begins anew; what it had made is in {}",
					this.mark.getParent(), putAside(made));
		}
	}

	/** Not deleted: it may be a copy that somebody has put there since. */
	private Path putAside(List<Path> made) throws IOException {
		Path aside = Files.createTempDirectory(this.mark.getParent(), "unfinished-");
		for (Path each : made) {
			Files.move(each, Files.createDirectories(aside.resolve("databases")).resolve(each.getFileName()));
		}
		if (Files.exists(this.transactions)) {
			Files.move(this.transactions, aside.resolve("transactions"));
		}
		return aside;
	}

	private List<Path> made() throws IOException {
		try (Stream<Path> files = Files.list(this.databases)) {
			return files.filter((file) -> !isLock(file.getFileName())).toList();
		}
	}

	private static boolean isLock(@Nullable Path name) {
		return name != null && name.toString().equals(LOCK);
	}

	/** To be called when the schema is there. */
	void end() {
		try {
			Files.deleteIfExists(this.mark);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The file " + this.mark + " cannot be removed", ex);
		}
	}

}
