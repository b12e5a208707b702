package dev.loci.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class FirstStartTests {

	@TempDir
	private Path home;

	private Path mark;

	private Path store;

	private Path log;

	@BeforeEach
	void choose() {
		this.mark = this.home.resolve("first-start-unfinished");
		this.store = this.home.resolve("data/databases/system/neostore");
		this.log = this.home.resolve("data/transactions/system/neostore.transaction.db.0");
	}

	@Test
	void isMarkedFromItsBeginToItsEnd() {
		FirstStart start = new FirstStart(this.home);

		start.begin();
		assertThat(this.mark).exists();

		start.end();
		assertThat(this.mark).doesNotExist();
	}

	@Test
	void beginsAnewWhatNeverCameToItsEnd() throws IOException {
		new FirstStart(this.home).begin();
		make();

		new FirstStart(this.home).begin();

		assertThat(this.store.getParent()).doesNotExist();
		assertThat(this.log.getParent()).doesNotExist();
		assertThat(this.mark).exists();
		assertThat(this.home).isDirectoryContaining("glob:**/unfinished-*");
		try (Stream<Path> files = Files.walk(this.home)) {
			assertThat(files.filter(Files::isRegularFile)).extracting(Path::getFileName)
				.contains(this.store.getFileName(), this.log.getFileName());
		}
	}

	@Test
	void leavesWhatHasOpenedOnce() throws IOException {
		FirstStart start = new FirstStart(this.home);
		start.begin();
		make();
		start.end();

		new FirstStart(this.home).begin();

		assertThat(this.store).exists();
		assertThat(this.log).exists();
		assertThat(this.mark).doesNotExist();
	}

	private void make() throws IOException {
		for (Path file : new Path[] { this.store, this.log }) {
			Files.createDirectories(file.getParent());
			Files.createFile(file);
		}
	}

}
