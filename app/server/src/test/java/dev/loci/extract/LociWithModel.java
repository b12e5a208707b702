package dev.loci.extract;

import java.nio.file.Path;
import java.util.stream.Stream;

import dev.loci.Api;
import dev.loci.LociProcess;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The whole service with a stub of a model. Before each test the stub knows no answers,
 * and after it the space is empty.
 */
final class LociWithModel implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {

	/** The space that the tests use. */
	static final String SPACE = "/spaces/demo";

	private final Path folder = LociProcess.newFolder();

	private final String[] properties;

	private @Nullable ModelStub model;

	private @Nullable LociProcess process;

	LociWithModel(String... properties) {
		this.properties = properties;
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		this.model = ModelStub.start();
		this.process = another(this.folder);
	}

	/** One that is set in the same way. */
	LociProcess another(Path folder, String... more) {
		String[] same = { "loci.extract.base-url=" + model().baseUrl(), "loci.extract.model=stub",
				"loci.extract.attempts=1", "loci.extract.backoff=10ms", "loci.extract.requests-per-minute=100000",
				"loci.extract.trial-holds=0s" };
		return LociProcess.start(folder,
				Stream.of(same, this.properties, more).flatMap(Stream::of).toArray(String[]::new));
	}

	@Override
	public void afterAll(ExtensionContext context) {
		process().close();
		model().close();
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		model().reset();
	}

	@Override
	public void afterEach(ExtensionContext context) {
		api().delete(SPACE);
	}

	Path folder() {
		return this.folder;
	}

	ModelStub model() {
		return started(this.model);
	}

	LociProcess process() {
		return started(this.process);
	}

	Api api() {
		return process().api();
	}

	private static <T> T started(@Nullable T part) {
		if (part == null) {
			throw new IllegalStateException("It has not been started");
		}
		return part;
	}

}
